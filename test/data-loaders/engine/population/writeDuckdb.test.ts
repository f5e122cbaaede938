import {spawnSync} from "node:child_process";
import {mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {openDuckdb} from "../../../../data-loaders/engine/population/duckdbEngine.js";
import {writeDuckdb} from "../../../../data-loaders/engine/population/writeDuckdb.js";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-duckdb-"));
  path = join(folder, "customers.duckdb");
});
afterEach(() => rmSync(folder, {recursive: true}));

test("a database is there when it is whole, with nothing beside it", async () => {
  await writeDuckdb(path, ({connection}) => connection.run("CREATE TABLE customers AS SELECT 7 AS visits"));
  expect(readdirSync(folder)).toEqual(["customers.duckdb"]);
  const engine = await openDuckdb(path, {readOnly: true});
  expect(await engine.rows("visits", "SELECT visits FROM customers")).toEqual([[7]]);
  await engine.close();
});

test("a write that fails leaves nothing", async () => {
  const write = writeDuckdb(path, async ({connection}) => {
    await connection.run("CREATE TABLE customers AS SELECT 7 AS visits");
    throw new Error("interrupted");
  });
  await expect(write).rejects.toThrow("interrupted");
  expect(readdirSync(folder)).toEqual([]);
});

test("what a stopped process left is removed, what a running one writes is not", async () => {
  const {pid: stopped} = spawnSync(process.execPath, ["--version"]);
  writeFileSync(`${path}.${stopped}~`, "half");
  writeFileSync(`${path}.${process.ppid}~`, "being written");
  await writeDuckdb(path, ({connection}) => connection.run("CREATE TABLE customers AS SELECT 7 AS visits"));
  expect(readdirSync(folder)).toEqual(["customers.duckdb", `customers.duckdb.${process.ppid}~`]);
});
