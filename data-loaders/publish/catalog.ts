import type {DatasetDefinition} from "../datasets/dataset.js";
import {type ColumnType, type PublishedTable, rowCount} from "../engine/tables/publishedTable.js";
import {tablesKey} from "../engine/tables/tablesKey.js";

/** A file that readers attach or download. */
export interface DownloadableFile {
  /** Path from the site's root. */
  path: string;
  bytes: number;
}

/** What one data set publishes: `data/ID/catalog.json` in the edition. */
export interface Catalog {
  id: string;
  /** Name of the database in SQL. */
  schema: string;
  title: string;
  /** Key of the tables in the database, which it knows itself: a reader's browser must not mix two editions. */
  key: string;
  database: DownloadableFile;
  tables: CatalogTable[];
}

/** The catalog among the files that a data set publishes. */
export function catalogIn(id: string, files: ReadonlyMap<string, Uint8Array>): Catalog {
  return JSON.parse(new TextDecoder().decode(files.get(`${id}/catalog.json`)));
}

export interface CatalogTable {
  name: string;
  definition: string;
  rows: number;
  parquet: DownloadableFile;
  columns: {name: string; type: ColumnType; definition: string}[];
}

/**
 * Describes the published files of one data set.
 *
 * @param files contents by path in the site's data folder
 */
export function describeCatalog(
  {id, schema, title}: DatasetDefinition,
  tables: readonly PublishedTable[],
  files: ReadonlyMap<string, Uint8Array>,
): Catalog {
  return {
    id,
    schema,
    title,
    key: tablesKey(tables),
    database: downloadable(`${id}.duckdb`, files),
    tables: describeTables(id, tables, files),
  };
}

/** A catalog of a database to which tables were added. */
export function extendCatalog(
  catalog: Catalog,
  tables: readonly PublishedTable[],
  files: ReadonlyMap<string, Uint8Array>,
  key: string,
): Catalog {
  const {id} = catalog;
  return {
    ...catalog,
    key,
    database: downloadable(`${id}.duckdb`, files),
    tables: [...catalog.tables, ...describeTables(id, tables, files)],
  };
}

function describeTables(
  id: string,
  tables: readonly PublishedTable[],
  files: ReadonlyMap<string, Uint8Array>,
): CatalogTable[] {
  return tables.map((table) => ({
    name: table.name,
    definition: table.definition,
    rows: rowCount(table),
    parquet: downloadable(`${id}/${table.name}.parquet`, files),
    columns: table.columns.map(({name, type, definition}) => ({name, type, definition})),
  }));
}

function downloadable(path: string, files: ReadonlyMap<string, Uint8Array>): DownloadableFile {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`not published: ${path}`);
  return {path: `data/${path}`, bytes: bytes.length};
}
