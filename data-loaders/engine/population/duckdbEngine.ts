import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import type {Cell} from "../../../src/lib/database/cell.js";
import {duckdbDialect} from "./duckdbDialect.js";
import {PassError, type PopulationEngine} from "./population.js";

/** DuckDB in this process, with its connection for whatever writes. */
export interface DuckdbEngine extends PopulationEngine {
  connection: DuckDBConnection;
}

/** Memory beyond which DuckDB writes to disk. */
export const MEMORY_LIMIT = "1500MB";

/**
 * Opens DuckDB on a file, which is made where there is none.
 *
 * @param path of the database, or `:memory:`; several processes may read one that none writes; what does not fit into memory goes to a folder beside it
 */
export async function openDuckdb(
  path: string,
  {readOnly = false}: {readOnly?: boolean} = {},
): Promise<DuckdbEngine> {
  const instance = await DuckDBInstance.create(path, {
    autoinstall_known_extensions: "false",
    memory_limit: MEMORY_LIMIT,
    ...(readOnly ? {access_mode: "READ_ONLY"} : {}),
    ...(path === ":memory:" ? {} : {temp_directory: `${path}.spill`}),
  });
  const connection = await instance.connect();
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
