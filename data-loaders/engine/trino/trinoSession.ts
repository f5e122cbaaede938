import {setTimeout as wait} from "node:timers/promises";
import type {QueryResult, Trino} from "trino-client";
import {type TrinoAccess, withoutSecrets} from "./trinoAccess.js";
import {connectionFault, type Fault, OtherServerError, queryFault} from "./trinoFaults.js";
import type {TrinoTable} from "./trinoTable.js";
import {WarehouseError} from "./warehouseError.js";

/** What a query gave: rows in the order in which they came, each with a value for every column. */
export interface QueryRows {
  columns: readonly {name: string; type: string}[];
  rows: readonly (readonly unknown[])[];
}

/** Takes the rows of a query as they come. */
export interface RowTaker {
  /** The query begins, perhaps again: rows that came before do not count. */
  begin(): Promise<void> | void;
  take(rows: QueryRows["rows"]): Promise<void> | void;
}

/** A cluster that answers queries which only read. */
export interface TrinoSession {
  /**
   * Runs one query. What the engine calls a fault of a machine, of another system or of the cluster's memory is repeated, as
   * Trino itself does under `retry-policy=QUERY`: a query that only reads can be. What is wrong with the query, the access or
   * the data, and a query that somebody has cancelled, is not.
   *
   * @param pass what it is for, in words: messages name it
   * @param taker takes the rows page by page, so that not all are in memory; the result then has none
   * @throws WarehouseError that names the pass
   */
  query(pass: string, sql: string, taker?: RowTaker): Promise<QueryRows>;
}

/** Waits before a query is asked again, in milliseconds: the cluster needs a few seconds to notice a lost worker. */
const REPEATS = [1000, 4000, 10_000];

/** Waits before a request is sent again that got no answer, in milliseconds. */
const RESENDS = [100, 400, 1600];

/** What ends a command. */
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Opens a session with the coordinator of a table. Nothing is sent before the first query. */
export async function openTrino(
  table: TrinoTable,
  access: TrinoAccess,
  waits = {repeats: REPEATS, resends: RESENDS},
): Promise<TrinoSession> {
  const {Trino, BasicAuth} = await import("trino-client");
  const client = Trino.create({
    server: table.server,
    source: "cardlens",
    catalog: table.catalog,
    schema: table.schema,
    ...(access.password === undefined ? {} : {auth: new BasicAuth(access.user, access.password)}),
    extraHeaders: {
      "X-Trino-User": access.user,
      ...(access.token === undefined ? {} : {Authorization: `Bearer ${access.token}`}),
    },
  });
  return {
    async query(pass, sql, taker) {
      for (let attempt = 0; ; attempt++) {
        await taker?.begin();
        const answer = await ask(client, sql, table, waits.resends, taker);
        if (!("fault" in answer)) return answer;
        const {fault} = answer;
        if (!fault.repeat || attempt === waits.repeats.length)
          throw new WarehouseError(
            table.address,
            pass,
            withoutSecrets(fault.found, access),
            fault.remedy,
            fault.engine,
          );
        await wait(waits.repeats[attempt]);
      }
    },
  };
}

async function ask(
  client: Trino,
  sql: string,
  table: TrinoTable,
  resends: readonly number[],
  taker?: RowTaker,
): Promise<QueryRows | {fault: Fault}> {
  try {
    const pages = await resent(() => client.query(sql), resends);
    return await cancelledAtEnd(client, keptPage(pages).id, () => read(pages, table, resends, taker));
  } catch (error) {
    return {fault: connectionFault(error, table)};
  }
}

async function read(
  pages: AsyncIterator<QueryResult>,
  table: TrinoTable,
  resends: readonly number[],
  taker?: RowTaker,
): Promise<QueryRows | {fault: Fault}> {
  const rows: unknown[][] = [];
  let columns: QueryRows["columns"] = [];
  let last: QueryResult | undefined;
  for (;;) {
    requireSameServer(pages, table);
    const {value: page, done} = await resent(() => pages.next(), resends);
    if (page.error !== undefined) return {fault: queryFault(page.error)};
    columns = page.columns ?? columns;
    // the end is the last page once more
    if (page !== last && taker !== undefined) await taker.take(rowsOf(page));
    else if (page !== last) for (const row of rowsOf(page)) rows.push(row);
    if (done) return {columns, rows};
    last = page;
  }
}

/** Ctrl-C ends the query on the cluster too, which else would go on for minutes before it misses its client. */
async function cancelledAtEnd<T>(
  client: Trino,
  query: string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const end = async (signal: NodeJS.Signals) => {
    if (query !== undefined) await client.cancel(query).catch(() => {});
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.once(signal, end);
  try {
    return await work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, end);
  }
}

function rowsOf({data}: QueryResult): unknown[][] {
  return data ?? [];
}

/** Sends a request again that got no answer. Each names the page that it asks for, so none is taken twice. */
async function resent<T>(send: () => Promise<T>, waits: readonly number[]): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (attempt === waits.length || !connectionFault(error).resend) throw error;
      await wait(waits[attempt]);
    }
  }
}

/**
 * The coordinator says where its pages are, and the client goes there with user and password: not to another server, nor
 * without the encryption that this one has, as behind a proxy that the cluster does not know of.
 */
function requireSameServer(pages: unknown, {server}: TrinoTable): void {
  const {nextUri} = keptPage(pages);
  if (nextUri === undefined || new URL(nextUri).origin === new URL(server).origin) return;
  throw new OtherServerError(new URL(nextUri).origin);
}

/** The page that the client has and asks for the next with; it keeps it to itself. */
function keptPage(pages: unknown): {id?: string; nextUri?: string} {
  const of = (object: unknown, name: string): unknown =>
    typeof object === "object" && object !== null ? Reflect.get(object, name) : undefined;
  const page = of(of(pages, "iter"), "queryResult");
  const [id, nextUri] = [of(page, "id"), of(page, "nextUri")];
  return {
    ...(typeof id === "string" ? {id} : {}),
    ...(typeof nextUri === "string" ? {nextUri} : {}),
  };
}
