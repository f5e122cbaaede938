import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, expect, test} from "vitest";
import {writeLists} from "../../../../data-loaders/publish/population/writeLists.js";
import {ROW, TABLE} from "../../../../data-loaders/source/population/importCustomers.js";
import {alllife} from "../../../definitions.js";

const folder = mkdtempSync(join(tmpdir(), "cardlens-lists-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

async function write(path: string, sql: string): Promise<string> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
  return path;
}

test("a key that a spreadsheet would run as a formula has an apostrophe in front, a number has none", async () => {
  const keys = ["=1+2", "-7", "@SUM(A1)", "a=b", "+x"];
  const path = await write(
    join(folder, "all.duckdb"),
    `CREATE TABLE ${TABLE} AS SELECT i AS row_number, 'branch' AS segment FROM range(1, 6) AS r(i)`,
  );
  const imported = await write(
    join(folder, "imported.duckdb"),
    `CREATE TABLE ${TABLE} AS SELECT i AS ${ROW}, ['${keys.join("', '")}'][i] AS customer_key FROM range(1, 6) AS r(i)`,
  );
  const [{path: list}] = await writeLists(
    {...alllife, actions: [], segments: alllife.segments.filter(({id}) => id === "branch")},
    {path, imported},
    join(folder, "lists"),
  );
  const written = readFileSync(list, "utf8").trim().split(/\r?\n/).slice(1);
  expect(written.map((line) => line.split(",")[0])).toEqual(["'=1+2", "-7", "'@SUM(A1)", "a=b", "'+x"]);
});
