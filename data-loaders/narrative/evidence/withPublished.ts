import {resolve} from "node:path";
import type {DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {projectPath} from "../../engine/project/projectPath.js";
import {openDatabase, quote, withDatabase} from "../../engine/tables/database.js";

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

/** Runs work on a connection to the published databases. */
export type OnPublished = <T>(work: (connection: DuckDBConnection) => Promise<T>) => Promise<T>;

/** Runs work on a connection with the published databases attached, as readers' browsers attach them. */
export function withPublished<T>(
  databases: readonly PublishedDatabase[],
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  return withDatabase(async (connection) => {
    await attachAll(connection, databases);
    return work(connection);
  });
}

/**
 * The same for much work at a time: they are opened when first asked for, and once; each piece of work has a connection of its
 * own.
 *
 * @param work is given what runs its pieces
 */
export async function withSharedPublished<T>(
  databases: readonly PublishedDatabase[],
  work: (on: OnPublished) => Promise<T>,
): Promise<T> {
  let opened: Promise<DuckDBInstance> | undefined;
  const on: OnPublished = async (piece) => {
    opened ??= openWithPublished(databases);
    const connection = await (await opened).connect();
    try {
      return await piece(connection);
    } finally {
      connection.closeSync();
    }
  };
  try {
    return await work(on);
  } finally {
    (await opened?.catch(() => undefined))?.closeSync();
  }
}

async function openWithPublished(databases: readonly PublishedDatabase[]): Promise<DuckDBInstance> {
  const instance = await openDatabase();
  const connection = await instance.connect();
  await attachAll(connection, databases);
  connection.closeSync();
  return instance;
}

async function attachAll(
  connection: DuckDBConnection,
  databases: readonly PublishedDatabase[],
): Promise<void> {
  for (const {schema, path} of databases.flatMap(({attached, ...own}) =>
    attached ? [attached, own] : [own],
  ))
    await connection.run(`ATTACH ${quote(resolve(projectPath("."), path))} AS ${schema} (READ_ONLY)`);
}
