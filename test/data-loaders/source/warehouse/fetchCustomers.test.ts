import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {silentProgress} from "../../../../data-loaders/engine/progress/progress.js";
import type {TrinoSession} from "../../../../data-loaders/engine/trino/trinoSession.js";
import {trinoTable} from "../../../../data-loaders/engine/trino/trinoTable.js";
import {WarehouseError} from "../../../../data-loaders/engine/trino/warehouseError.js";
import type {InputFileContent} from "../../../../data-loaders/source/inputFileContent.js";
import {checkCustomers} from "../../../../data-loaders/source/readCustomers.js";
import {fetchCustomers} from "../../../../data-loaders/source/warehouse/fetchCustomers.js";
import {alllife} from "../../../definitions.js";
import {goodFile, read} from "../fixture.js";

const table = trinoTable("trino://localhost/lake/bank/customers", "INPUT_ALLLIFE");

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "cardlens-"));
});
afterEach(() => rmSync(cache, {recursive: true, force: true}));

const columns: [string, string][] = [
  ["customer_key", "bigint"],
  ["avg_credit_limit", "decimal(12,2)"],
  ["total_credit_cards", "integer"],
  ["total_visits_bank", "smallint"],
  ["total_visits_online", "double"],
  ["total_calls_made", "real"],
  ["home address", "map(varchar, varchar)"],
];

/** The customers of `goodFile`, in another order, as Trino gives them. */
const rows = Array.from({length: 12}, (_, i) => 12 - i).map((n) => [
  String(10_000 + n),
  `${1_000 * n}.00`,
  String((n % 9) + 1),
  "1",
  2,
  3,
]);

/** A session with a cluster that answers by pass, and keeps what it was asked. */
function fakeSession(answers: Record<string, (call: number) => unknown[][]> = {}) {
  const asked: {pass: string; sql: string}[] = [];
  const known: Record<string, (call: number) => unknown[][]> = {
    "columns of the table": () => columns,
    "kind of the catalog": () => [["hive"]],
    "number of rows and checksum": () => [[12, "AB"]],
    "number of rows": () => [[12]],
    rows: () => rows,
    ...answers,
  };
  const session: TrinoSession = {
    async query(pass, sql) {
      const call = asked.filter((one) => one.pass === pass).length;
      asked.push({pass, sql});
      return {columns: [], rows: known[pass](call).map((row) => row)};
    },
  };
  return {session, asked, passes: () => asked.map(({pass}) => pass)};
}

function fetch({session}: ReturnType<typeof fakeSession>, definition = alllife): Promise<InputFileContent> {
  return fetchCustomers(session, table, definition, cache, silentProgress);
}

