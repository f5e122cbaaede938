import {rename, rm} from "node:fs/promises";
import {join} from "node:path";
import {
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  INTEGER,
  VARCHAR,
} from "@duckdb/node-api";
import {type ColumnType, type PublishedTable, rowCount} from "./publishedTable.js";
import {tablesKey} from "./tablesKey.js";

/** Storage format that the browser's engine (1.1.1) can attach. */
const storageVersion = "v1.0.0";

/** Bytes in a block of the file: the smallest, since each column of each table takes a block of its own. */
const blockSize = 16_384;

/** Opens an in-memory database; one thread, so that results and files are the same every time. */
export function openDatabase(): Promise<DuckDBInstance> {
  return DuckDBInstance.create(":memory:", {threads: "1", autoinstall_known_extensions: "false"});
}

/** Runs work on an in-memory database. */
export async function withDatabase<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await openDatabase();
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Views over another database: it is attached under its own name whenever the views are read. */
export interface AttachedViews {
  attached: {schema: string; path: string};
  /** Each with its query, which names tables with their database. */
  views: readonly {name: string; sql: string}[];
}

/**
 * Writes tables to a database file that browsers can attach, and each as Parquet beside it. The database says which tables it
 * holds: its macro `tables_key()` gives their `tablesKey`, so that a page finds out that it has met those of another build.
 */
export async function writeDatabase(
  folder: string,
  schema: string,
  file: string,
  tables: readonly PublishedTable[],
  over?: AttachedViews,
): Promise<void> {
  const path = join(folder, file);
  await rm(path, {force: true});
  await withDatabase(async (connection) => {
    // Compressed blocks keep bits of memory that was never cleared: the same tables would give other bytes.
    await connection.run("SET force_compression = 'uncompressed'");
    await connection.run(
      `ATTACH ${quote(path)} AS ${schema} (STORAGE_VERSION '${storageVersion}', BLOCK_SIZE ${blockSize})`,
    );
    for (const table of tables) await writeTable(connection, folder, schema, table);
    if (over !== undefined) {
      const {attached, views} = over;
      await connection.run(`ATTACH ${quote(attached.path)} AS ${attached.schema} (READ_ONLY)`);
      for (const {name, sql} of views) await connection.run(`CREATE VIEW ${schema}."${name}" AS ${sql}`);
      await connection.run(`DETACH ${attached.schema}`);
    }
    await connection.run(`CREATE MACRO ${schema}.tables_key() AS ${quote(tablesKey(tables))}`);
    await connection.run(`CHECKPOINT ${schema}`);
    await connection.run(`DETACH ${schema}`);
  });
}

/**
 * Writes more tables to a database that `writeDatabase` has written, and each as Parquet beside it. All of it is written anew:
 * the browser's engine cannot read the metadata of every file that was extended in place.
 *
 * @param key of all tables, which the database then gives as its own
 */
export async function extendDatabase(
  folder: string,
  schema: string,
  file: string,
  tables: readonly PublishedTable[],
  key: string,
): Promise<void> {
  const path = join(folder, file);
  const before = `${path}.before`;
  await rename(path, before);
  await withDatabase(async (connection) => {
    await connection.run("SET force_compression = 'uncompressed'");
    await connection.run(`ATTACH ${quote(before)} AS before (READ_ONLY)`);
    await connection.run(
      `ATTACH ${quote(path)} AS ${schema} (STORAGE_VERSION '${storageVersion}', BLOCK_SIZE ${blockSize})`,
    );
    await copyTables(connection, schema);
    for (const table of tables) await writeTable(connection, folder, schema, table);
    await connection.run(`CREATE MACRO ${schema}.tables_key() AS ${quote(key)}`);
    await connection.run(`CHECKPOINT ${schema}`);
    await connection.run(`DETACH ${schema}`);
  });
  await rm(before);
}

/** Copies the tables of the database `before`, in their order, with their comments. */
async function copyTables(connection: DuckDBConnection, schema: string): Promise<void> {
  const read = async (sql: string) =>
    (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(String));
  const tables = await read(
    "SELECT table_name, comment FROM duckdb_tables() WHERE database_name = 'before' ORDER BY table_oid",
  );
  const columns = await read(
    "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE database_name = 'before' ORDER BY table_oid, column_index",
  );
  for (const [table, comment] of tables) {
    const name = `${schema}."${table}"`;
    await connection.run(`CREATE TABLE ${name} AS FROM before."${table}"`);
    await connection.run(`COMMENT ON TABLE ${name} IS ${quote(comment)}`);
    for (const [of, column, meaning] of columns)
      if (of === table) await connection.run(`COMMENT ON COLUMN ${name}."${column}" IS ${quote(meaning)}`);
  }
}

async function writeTable(
  connection: DuckDBConnection,
  folder: string,
  schema: string,
  table: PublishedTable,
): Promise<void> {
  await createTable(connection, schema, table);
  await connection.run(
    `COPY ${schema}."${table.name}" TO ${quote(join(folder, `${table.name}.parquet`))} (FORMAT parquet)`,
  );
}

/** Creates one table with its comments and fills it. */
export async function createTable(
  connection: DuckDBConnection,
  schema: string,
  table: PublishedTable,
): Promise<void> {
  const name = await createColumns(connection, schema, table);
  await connection.run(`COMMENT ON TABLE ${name} IS ${quote(table.definition)}`);
  for (const column of table.columns)
    await connection.run(`COMMENT ON COLUMN ${name}."${column.name}" IS ${quote(column.definition)}`);
  await fillTable(connection, schema, table);
}

/** The same without comments: for a database that nobody keeps. */
export async function createBareTable(
  connection: DuckDBConnection,
  schema: string,
  table: PublishedTable,
): Promise<void> {
  await createColumns(connection, schema, table);
  await fillTable(connection, schema, table);
}

/** Creates an empty table, and gives its name in SQL. */
async function createColumns(
  connection: DuckDBConnection,
  schema: string,
  table: PublishedTable,
): Promise<string> {
  const name = `${schema}."${table.name}"`;
  await connection.run(
    `CREATE TABLE ${name} (${table.columns.map((column) => `"${column.name}" ${column.type}`).join(", ")})`,
  );
  return name;
}

/** Rows that go to the engine at once: as many as its vectors hold. */
const chunkRows = 2048;

const typeOf = {INTEGER, DOUBLE, VARCHAR, BOOLEAN} as const;

/** Fills a table column by column: a call for each value would take several times as long. */
async function fillTable(connection: DuckDBConnection, schema: string, table: PublishedTable): Promise<void> {
  const {columns} = table;
  const rows = rowCount(table);
  const types = columns.map(({type}) => typeOf[type]);
  const appender = await connection.createAppender(table.name, "main", schema);
  for (let from = 0; from < rows; from += chunkRows) {
    const to = Math.min(from + chunkRows, rows);
    const chunk = DuckDBDataChunk.create(types, to - from);
    for (const [j, {type, values}] of columns.entries())
      chunk.setColumnValues(j, cellsOf(type, values, from, to));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function cellsOf(
  type: ColumnType,
  values: PublishedTable["columns"][number]["values"],
  from: number,
  to: number,
): (number | string | boolean | null)[] {
  const cells: (number | string | boolean | null)[] = [];
  for (let row = from; row < to; row++) {
    const value = values[row];
    if (value === null || Number.isNaN(value)) cells.push(null);
    else if (type === "VARCHAR") cells.push(String(value));
    else if (type === "BOOLEAN") cells.push(Boolean(value));
    else cells.push(Number(value));
  }
  return cells;
}

/** A string as an SQL literal. */
export function quote(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
