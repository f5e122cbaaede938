import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {profileColumns} from "../../../../data-loaders/commands/new/profileColumns.js";
import {readTable} from "../../../../data-loaders/commands/new/readTable.js";
import {quote} from "../../../../data-loaders/engine/tables/database.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-table-"));
});
afterAll(() => rmSync(folder, {recursive: true}));

/** Reads a table of two columns, of which the second has the cells. */
async function tableOf(header: string, cells: readonly string[], separator = ";") {
  const file = join(folder, "table.csv");
  const lines = cells.map((cell, i) => `${i + 1}${separator}"${cell}"`);
  writeFileSync(file, [`id${separator}${header}`, ...lines, ""].join("\n"));
  const table = await readTable(file);
  return {table, decision: profileColumns(table)[1]};
}

describe("amounts with their currency in the cell", () => {
  it.each([
    ["before", ["$13,000", "$1,250.50", "-$7", "$0"], "$", [13_000, 1_250.5, -7, 0]],
    ["after, with decimal commas", ["13.000,50 €", "7 €", "1.250 €"], "€", [13_000.5, 7, 1_250]],
    ["as a code, with apostrophes", ["CHF 13'000", "CHF 950.5", "CHF 1"], "CHF", [13_000, 950.5, 1]],
    ["with Indian groups", ["₹1,21,000", "₹45,000", "₹9"], "₹", [121_000, 45_000, 9]],
  ])("%s are numbers", async (_, cells, currency, values) => {
    const {table, decision} = await tableOf("Balance", cells);
    expect(table.dialect.currency).toBe(currency);
    expect(decision).toMatchObject({role: "feature", values: Float64Array.from(values)});
  });

  it("are not what a code with digits is", async () => {
    const {table, decision} = await tableOf("Product", ["ABC 100", "ABC 200", "ABC 100", "ABC 200"]);
    expect(table.dialect.currency).toBeUndefined();
    expect(decision).toMatchObject({role: "describe", kind: "text"});
  });
});

describe("a column of whole numbers", () => {
  it.each([
    ["Year opened", "describe", "a year of the calendar describes a customer"],
    ["Birth year", "describe", "a year of birth describes a customer"],
    ["Points", "feature", "a number"],
  ])("named %s is a %s", async (header, role, why) => {
    const {decision} = await tableOf(header, ["1985", "1991", "2004", "1999", "1972"]);
    expect(decision).toMatchObject({role, why});
  });

  it("has the name of a product without being a person's name", async () => {
    const {decision} = await tableOf("Brand name score", ["12", "17", "35", "41"]);
    expect(decision.role).toBe("feature");
  });
});

describe("dates", () => {
  const rows = [
    ["01.03.1990", "15.01.2020"],
    ["17.08.2005", "10.06.2024"],
    ["30.11.1961", "02.02.2022"],
  ];
  const asOf = async (header: string, more: string) => {
    const file = join(folder, "dates.csv");
    writeFileSync(file, [header, ...rows.map((row, i) => `${i};${row.join(";")}${more}`), ""].join("\n"));
    return profileColumns(await readTable(file)).flatMap((decision) =>
      decision.role === "describe" && decision.kind === "date" ? decision : [],
    );
  };

  it("of birth are counted up to the newest other date, as the youngest customer is not new-born", async () => {
    const [born, since] = await asOf("id;Geb.-Datum;Kunde seit", "");
    expect([born.asOf, since.asOf]).toEqual(["2024-06-10", "2024-06-10"]);
    expect(Array.from(born.numbers, Math.floor)).toEqual([34, 18, 62]);
  });

  it("are counted up to the day of the file, where a column has it in every row", async () => {
    const [born, since] = await asOf("id;Geb.-Datum;Kunde seit;Stand", ";30.06.2025");
    expect([born.asOf, since.asOf]).toEqual(["2025-06-30", "2025-06-30"]);
    expect(Array.from(since.numbers, Math.floor)).toEqual([5, 1, 3]);
  });
});

describe("a table that is no CSV file", () => {
  const sql =
    "SELECT 'K' || i AS key, i * 2.5 AS balance, CASE WHEN i % 2 = 0 THEN 'Ost' ELSE 'West' END AS \"Région é\", DATE '2020-01-01' + CAST(i AS INTEGER) AS opened FROM range(40) t(i)";

  it("is read from Parquet, and from a DuckDB file by its name", async () => {
    const database = join(folder, "bank.duckdb");
    const parquet = join(folder, "bank.parquet");
    const instance = await DuckDBInstance.create(database);
    const connection = await instance.connect();
    await connection.run(`CREATE TABLE "my customers" AS ${sql}`);
    await connection.run(`COPY (${sql}) TO ${quote(parquet)} (FORMAT parquet)`);
    connection.closeSync();
    instance.closeSync();
    for (const source of [parquet, `${database}:my customers`]) {
      const table = await readTable(source);
      expect(table.ending).toBe("parquet");
      expect(table.header).toEqual(["key", "balance", "Région é", "opened"]);
      expect(profileColumns(table).map(({role}) => role)).toEqual(["key", "feature", "describe", "describe"]);
    }
    await expect(readTable(`${database}:nothing`)).rejects.toThrow(/a DuckDB file with a table nothing/);
  });
});
