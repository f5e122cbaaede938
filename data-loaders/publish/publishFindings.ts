import {mkdtemp, readdir, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {findTargets} from "../actions/findTargets.js";
import {savedModel} from "../models/savedModel.js";
import {scoringSql} from "../models/scoringSql.js";
import {actionTables} from "./actionTables.js";
import {describeCatalog} from "./catalog.js";
import {writeDatabase} from "./database.js";
import {type PublishedTable, rowCount} from "./publishedTable.js";
import {type Findings, publishedTables} from "./tables.js";

/**
 * Writes the published tables in the three forms that readers use: one database file to attach, each table as
 * Parquet to download, and each as JSON by column for the pages; the customers of each recommended action as CSV; and a
 * catalog of the tables.
 *
 * With them go the saved model and its scoring statement.
 *
 * @returns file contents by path: `models/…` from the site's root, all others in its data folder
 */
export async function publishFindings(findings: Findings): Promise<Map<string, Uint8Array>> {
  const {id, schema} = findings.definition;
  const found = publishedTables(findings);
  const {actions, constants, period} = findings.definition;
  const targeted = await findTargets(found[0], actions, constants);
  const tables = [...found, ...actionTables(targeted, rowCount(found[0]), period)];
  const folder = await mkdtemp(join(tmpdir(), "cardlens-"));
  try {
    await writeDatabase(folder, schema, `${id}.duckdb`, tables);
    const files = new Map<string, Uint8Array>();
    for (const file of (await readdir(folder)).sort())
      files.set(
        file.endsWith(".parquet") ? `${id}/${file}` : file,
        new Uint8Array(await readFile(join(folder, file))),
      );
    for (const table of tables)
      files.set(`${id}/${table.name}.json`, new TextEncoder().encode(columnsJson(table)));
    const model = savedModel(findings);
    files.set(`models/${id}.json`, new TextEncoder().encode(`${JSON.stringify(model, null, 2)}\n`));
    files.set(`models/${id}.sql`, new TextEncoder().encode(scoringSql(model)));
    for (const {action, list} of targeted)
      files.set(`${id}/targets/${action.id}.csv`, new TextEncoder().encode(list));
    const catalog = describeCatalog(findings.definition, tables, files);
    files.set(`${id}/catalog.json`, new TextEncoder().encode(JSON.stringify(catalog)));
    return files;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** A table as `{"column": [values]}`; NaN becomes null. */
function columnsJson(table: PublishedTable): string {
  const rows = Array.from({length: rowCount(table)}, (_, row) => row);
  return JSON.stringify(
    Object.fromEntries(table.columns.map(({name, values}) => [name, rows.map((row) => values[row])])),
  );
}
