import type {AsyncDuckDBConnection} from "npm:@duckdb/duckdb-wasm";
import type {RecordBatch, Schema, Table} from "npm:apache-arrow";
import {arrowCell} from "../../lib/database/arrowCell.js";
import type {Cell} from "../../lib/database/cell.js";
import {DatabaseError, queryError} from "../../lib/database/databaseError.js";
import {explains, readingStatement} from "../../lib/database/readingStatement.js";
import {resultTable, StoredResult} from "./StoredResult.js";

/** How far and how long to read. */
export interface QueryOptions {
  /** Most rows to keep. */
  limit: number;
  /** Stops the query: between two of its steps, else together with the engine. */
  signal?: AbortSignal;
  /** Told, once, that the engine has not answered for three seconds. */
  onSilence?: () => void;
}

/** DuckDB listens between two steps of a query; where it does not listen for so long, it is ended. */
const stopMilliseconds = 700;
const silenceMilliseconds = 3000;

/** The published tables in the reader's browser. Queries run one after another on one connection. */
export class Database {
  /** Settles when the engine has ended; this object is then of no more use. */
  readonly closed: Promise<DatabaseError>;
  private readonly close: (reason: DatabaseError) => void;
  private last: Promise<unknown> = Promise.resolve();

  /**
   * @param connection with the published databases attached
   * @param stopEngine ends the engine, whatever it is doing
   */
  constructor(
    private readonly connection: AsyncDuckDBConnection,
    stopEngine: () => void,
  ) {
    let settle = (_: DatabaseError) => {};
    this.closed = new Promise((resolve) => {
      settle = resolve;
    });
    this.close = (reason) => {
      stopEngine();
      settle(reason);
    };
  }

  /** Ends the engine, which has failed. */
  fail(reason: string): void {
    this.close(new DatabaseError("engine", reason));
  }

  /**
   * Runs one query that reads and keeps its result in the engine, until the next one.
   *
   * @throws DatabaseError `refused`, `query`, `stopped` or `engine`
   */
  async run(sql: string, {limit, signal, onSilence}: QueryOptions): Promise<StoredResult> {
    const statement = readingStatement(sql);
    if (signal?.aborted) throw stopped();
    const stop = () => void this.stop();
    signal?.addEventListener("abort", stop);
    try {
      return await this.inTurn(() => this.store(statement, limit, onSilence));
    } catch (error) {
      // the engine calls a query that was cancelled "interrupted"
      throw signal?.aborted ? stopped() : error;
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  }

  /**
   * Runs one query that gives a few rows, such as a figure's, as plain values.
   *
   * @throws DatabaseError `refused`, `query`, `stopped` or `engine`
   */
  async queryFew(sql: string): Promise<Cell[][]> {
    const statement = readingStatement(sql);
    return this.inTurn(async () => {
      const {schema, batches} = await this.connection.query(statement);
      return batches.flatMap((batch) => cellsOf(batch, schema));
    });
  }

  /**
   * The result of the last `run` in Arrow's IPC stream format.
   *
   * @throws DatabaseError `query` where a type is not known to Arrow
   */
  async arrow(): Promise<Uint8Array<ArrayBuffer>> {
    return this.inTurn(() =>
      this.connection.useUnsafe(
        async (engine, id) => new Uint8Array(await engine.runQuery(id, `FROM ${resultTable}`)),
      ),
    );
  }

  /** Waits for the queries before this one; the end of the engine ends all. */
  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work).catch((error) => {
      throw error instanceof DatabaseError
        ? error
        : queryError(error instanceof Error ? error.message : String(error));
    });
    this.last = result.catch(() => undefined);
    return Promise.race([result, this.closed.then((reason) => Promise.reject(reason))]);
  }

  private async stop(): Promise<void> {
    const listens = await Promise.race([this.connection.cancelSent(), wait(stopMilliseconds)]);
    if (listens !== true) this.close(stopped());
  }

  private async store(statement: string, limit: number, onSilence = () => {}): Promise<StoredResult> {
    const answered = watched(onSilence);
    const query = explains(statement)
      ? asValues(await answered(this.connection.query(statement)))
      : statement;
    const described = plainRows(await answered(this.connection.query(`DESCRIBE (${query}\n)`)));
    const columns = described.map(([name, type]) => ({name: String(name), type: String(type)}));
    const names = columns.map((_, column) => `c${column}`).join(", ");
    const source = `FROM (${query}\n) AS r(${names}) LIMIT ${limit + 1}`;
    const create = `CREATE OR REPLACE TEMP TABLE ${resultTable} AS`;
    try {
      await this.inSteps(`${create} ${source}`, answered);
    } catch (error) {
      // a tuple has a type that no table can have
      if (!String(error).includes("unnamed struct")) throw error;
      await this.inSteps(`${create} SELECT CAST(COLUMNS(*) AS VARCHAR) ${source}`, answered);
    }
    const [[found]] = plainRows(await this.connection.query(`SELECT count(*) FROM ${resultTable}`));
    const complete = Number(found) <= limit;
    return new StoredResult(columns, Math.min(Number(found), limit), complete, (sql) =>
      this.inTurn(() => this.connection.query(sql)),
    );
  }

  /** Runs a statement so that the engine can be told to stop in between. */
  private async inSteps(statement: string, answered: Watched): Promise<void> {
    await this.connection.useUnsafe(async (engine, id) => {
      let header = await answered(engine.startPendingQuery(id, statement)).catch((error) => {
        // PIVOT is carried out in several statements, which are not run in steps
        if (!String(error).includes("single statement")) throw error;
        return answered(engine.runQuery(id, statement));
      });
      while (header === null) header = await answered(engine.pollPendingQuery(id));
    });
  }
}

/** An answer of the engine, which somebody waits for. */
type Watched = <T>(answer: Promise<T>) => Promise<T>;

/** Tells, once, that an answer has not come for three seconds. */
function watched(onSilence: () => void): Watched {
  let isSilent = false;
  return (answer) => {
    const timer = setTimeout(() => {
      if (!isSilent) onSilence();
      isSilent = true;
    }, silenceMilliseconds);
    return answer.finally(() => clearTimeout(timer));
  };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** What EXPLAIN says, as a query: it cannot stand inside another. */
function asValues(table: Table): string {
  const rows = plainRows(table).map((row) => `(${row.map((cell) => quoted(String(cell))).join(", ")})`);
  const names = table.schema.fields.map(({name}) => name).join(", ");
  return `SELECT * FROM (VALUES ${rows.join(", ")}) AS explained(${names})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function plainRows({schema, batches}: Table): Cell[][] {
  return batches.flatMap((batch) => cellsOf(batch, schema));
}

function cellsOf(batch: RecordBatch, {fields}: Schema): Cell[][] {
  const columns = fields.map(({type}, j) => ({type, values: batch.getChildAt(j)}));
  return Array.from({length: batch.numRows}, (_, i) =>
    columns.map(({type, values}) => arrowCell(values?.get(i), type)),
  );
}

function stopped(): DatabaseError {
  return new DatabaseError("stopped", "The query was stopped.");
}
