import {readdir, rm} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {identifier, textLiteral} from "../../engine/population/dialect.js";
import {openDuckdb} from "../../engine/population/duckdbEngine.js";
import type {TrinoSession} from "../../engine/trino/trinoSession.js";
import {columnTransport} from "./columnTypes.js";
import type {GivenColumn} from "./givenColumns.js";

/** A copy that is being made. */
export interface ParquetCopy {
  /** Path of the file until it is whole. */
  unfinished: string;
  /**
   * Fetches the rows.
   *
   * @param advance is told how many have come
   */
  fill(session: TrinoSession, from: string, advance: (rows: number) => void): Promise<void>;
  /** Writes the rows in their order, by the first of the columns used, then the next: missing values first, text by its bytes. */
  write(): Promise<void>;
  /** Removes what was needed for the copying. */
  close(): Promise<void>;
}

/**
 * Makes a Parquet file of rows that come page by page, in as much memory as DuckDB is allowed. The same rows give the same bytes,
 * in whatever order they come.
 *
 * @param columns of the table: those that are not used stay where they are, and only their names go into the file
 * @param used those that are fetched
 */
export async function openParquetCopy(
  columns: readonly GivenColumn[],
  used: readonly GivenColumn[],
  file: string,
): Promise<ParquetCopy> {
  // two builds may copy at once
  const unfinished = `${file}.${process.pid}~`;
  const database = `${file}.${process.pid}.duckdb`;
  const remove = async () => {
    for (const path of [database, `${database}.wal`, unfinished]) await rm(path, {force: true});
    await rm(`${database}.spill`, {recursive: true, force: true});
  };
  await removeAbandoned(file);
  const engine = await openDuckdb(database);
  const {connection} = engine;
  const transports = used.map(({name, type}) => columnTransport(identifier(name), type));
  return {
    unfinished,
    async fill(session, from, advance) {
      // a table has columns
      const definitions = ["_ BOOLEAN", ...used.map((_, j) => `c${j} VARCHAR`)];
      let rows = 0;
      if (used.length === 0) {
        await connection.run(`CREATE TABLE fetched (${definitions.join(", ")})`);
        return;
      }
      const values = transports.map((transport) => transport?.fetched);
      await session.query("rows", `SELECT ${values.join(", ")} FROM ${from}`, {
        async begin() {
          rows = 0;
          await connection.run(`CREATE OR REPLACE TABLE fetched (${definitions.join(", ")})`);
        },
        async take(page) {
          const appender = await connection.createAppender("fetched");
          for (const row of page) {
            appender.appendBoolean(true);
            for (const value of row)
              if (value === null) appender.appendNull();
              else appender.appendVarchar(String(value));
            appender.endRow();
          }
          appender.closeSync();
          rows += page.length;
          advance(rows);
        },
      });
    },
    async write() {
      const typed = used.map((_, j) => `CAST(c${j} AS ${transports[j]?.kept ?? "VARCHAR"})`);
      const given = columns.map((column) => {
        const j = used.indexOf(column);
        return `${j < 0 ? "CAST(NULL AS VARCHAR)" : typed[j]} AS ${identifier(column.header)}`;
      });
      const order =
        typed.length === 0 ? "" : `ORDER BY ${typed.map((sql) => `${sql} NULLS FIRST`).join(", ")}`;
      await connection.run("SET threads = 1");
      await connection.run(
        `COPY (SELECT ${given.join(", ")} FROM fetched ${order}) TO ${textLiteral(unfinished)} (FORMAT parquet, COMPRESSION zstd)`,
      );
    },
    async close() {
      await engine.close();
      await remove();
    },
  };
}

/** Removes what a process left that was stopped while it copied. */
async function removeAbandoned(file: string): Promise<void> {
  for (const name of await readdir(dirname(file))) {
    const owner = /^(\d+)(~|\.duckdb)/.exec(
      name.startsWith(`${basename(file)}.`) ? name.slice(basename(file).length + 1) : "",
    );
    if (owner === null || isRunning(Number(owner[1]))) continue;
    await rm(join(dirname(file), name), {recursive: true, force: true});
  }
}

function isRunning(id: number): boolean {
  try {
    return id !== process.pid && process.kill(id, 0);
  } catch {
    return false;
  }
}
