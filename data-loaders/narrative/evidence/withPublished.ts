import {resolve} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {projectPath} from "../../engine/project/projectPath.js";
import {quote, withDatabase} from "../../engine/tables/database.js";

/** A published database file. */
export interface PublishedDatabase {
  /** Its name in SQL. */
  schema: string;
  /** From the project's root, so that results do not depend on where the project stands; or absolute. */
  path: string;
  /** Key of its content. */
  key: string;
  /** A database that its views read. */
  attached?: {schema: string; path: string};
}

/** Runs work on a connection with the published databases attached, as readers' browsers attach them. */
export function withPublished<T>(
  databases: readonly PublishedDatabase[],
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  return withDatabase(async (connection) => {
    for (const {schema, path} of databases.flatMap(({attached, ...own}) =>
      attached ? [attached, own] : [own],
    ))
      await connection.run(`ATTACH ${quote(resolve(projectPath("."), path))} AS ${schema} (READ_ONLY)`);
    return work(connection);
  });
}
