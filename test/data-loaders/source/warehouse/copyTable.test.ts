import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {silentProgress} from "../../../../data-loaders/engine/progress/progress.js";
import type {TrinoSession} from "../../../../data-loaders/engine/trino/trinoSession.js";
import {trinoTable} from "../../../../data-loaders/engine/trino/trinoTable.js";
import {WarehouseError} from "../../../../data-loaders/engine/trino/warehouseError.js";
import {readCustomers} from "../../../../data-loaders/source/readCustomers.js";
import {copyTable} from "../../../../data-loaders/source/warehouse/copyTable.js";
import {alllife} from "../../../definitions.js";
import {goodFile, read as readFile} from "../fixture.js";

const table = trinoTable("trino://localhost/lake/bank/customers", "INPUT_ALLLIFE");

let folder: string;
let cache: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-"));
  cache = join(folder, "warehouse");
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

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
    async query(pass, sql, taker) {
      const call = asked.filter((one) => one.pass === pass).length;
      asked.push({pass, sql});
      const found = known[pass](call);
      if (taker === undefined) return {columns: [], rows: found};
      // as where a worker is lost after the first rows
      for (const part of [found.slice(0, 5), found]) {
        await taker.begin();
        await taker.take(part.slice(0, 3));
        await taker.take(part.slice(3));
      }
      return {columns: [], rows: []};
    },
  };
  return {session, asked, passes: () => asked.map(({pass}) => pass)};
}

function copy({session}: ReturnType<typeof fakeSession>): Promise<string> {
  return copyTable(session, table, alllife, cache, silentProgress);
}

const read = (file: string) => readCustomers(file, alllife, {synthetic: false});

describe("customers from a warehouse", () => {
  test("are those of a file in the order of the key", async () => {
    const found = await read(await copy(fakeSession()));
    const file = await readFile(goodFile());
    expect(found.numbers).toEqual(file.numbers);
    expect(found.text).toEqual(file.text);
    const noted = ({quality}: typeof found) => quality.flatMap(({detail}) => (detail === "" ? [] : [detail]));
    const ofHeader = ['Read "customer_key" as Customer Key.', 'Left out: "home address".'];
    expect(noted(found).slice(0, 2)).toEqual(ofHeader);
    expect(noted(found).slice(2)).toEqual(noted(file).slice(1));
  });

  test("are asked for by the columns that the contract names, and in no form that loses digits", async () => {
    const fake = fakeSession();
    await copy(fake);
    expect(fake.asked.find(({pass}) => pass === "rows")?.sql).toBe(
      'SELECT CAST("customer_key" AS varchar), CAST("avg_credit_limit" AS varchar), CAST("total_credit_cards" AS varchar), CAST("total_visits_bank" AS varchar), "total_visits_online", "total_calls_made" FROM "lake"."bank"."customers"',
    );
    for (const {pass, sql} of fake.asked)
      if (pass !== "columns of the table") expect(sql).not.toContain("home");
  });

  test("give the same bytes in whatever order the cluster sends them", async () => {
    const one = readFileSync(await copy(fakeSession()));
    rmSync(cache, {recursive: true});
    const other = readFileSync(await copy(fakeSession({rows: () => [...rows].reverse()})));
    expect(other.equals(one)).toBe(true);
  });

  test("are not fetched again where rows and checksum are the same", async () => {
    await copy(fakeSession());
    const again = fakeSession();
    await copy(again);
    expect(again.passes()).toEqual([
      "columns of the table",
      "kind of the catalog",
      "number of rows and checksum",
    ]);
    const changed = fakeSession({"number of rows and checksum": () => [[12, "AC"]]});
    await copy(changed);
    expect(changed.passes()).toContain("rows");
  });

  test("are read at one snapshot where the table has one", async () => {
    const iceberg = (snapshot: string) =>
      fakeSession({"kind of the catalog": () => [["iceberg"]], "snapshot of the table": () => [[snapshot]]});
    const first = iceberg("77");
    await copy(first);
    expect(first.passes()).toEqual([
      "columns of the table",
      "kind of the catalog",
      "snapshot of the table",
      "number of rows",
      "rows",
    ]);
    expect(first.asked[4].sql).toMatch(/FROM "lake"\."bank"\."customers" FOR VERSION AS OF 77$/);
    const again = iceberg("77");
    await copy(again);
    expect(again.passes()).not.toContain("rows");
    const later = iceberg("78");
    await copy(later);
    expect(later.passes()).toContain("rows");
  });

  test("have a checksum where snapshots cannot be read", async () => {
    const fake = fakeSession({
      "kind of the catalog": () => {
        throw new WarehouseError("", "", "", "", "PERMISSION_DENIED");
      },
    });
    await copy(fake);
    expect(fake.passes()).toContain("number of rows and checksum");
  });

  test("are refused where the table changes while it is read", async () => {
    const fake = fakeSession({"number of rows and checksum": (call) => [[12, `A${call}`]]});
    await expect(copy(fake)).rejects.toThrow(
      "rows: the table changed while it was read. Run the command again",
    );
    expect(readdirSync(cache)).toEqual([]);
  });

  test("are held against the contract in the cluster where there are many, before any is fetched", async () => {
    const fake = fakeSession({
      "number of rows": () => [[30_001]],
      "numbers that are not finite": () => [[0, 2]],
      "version of the engine": () => [["476"]],
    });
    await expect(copy(fake)).rejects.toThrow('column "Total_calls_made": found 2 cells with NaN or infinity');
    expect(fake.passes()).not.toContain("rows");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("are refused where there is no such table", async () => {
    await expect(copy(fakeSession({"columns of the table": () => []}))).rejects.toThrow(
      "cannot use trino://localhost:8080/lake/bank/customers: columns of the table: there is no such table",
    );
  });

  test("are refused where a column has no single values, and all such columns are named", async () => {
    const types = {avg_credit_limit: "array(double)", total_visits_bank: "row(a integer)"};
    const given = columns.map(([name, type]) => [
      name,
      Object.hasOwn(types, name) ? Reflect.get(types, name) : type,
    ]);
    const message = await copy(fakeSession({"columns of the table": () => given})).then(
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
    await expect(read(await copy(fake))).rejects.toThrow("Total_calls_made");
  });

  test("leave nothing of a copy that was stopped half-way", async () => {
    const file = basename(await copy(fakeSession()));
    // no process has the first number, and the second is another that runs
    const names = ["999999999~", "999999999.duckdb", "999999999.duckdb.wal", `${process.ppid}~`];
    for (const name of names) writeFileSync(join(cache, `${file}.${name}`), "");
    await copy(fakeSession({"number of rows and checksum": () => [[12, "AC"]]}));
    expect(readdirSync(cache).sort()).toEqual([file, `${file}.${process.ppid}~`, `${file}.json`]);
  });

  test("stay in one copy, which only this account can read", async () => {
    await copy(fakeSession());
    await copy(fakeSession({"number of rows and checksum": () => [[12, "AC"]]}));
    const files = readdirSync(cache).sort();
    expect(files.map((name) => name.replace(/^[0-9a-f]{64}/, "KEY"))).toEqual([
      "KEY.parquet",
      "KEY.parquet.json",
    ]);
    expect(statSync(cache).mode & 0o077).toBe(0);
    // a copy that was damaged on disk is fetched again
    const file = join(cache, files[0]);
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] ^= 1;
    writeFileSync(file, bytes);
    const again = fakeSession({"number of rows and checksum": () => [[12, "AC"]]});
    await copy(again);
    expect(again.passes()).toContain("rows");
  });
});
