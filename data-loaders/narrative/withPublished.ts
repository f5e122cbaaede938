import type {DuckDBConnection} from "@duckdb/node-api";
import {quote, withDatabase} from "../publish/database.js";

/** A published database file. */
export interface PublishedDatabase {
  /** Its name in SQL. */
  schema: string;
  path: string;
  /** Key of its content. */
  key: string;
}

/** Runs work on a connection with the published databases attached, as readers' browsers attach them. */
export function withPublished<T>(
  databases: readonly PublishedDatabase[],
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  return withDatabase(async (connection) => {
    for (const {schema, path} of databases)
      await connection.run(`ATTACH ${quote(path)} AS ${schema} (READ_ONLY)`);
    return work(connection);
  });
}