describe("customers from a warehouse", () => {
  test("are those of a file in the order of the key", async () => {
    const input = await fetch(fakeSession());
    expect(input).toMatchObject({name: "lake.bank.customers", synthetic: false, format: "parquet"});
    const found = await checkCustomers(input, alllife);
    const file = await read(goodFile());
    expect(found.numbers).toEqual(file.numbers);
    expect(found.text).toEqual(file.text);
    const noted = ({quality}: typeof found) => quality.flatMap(({detail}) => (detail === "" ? [] : [detail]));
    const ofHeader = ['Read "customer_key" as Customer Key.', 'Left out: "home address".'];
    expect(noted(found).slice(0, 2)).toEqual(ofHeader);
    expect(noted(found).slice(2)).toEqual(noted(file).slice(1));
  });

  test("are asked for by the columns that the contract names, and in no form that loses digits", async () => {
    const fake = fakeSession();
    await fetch(fake);
    expect(fake.asked.find(({pass}) => pass === "rows")?.sql).toBe(
      'SELECT CAST("customer_key" AS varchar), CAST("avg_credit_limit" AS varchar), CAST("total_credit_cards" AS varchar), CAST("total_visits_bank" AS varchar), "total_visits_online", "total_calls_made" FROM "lake"."bank"."customers"',
    );
    for (const {pass, sql} of fake.asked)
      if (pass !== "columns of the table") expect(sql).not.toContain("home");
  });

  test("give the same bytes in whatever order the cluster sends them", async () => {
    const one = await fetch(fakeSession());
    rmSync(cache, {recursive: true});
    const other = await fetch(fakeSession({rows: () => [...rows].reverse()}));
    expect(other.sha256).toBe(one.sha256);
  });

  test("are not fetched again where rows and checksum are the same", async () => {
    const first = await fetch(fakeSession());
    const again = fakeSession();
    expect(await fetch(again)).toEqual(first);
    expect(again.passes()).toEqual([
      "columns of the table",
      "kind of the catalog",
      "number of rows and checksum",
    ]);
    const changed = fakeSession({"number of rows and checksum": () => [[12, "AC"]]});
    await fetch(changed);
    expect(changed.passes()).toContain("rows");
  });

  test("are read at one snapshot where the table has one", async () => {
    const iceberg = (snapshot: string) =>
      fakeSession({"kind of the catalog": () => [["iceberg"]], "snapshot of the table": () => [[snapshot]]});
    const first = iceberg("77");
    await fetch(first);
    expect(first.passes()).toEqual([
      "columns of the table",
      "kind of the catalog",
      "snapshot of the table",
      "number of rows",
      "rows",
    ]);
    expect(first.asked[4].sql).toMatch(/FROM "lake"\."bank"\."customers" FOR VERSION AS OF 77$/);
    const again = iceberg("77");
    await fetch(again);
    expect(again.passes()).not.toContain("rows");
    const later = iceberg("78");
    await fetch(later);
    expect(later.passes()).toContain("rows");
  });

  test("have a checksum where snapshots cannot be read", async () => {
    const fake = fakeSession({
      "kind of the catalog": () => {
        throw new WarehouseError("", "", "", "", "PERMISSION_DENIED");
      },
    });
    await fetch(fake);
    expect(fake.passes()).toContain("number of rows and checksum");
  });

  test("are refused where the table changes while it is read", async () => {
    const fake = fakeSession({"number of rows and checksum": (call) => [[12, `A${call}`]]});
    await expect(fetch(fake)).rejects.toThrow(
      "rows: the table changed while it was read. Run the command again",
    );
    expect(readdirSync(cache)).toEqual([]);
  });

  test("are refused where there are more than the limit, before any is fetched", async () => {
    const fake = fakeSession({"number of rows": () => [[30_001]]});
    await expect(fetch(fake)).rejects.toThrow("the table has 30,001 rows; expected at most 30,000");
    expect(fake.passes()).not.toContain("rows");
  });

  test("are refused where there is no such table", async () => {
    await expect(fetch(fakeSession({"columns of the table": () => []}))).rejects.toThrow(
      "cannot use trino://localhost:8080/lake/bank/customers: columns of the table: there is no such table",
    );
  });

  test("are refused where a column has no single values, and all such columns are named", async () => {
    const types = {avg_credit_limit: "array(double)", total_visits_bank: "row(a integer)"};
    const given = columns.map(([name, type]) => [
      name,
      Object.hasOwn(types, name) ? Reflect.get(types, name) : type,
    ]);
    const message = await fetch(fakeSession({"columns of the table": () => given})).then(
      () => "accepted",
      (error: Error) => error.message,
    );
    expect(message).toContain("2 problems");
    expect(message).toContain('column "Avg_Credit_Limit": found a column of type array(double)');
    expect(message).toContain("found a column of type row(a integer)");
  });

  test("lack what the table lacks: the contract says so as of a file", async () => {
    const fake = fakeSession({
      "columns of the table": () => columns.slice(0, 5),
      rows: () => rows.map((row) => row.slice(0, 5)),
    });
    await expect(checkCustomers(await fetch(fake), alllife)).rejects.toThrow("Total_calls_made");
  });

  test("stay in one copy, which only this account can read", async () => {
    await fetch(fakeSession());
    await fetch(fakeSession({"number of rows and checksum": () => [[12, "AC"]]}));
    const [file, ...others] = readdirSync(cache);
    expect(others).toEqual([]);
    expect(file).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(cache).mode & 0o077).toBe(0);
    // a copy that was damaged on disk is fetched again
    const bytes = readFileSync(join(cache, file));
    bytes[bytes.length - 1] ^= 1;
    writeFileSync(join(cache, file), bytes);
    const again = fakeSession({"number of rows and checksum": () => [[12, "AC"]]});
    await fetch(again);
    expect(again.passes()).toContain("rows");
  });
});
