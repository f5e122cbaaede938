import {mkdtemp, readdir, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {csvLines} from "../../src/lib/database/csvLines.js";
import {type AttachedViews, writeDatabase} from "../engine/tables/database.js";
import {type PublishedTable, rowCount} from "../engine/tables/publishedTable.js";
import type {Targets} from "../model/actions/targetsOf.js";
import {withConstants} from "../model/risk/withConstants.js";
import {describeCatalog} from "./catalog.js";
import {columnsJson} from "./columnsJson.js";
import {type Disclosure, publishableTables} from "./disclosure/publishableTables.js";
import {targetLists} from "./disclosure/targetLists.js";
import {smallestCell} from "./disclosure/withholdCells.js";
import {labFile} from "./lab/labFile.js";
import {exactTables, viewsOverAll} from "./population/exactTables.js";
import {withWholeValues} from "./population/withWholeValues.js";
import {parseRule} from "./scoring/parseRule.js";
import {savedModel} from "./scoring/savedModel.js";
import {scoringSql} from "./scoring/scoringSql.js";
import {actionTables} from "./tables/actionTables.js";
import {type Findings, segmentPositions} from "./tables/findings.js";
import {publishedTables} from "./tables/publishedTables.js";

/** What one data set publishes, and what only its build may read. */
export interface Published {
  /** File contents by path: `models/…` from the site's root, all others in its data folder. */
  files: Map<string, Uint8Array>;
  /** The tables that the report was computed on, with exact rows. */
  tables: PublishedTable[];
  /** The database of these tables, where it is not the published one. */
  exactDatabase?: Uint8Array;
  disclosure: Disclosure;
}

/**
 * Writes the published tables in the three forms that readers use: one database file to attach, each table as
 * Parquet to download, and each as JSON by column for the pages; the customers of each recommended action as CSV; and a
 * catalog of the tables.
 *
 * With them go the saved model and its scoring statement.
 *
 * @param customers the table of customers, on which the targets were found
 * @param targets of the definition's actions, in their order
 */
export async function publishFindings(
  findings: Findings,
  customers: PublishedTable,
  targets: readonly Targets[],
): Promise<Published> {
  const {id, schema} = findings.definition;
  const {actions, period, dayCost} = findings.definition;
  const targeted = targets.map((found, i) => ({...found, action: actions[i]}));
  const {population} = findings;
  const of = population?.rows ?? rowCount(customers);
  const computed = [
    ...publishedTables(findings, customers),
    ...(actions.length === 0 ? [] : actionTables(targeted, {customers: of, period, dayCost})),
  ];
  const tables =
    population === undefined
      ? computed
      : withWholeValues(computed, population, {
          sampled: rowCount(customers),
          compared: findings.clusters.compared.length,
          seed: findings.definition.search.seed,
          silhouettes: findings.clusters.silhouette,
        });
  const {tables: published, disclosure} = publishableTables(findings, tables);
  const database = `${id}.duckdb`;
  const files = await databaseFiles(id, schema, published);
  const setText = (path: string, content: string) => files.set(path, new TextEncoder().encode(content));
  for (const table of published) setText(`${id}/${table.name}.json`, columnsJson(table));
  const {risk, constants} = findings.definition;
  const rule = risk && (await parseRule(withConstants(risk.expression, constants), findings.features.names));
  const model = savedModel(findings, rule, disclosure.rows === "exact");
  setText(`models/${id}.json`, `${JSON.stringify(model, null, 2)}\n`);
  setText(`models/${id}.sql`, scoringSql(model));
  const rows = published.find(({name}) => name === "customers");
  if (rows) setText(`${id}.lab.json`, JSON.stringify(labFile(findings, rows, disclosure)));
  for (const [action, list] of targetLists(targets, customers, disclosure.rows))
    setText(`${id}/targets/${action}.csv`, list);
  // without actions of its own a data set gives a list of each segment's customers
  if (actions.length === 0 && disclosure.rows !== "none")
    for (const [segment, list] of segmentLists(findings)) setText(`${id}/targets/${segment}.csv`, list);
  const catalog = describeCatalog(findings.definition, published, files);
  setText(`${id}/catalog.json`, JSON.stringify(catalog));
  if (population !== undefined) {
    const exact = exactTables(tables, population);
    const over = viewsOverAll(schema, customers, targets, population);
    return {
      files,
      tables,
      disclosure,
      exactDatabase: (await databaseFiles(id, schema, exact, over)).get(database),
    };
  }
  if (disclosure.rows === "exact") return {files, tables, disclosure};
  return {files, tables, disclosure, exactDatabase: (await databaseFiles(id, schema, tables)).get(database)};
}

/** The database of the tables, and each as Parquet. */
async function databaseFiles(
  id: string,
  schema: string,
  tables: readonly PublishedTable[],
  over?: AttachedViews,
): Promise<Map<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), "cardlens-"));
  try {
    await writeDatabase(folder, schema, `${id}.duckdb`, tables, over);
    const files = new Map<string, Uint8Array>();
    for (const file of (await readdir(folder)).sort())
      files.set(
        file.endsWith(".parquet") ? `${id}/${file}` : file,
        new Uint8Array(await readFile(join(folder, file))),
      );
    return files;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/**
 * The pseudonyms of each segment's customers as CSV, by the segment's identifier: in the order of the pseudonyms, as that of the
 * rows would tell their places in the file; no pseudonym of a segment of fewer than ten customers.
 */
function segmentLists(findings: Findings): [segment: string, list: string][] {
  const positions = segmentPositions(findings);
  return findings.segments.map(({id}, position) => {
    const members = findings.customerIds.filter((_, row) => positions[row] === position).sort();
    const shown = members.length < smallestCell ? [] : members;
    return [id, csvLines([["customer_id", "segment"], ...shown.map((customer) => [customer, id])])];
  });
}
