import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {quote, withDatabase, writeDatabase} from "../../../data-loaders/engine/tables/database.js";
import {integer, table, text} from "../../../data-loaders/engine/tables/publishedTable.js";
import {tablesKey} from "../../../data-loaders/engine/tables/tablesKey.js";
import {addTables} from "../../../data-loaders/publish/addTables.js";

const folder = mkdtempSync(join(tmpdir(), "cardlens-"));
afterAll(() => rmSync(folder, {recursive: true}));

test("tables are added to a database, with its key and its catalog, in the same bytes every time", async () => {
  const first = table("first", "The first.", [1, 2], [integer("n", "A number.", [1, 2])]);
  const second = table("second", "The second.", [1], [text("name", "A name.", ["a"])]);
  await writeDatabase(folder, "bank", "bank.duckdb", [first]);
  const key = tablesKey([first]);
  const database = new Uint8Array(readFileSync(join(folder, "bank.duckdb")));
  const catalog = {
    id: "bank",
    schema: "bank",
    title: "Bank",
    key,
    database: {path: "data/bank.duckdb", bytes: database.length},
    tables: [],
  };
  const files = await addTables(database, catalog, [second]);
  expect([...files.keys()]).toEqual([
    "bank.duckdb",
    "bank/second.parquet",
    "bank/second.json",
    "bank/catalog.json",
  ]);
  const described = JSON.parse(new TextDecoder().decode(files.get("bank/catalog.json")));
  const extended = join(folder, "extended.duckdb");
  writeFileSync(extended, files.get("bank.duckdb") ?? "");
  const rows = await withDatabase(async (connection) => {
    await connection.run(`ATTACH ${quote(extended)} AS bank (READ_ONLY)`);
    return (
      await connection.runAndReadAll("SELECT n, name, bank.tables_key() FROM bank.first, bank.second")
    ).getRowsJS();
  });
  expect(rows).toEqual([
    [1, "a", described.key],
    [2, "a", described.key],
  ]);
  expect(described.key).not.toBe(key);
  expect(described.tables.map(({name}: {name: string}) => name)).toEqual(["second"]);
  expect(await addTables(database, catalog, [second])).toEqual(files);
});
