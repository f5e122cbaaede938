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

/** A cluster that answers queries which only read. */
export interface TrinoSession {
  /**
   * Runs one query. What the engine calls a fault of a machine, of another system or of the cluster's memory is repeated, as
   * Trino itself does under `retry-policy=QUERY`: a query that only reads can be. What is wrong with the query, the access or
   * the data, and a query that somebody has cancelled, is not.
   *
   * @param pass what it is for, in words: messages name it
   * @throws WarehouseError that names the pass
   */
  query(pass: string, sql: string): Promise<QueryRows>;
}

/** Waits before a query is asked again, in milliseconds: the cluster needs a few seconds to notice a lost worker. */
const REPEATS = [1000, 4000, 10_000];

/** Waits before a request is sent again that got no answer, in milliseconds. */
const RESENDS = [100, 400, 1600];

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
    async query(pass, sql) {
      for (let attempt = 0; ; attempt++) {
        const answer = await ask(client, sql, table, waits.resends);
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
): Promise<QueryRows | {fault: Fault}> {
  try {
    const pages = await resent(() => client.query(sql), resends);
    const rows: unknown[][] = [];
    let columns: QueryRows["columns"] = [];
    let last: QueryResult | undefined;
    for (;;) {
      requireSameServer(pages, table);
      const {value: page, done} = await resent(() => pages.next(), resends);
      if (page.error !== undefined) return {fault: queryFault(page.error)};
      columns = page.columns ?? columns;
      // the end is the last page once more
      if (page !== last) for (const row of rowsOf(page)) rows.push(row);
      if (done) return {columns, rows};
      last = page;
    }
  } catch (error) {
    return {fault: connectionFault(error, table)};
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
  const next = nextAddress(pages);
  if (next === undefined || new URL(next).origin === new URL(server).origin) return;
  throw new OtherServerError(new URL(next).origin);
}

/** The address that the client asks next; it keeps it to itself. */
function nextAddress(pages: unknown): string | undefined {
  const of = (object: unknown, name: string): unknown =>
    typeof object === "object" && object !== null ? Reflect.get(object, name) : undefined;
  const address = of(of(of(pages, "iter"), "queryResult"), "nextUri");
  return typeof address === "string" ? address : undefined;
}
