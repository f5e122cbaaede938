import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import type {Cell} from "../../../src/lib/database/cell.js";
import {textLiteral} from "./dialect.js";
import {duckdbDialect} from "./duckdbDialect.js";
import {PassError, type PopulationEngine} from "./population.js";

/** DuckDB in this process, with its connection for whatever writes. */
export interface DuckdbEngine extends PopulationEngine {
  connection: DuckDBConnection;
}

/** Name of the database in SQL. */
export const POPULATION = "population";

/** Memory beyond which DuckDB writes to disk. */
const MEMORY_LIMIT = "1500MB";

/**
 * Opens DuckDB on a file, which is made where there is none.
 *
 * @param threads one where sums of fractions that no pass takes by run must be the same every time; default: all
 * @param path of the database, or `:memory:`; several processes may read one that none writes; what does not fit into memory goes to a folder beside it
 */
export async function openDuckdb(
  path: string,
  {readOnly = false, threads}: {readOnly?: boolean; threads?: number} = {},
): Promise<DuckdbEngine> {
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    memory_limit: MEMORY_LIMIT,
    ...(threads === undefined ? {} : {threads: String(threads)}),
    ...(path === ":memory:" ? {} : {temp_directory: `${path}.spill`}),
  });
  const connection = await instance.connect();
  try {
    await connection.run(`ATTACH ${textLiteral(path)} AS ${POPULATION}${readOnly ? " (READ_ONLY)" : ""}`);
    await connection.run(`USE ${POPULATION}`);
    // so that it estimates how far a query is
    await connection.run("SET enable_progress_bar = true");
    await connection.run("SET enable_progress_bar_print = false");
  } catch (error) {
    connection.closeSync();
    instance.closeSync();
    throw error;
  }
  const version = await connection.runAndReadAll("SELECT version()");
  return {
    name: `DuckDB ${String(version.getRowsJS()[0][0])}`,
    dialect: duckdbDialect,
    connection,
    async rows(pass, sql) {
      try {
        return (await connection.runAndReadAll(sql)).getRowsJS().map((row) => row.map(cellOf));
      } catch (error) {
        throw new PassError(pass, error instanceof Error ? error.message : String(error));
      }
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function cellOf(value: unknown): Cell {
  if (value === null || typeof value === "number" || typeof value === "string" || typeof value === "boolean")
    return value;
  if (typeof value === "bigint") return Number(value);
  return String(value);
}

const LOOK_MILLISECONDS = 250;

/** Tells how far the query is that runs on a connection, as the engine estimates it, until it ends. */
export async function watched<T>(
  connection: DuckDBConnection,
  query: Promise<T>,
  advance: (fraction: number) => void,
): Promise<T> {
  const timer = setInterval(() => {
    const {percentage} = connection.progress;
    if (percentage > 0) advance(percentage / 100);
  }, LOOK_MILLISECONDS);
  try {
    return await query;
  } finally {
    clearInterval(timer);
  }
}
