import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {contentKey} from "../engine/content/contentKey.js";
import {extendDatabase} from "../engine/tables/database.js";
import type {PublishedTable} from "../engine/tables/publishedTable.js";
import {tablesKey} from "../engine/tables/tablesKey.js";
import {type Catalog, extendCatalog} from "./catalog.js";
import {columnsJson} from "./columnsJson.js";

/**
 * Adds tables to those that a data set publishes: to its database and its catalog, and as Parquet and JSON.
 *
 * @param database the published database
 * @param catalog of it
 * @returns contents of the files that are new or other than before, by path in the site's data folder
 */
export async function addTables(
  database: Uint8Array,
  catalog: Catalog,
  tables: readonly PublishedTable[],
): Promise<Map<string, Uint8Array>> {
  const {id, schema} = catalog;
  const key = contentKey(catalog.key, tablesKey(tables));
  const folder = await mkdtemp(join(tmpdir(), "cardlens-"));
  try {
    const file = `${id}.duckdb`;
    await writeFile(join(folder, file), database);
    await extendDatabase(folder, schema, file, tables, key);
    const files = new Map<string, Uint8Array>();
    files.set(file, new Uint8Array(await readFile(join(folder, file))));
    for (const table of tables) {
      const parquet = await readFile(join(folder, `${table.name}.parquet`));
      files.set(`${id}/${table.name}.parquet`, new Uint8Array(parquet));
      files.set(`${id}/${table.name}.json`, new TextEncoder().encode(columnsJson(table)));
    }
    const extended = extendCatalog(catalog, tables, files, key);
    files.set(`${id}/catalog.json`, new TextEncoder().encode(JSON.stringify(extended)));
    return files;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
