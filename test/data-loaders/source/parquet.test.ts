import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {describe, expect, test} from "vitest";
import type {CustomerTable} from "../../../data-loaders/source/customers.js";
import {InputError} from "../../../data-loaders/source/inputError.js";
import {readCustomers} from "../../../data-loaders/source/readCustomers.js";
import {alllife} from "../../definitions.js";
import {goodFile, inFolder, read, rule, withoutFolder} from "./fixture.js";

async function run(sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

const TYPED = `SELECT i::INTEGER AS "Sl_No", (10000 + i)::BIGINT AS "Customer Key", (1000.5 * i)::DOUBLE AS "Avg_Credit_Limit",
  (i % 9 + 1)::UTINYINT AS "Total_Credit_Cards", 1::SMALLINT AS "Total_visits_bank", 2::DECIMAL(9, 2) AS "Total_visits_online",
  3.0::FLOAT AS "Total_calls_made" FROM range(1, 13) rows(i)`;

/** Reads a Parquet file that holds the result of a query. */
function readQuery(query: string, name = "alllife.parquet") {
  return inFolder(async (folder) => {
    const path = join(folder, name);
    await run(`COPY (${query}) TO '${path}' (FORMAT parquet)`);
    return readCustomers(path, alllife, {synthetic: false});
  });
}

function replaceColumn(name: string, expression: string): string {
  return `SELECT * REPLACE (${expression} AS "${name}") FROM (${TYPED})`;
}

async function complaint(reading: Promise<unknown>): Promise<string> {
  const error = await reading.catch((reason: unknown) => reason);
  if (!(error instanceof InputError)) throw new Error("the file was accepted", {cause: error});
  return withoutFolder(error.message);
}

describe("a Parquet file", () => {
  test("gives what the same CSV file gives, apart from the names of its positions", async () => {
    await inFolder(async (folder) => {
      const csv = join(folder, "source.csv");
      writeFileSync(csv, goodFile({4: '4,00123," 100,000.00 ",1,1,2,3'}));
      const query = `SELECT * FROM read_csv('${csv}', all_varchar = true)`;
      const fromCsv = await readCustomers(csv, alllife, {synthetic: false});
      const fromParquet = await readQuery(query);
      expect(fromParquet.numbers).toEqual(fromCsv.numbers);
      expect(fromParquet.text).toEqual(fromCsv.text);
      expect(rule(fromParquet, "credit_limit.spelling").detail).toMatch(/: row 4\.$/);
    });
  });

  test("may hold numbers of any type; the key becomes text", async () => {
    const table = await readQuery(TYPED);
    expect(table.rows).toBe(12);
    expect(table.text.customer_key[0]).toBe("10001");
    expect(table.numbers.credit_limit[2]).toBe(3001.5);
    expect(Array.from(table.numbers.online_visits)).toEqual(Array(12).fill(2));
    expect(table.quality.filter(({id}) => id.endsWith(".spelling")).every(({noted}) => noted === 0)).toBe(
      true,
    );
  });

  test("keeps every double exactly, in a contract with another decimal mark too", async () => {
    const values = [0.1, 1 / 3, 876543210.9876543, 123456789.12345679, 1e-7, 5e-320];
    const list = values.join(", ");
    const query = replaceColumn(
      "Avg_Credit_Limit",
      `list_extract([${list}]::DOUBLE[], ("Sl_No" - 1)::INTEGER % 6 + 1) + CASE WHEN "Sl_No" > 6 THEN 10000 ELSE 0 END`,
    );
    const exact = await readQuery(query);
    expect(Array.from(exact.numbers.credit_limit.slice(0, 6))).toEqual(values);
    const german = {...alllife.contract, dialect: {separator: ";", decimal: ",", thousands: "."} as const};
    await inFolder(async (folder) => {
      const path = join(folder, "alllife.parquet");
      await run(`COPY (${query}) TO '${path}' (FORMAT parquet)`);
      const table = await readCustomers(path, {...alllife, contract: german}, {synthetic: false});
      expect(table.numbers).toEqual(exact.numbers);
    });
  });

  test("keeps keys of 19 digits, and those stored as floating numbers while they are exact", async () => {
    const long = await readQuery(replaceColumn("Customer Key", `9007199254740993000 + "Sl_No"`));
    expect(long.text.customer_key[0]).toBe("9007199254740993001");
    const floating = await readQuery(replaceColumn("Customer Key", `(10000 + "Sl_No")::DOUBLE`));
    expect(floating.text.customer_key[0]).toBe("10001");
    const lost = readQuery(replaceColumn("Customer Key", `9007199254740993000::DOUBLE + "Sl_No"`));
    expect(await complaint(lost)).toContain("a number in short form, whose last digits are lost");
  });

  test("is refused by row: NULL, NaN, infinity, text", async () => {
    const wrong = ["NULL", "'nan'::DOUBLE", "'inf'::DOUBLE"].map(
      (value, i) => `WHEN "Sl_No" = ${i + 1} THEN ${value}`,
    );
    const query = replaceColumn("Avg_Credit_Limit", `CASE ${wrong.join(" ")} ELSE "Avg_Credit_Limit" END`);
    expect(await complaint(readQuery(query))).toMatchSnapshot();
    const typed = replaceColumn("Total_calls_made", `CASE WHEN "Sl_No" = 1 THEN 'abc' ELSE '1,000' END`);
    expect(await complaint(readQuery(typed))).toMatchSnapshot();
  });

  test("is refused without rows, without columns, and with another table", async () => {
    expect(await complaint(readQuery(`${TYPED} LIMIT 0`))).toMatchSnapshot();
    expect(await complaint(readQuery("SELECT 1 AS other"))).toContain(
      'column "Avg_Credit_Limit": found no such column',
    );
  });

  test("is refused if it is something else, or cut off", async () => {
    expect(await complaint(read(goodFile(), alllife, "alllife.parquet"))).toMatchSnapshot();
    expect(await complaint(read("", alllife, "alllife.parquet"))).toContain("no Parquet signature");
    await inFolder(async (folder) => {
      const path = join(folder, "alllife.parquet");
      await run(`COPY (${TYPED}) TO '${path}' (FORMAT parquet)`);
      writeFileSync(path, readFileSync(path).subarray(0, 500));
      expect(await complaint(readCustomers(path, alllife, {synthetic: false}))).toContain(
        "found a file that cannot be read as Parquet",
      );
    });
  });

  test("may stand at a path that reads as a pattern: no other file is read", async () => {
    await inFolder(async (folder) => {
      const odd = join(folder, "a ? * it's [1]");
      mkdirSync(odd);
      const path = join(odd, "all*life[2].parquet");
      const [twelve, ten] = [join(folder, "twelve.parquet"), join(odd, "all-other-life2.parquet")];
      await run(`COPY (${TYPED}) TO '${twelve}' (FORMAT parquet)`);
      await run(`COPY (${TYPED} LIMIT 10) TO '${ten.replaceAll("'", "''")}' (FORMAT parquet)`);
      writeFileSync(path, readFileSync(twelve));
      expect((await readCustomers(path, alllife, {synthetic: false})).rows).toBe(12);
    });
  });

  const real = "../shared/data/alllife.csv";
  test.skipIf(!existsSync(real))(
    `of the published file equals the CSV (skipped where ${real} is absent)`,
    async () => {
      const fromCsv = await readCustomers(real, alllife, {synthetic: false});
      const fromParquet = await readQuery(`SELECT * FROM read_csv('${real}', all_varchar = true)`);
      expect(fromParquet.numbers).toEqual(fromCsv.numbers);
      const notes = ({quality}: CustomerTable) =>
        quality.filter(({id}) => !id.startsWith("header.")).map(({id, noted}) => [id, noted]);
      expect(notes(fromParquet)).toEqual(notes(fromCsv));
    },
  );
});
