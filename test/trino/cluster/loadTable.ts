import {mkdirSync} from "node:fs";
import {join} from "node:path";
import type {DatasetDefinition} from "../../../data-loaders/datasets/dataset.js";
import {identifier} from "../../../data-loaders/engine/population/dialect.js";
import {quote, withDatabase} from "../../../data-loaders/engine/tables/database.js";
import {trinoAccess} from "../../../data-loaders/engine/trino/trinoAccess.js";
import {openTrino, type TrinoSession} from "../../../data-loaders/engine/trino/trinoSession.js";
import {trinoTable} from "../../../data-loaders/engine/trino/trinoTable.js";

/** Each table is in several files, so that both workers have some to read. */
const FILES = 4;

/** The cluster and where its files are. */
export interface LoadedCluster {
  host: string;
  /** Folder that the catalog `files` reads. */
  files: string;
  workers: number[];
  /** Whether the catalog `shop` has a PostgreSQL behind it. */
  hasPostgres: boolean;
}

/** A session that may also make tables. */
export function sessionOf({host}: Pick<LoadedCluster, "host">): Promise<TrinoSession> {
  return openTrino(trinoTable(`trino://${host}/lake/bank/any`, "TEST"), trinoAccess({}));
}

/**
 * Makes a table from the rows that a query in DuckDB gives: as Parquet files on disk that the catalog `files` reads, and from
 * there in another catalog.
 *
 * @param sql a query for DuckDB
 * @param into further tables with the same rows, such as `lake.bank.customers`
 */
export async function loadTable(
  cluster: LoadedCluster,
  name: string,
  sql: string,
  into: readonly string[],
): Promise<void> {
  const folder = join(cluster.files, name);
  mkdirSync(folder, {recursive: true});
  const columns = await withDatabase(async (connection) => {
    await connection.run(`CREATE TABLE given AS ${sql}`);
    for (let part = 0; part < FILES; part++)
      await connection.run(
        `COPY (SELECT * FROM given WHERE rowid % ${FILES} = ${part} ORDER BY rowid) TO ${quote(join(folder, `part-${part}.parquet`))} (FORMAT parquet)`,
      );
    const described = await connection.runAndReadAll("DESCRIBE given");
    return described.getRowsJS().map(([column, type]) => `${identifier(String(column))} ${String(type)}`);
  });
  const session = await sessionOf(cluster);
  await session.query("schema", "CREATE SCHEMA IF NOT EXISTS files.bank");
  await session.query("schema", "CREATE SCHEMA IF NOT EXISTS lake.bank");
  await session.query(
    "load",
    `CREATE TABLE files.bank.${identifier(name)} (${columns.join(", ")}) WITH (external_location = 'local:///${name}', format = 'PARQUET')`,
  );
  for (const table of into)
    await session.query("load", `CREATE TABLE ${table} AS SELECT * FROM files.bank.${identifier(name)}`);
}

/** A query for DuckDB over a CSV file of a data set whose numbers have marks of thousands; columns get the types of the contract. */
export function typedCsv({contract}: DatasetDefinition, path: string): string {
  const columns = contract.columns.map(({header, type, role}) => {
    const text = `trim("${header}")`;
    const plain = `nullif(replace(${text}, ',', ''), '')`;
    if (role === "key") return `${text} AS "${header}"`;
    return `CAST(${plain} AS ${type === "integer" ? "BIGINT" : "DOUBLE"}) AS "${header}"`;
  });
  return `SELECT ${columns.join(", ")} FROM (SELECT COLUMNS(*) FROM read_csv(${quote(path)}, all_varchar = true, header = true, normalize_names = false))`;
}
