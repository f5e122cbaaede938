import type {AsyncDuckDBConnection} from "npm:@duckdb/duckdb-wasm";
import type {RecordBatch, Schema} from "npm:apache-arrow";
import {arrowCell, isNumberType} from "../lib/arrowCell.js";
import {DatabaseError, queryError} from "../lib/databaseError.js";
import type {Cell, QueryResult} from "../lib/queryResult.js";
import {readingStatement} from "../lib/readingStatement.js";

/** How far and how long to read. */
export interface QueryOptions {
  /** Most rows to read; default 10,000. */
  limit?: number;
  /** Stops the query, and with it the engine: DuckDB in a browser does not listen while it works. */
  signal?: AbortSignal;
}

const defaultLimit = 10_000;

/** The published tables in the reader's browser. Queries run one after another on one connection. */
export class Database {
  /** Settles when the engine has been stopped; this object is then of no more use. */
  readonly closed: Promise<void>;
  private readonly close: () => void;
  private last: Promise<unknown> = Promise.resolve();

  /**
   * @param connection with the published databases attached
   * @param stopEngine ends the engine, whatever it is doing
   */
  constructor(
    private readonly connection: AsyncDuckDBConnection,
    stopEngine: () => void,
  ) {
    let settle = () => {};
    this.closed = new Promise((resolve) => {
      settle = resolve;
    });
    this.close = () => {
      stopEngine();
      settle();
    };
  }

  /**
   * Runs one query that reads, such as those of `figures.sql`.
   *
   * @throws DatabaseError `refused`, `query` or `stopped`
   */
  async query(sql: string, {limit = defaultLimit, signal}: QueryOptions = {}): Promise<QueryResult> {
    const statement = readingStatement(sql);
    if (signal?.aborted) throw stopped();
    signal?.addEventListener("abort", this.close);
    try {
      return await this.inTurn(() => this.read(statement, limit));
    } finally {
      signal?.removeEventListener("abort", this.close);
    }
  }

  /**
   * Runs one query that gives a few rows, such as a figure's: the result comes in one message, where `query`
   * takes one to begin, others to ask, and one for each part.
   *
   * @throws DatabaseError `refused`, `query` or `stopped`
   */
  async queryFew(sql: string): Promise<Cell[][]> {
    const statement = readingStatement(sql);
    return this.inTurn(async () => {
      const {schema, batches} = await this.connection.query(statement);
      return batches.flatMap((batch) => cellsOf(batch, schema, batch.numRows));
    });
  }

  /** Waits for the queries before this one; a stop of the engine ends all. */
  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work).catch((error) => {
      throw queryError(error instanceof Error ? error.message : String(error));
    });
    this.last = result.catch(() => undefined);
    return Promise.race([result, this.closed.then(() => Promise.reject(stopped()))]);
  }

  private async read(sql: string, limit: number): Promise<QueryResult> {
    const {schema, batches} = await this.send(sql);
    const rows: Cell[][] = [];
    for await (const batch of batches) {
      const count = Math.min(batch.numRows, limit - rows.length);
      rows.push(...cellsOf(batch, schema, count));
      if (count < batch.numRows) {
        await this.connection.cancelSent();
        return {columns: columnsOf(schema), rows, complete: false};
      }
    }
    return {columns: columnsOf(schema), rows, complete: true};
  }

  /** Streams a result; a statement that DuckDB carries out in several steps (PIVOT) comes as a whole. */
  private async send(
    sql: string,
  ): Promise<{schema: Schema; batches: AsyncIterable<RecordBatch> | Iterable<RecordBatch>}> {
    try {
      const reader = await (await this.connection.send(sql)).open();
      return {schema: reader.schema, batches: reader};
    } catch (error) {
      if (!String(error).includes("single statement")) throw error;
      const {schema, batches} = await this.connection.query(sql);
      return {schema, batches};
    }
  }
}

/** The first rows of a batch. */
function cellsOf(batch: RecordBatch, {fields}: Schema, count: number): Cell[][] {
  const columns = fields.map(({type}, j) => ({type, values: batch.getChildAt(j)}));
  return Array.from({length: count}, (_, i) =>
    columns.map(({type, values}) => arrowCell(values?.get(i), type)),
  );
}

function columnsOf({fields}: Schema): QueryResult["columns"] {
  return fields.map(({name, type}) => ({name, isNumber: isNumberType(type)}));
}

function stopped(): DatabaseError {
  return new DatabaseError("stopped", "The query was stopped. The next one starts the engine again.");
}
