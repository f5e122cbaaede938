import {
  AsyncDuckDB,
  type AsyncDuckDBConnection,
  DuckDBDataProtocol,
  VoidLogger,
} from "npm:@duckdb/duckdb-wasm";
import {Database} from "./Database.js";
import type {DatabaseAddress} from "./databaseAddresses.js";
import {engineModule, workerPrelude} from "./packedEngine.js";

/** Bytes of the engine that have arrived, and all of them. */
export interface LoadProgress {
  loaded: number;
  total: number;
}

const script = () => import.meta.resolve("npm:@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js");

/**
 * Starts DuckDB in a worker, and attaches the published databases under their names in SQL. Of the engine's
 * two builds only the one with WebAssembly exceptions is published: every browser since 2022 runs it.
 *
 * The worker is made from a blob, so that it inherits the page's content security policy and can ask no
 * other host for anything. Extensions and files are locked out besides, and their errors say so.
 *
 * @throws Error that says what is missing, damaged or too much for the browser, and what to do
 */
export async function startEngine(
  addresses: readonly DatabaseAddress[],
  onProgress: (progress: LoadProgress) => void,
): Promise<Database> {
  const files = [{url: engineModule(), bytes: undefined}, ...addresses];
  const [source] = await Promise.all([fetchText(script()), ...files.map(requireFile)]);
  const worker = startWorker(source);
  const engine = new AsyncDuckDB(new VoidLogger(), worker);
  let onFailure = (_: string) => {};
  const failed = new Promise<never>((_, reject) => {
    onFailure = (reason) => reject(new Error(reason));
  });
  worker.addEventListener("error", ({message}) => onFailure(engineFailure(message)));
  try {
    const connection = await Promise.race([failed, connect(engine, addresses, onProgress)]);
    const database = new Database(connection, () => void engine.terminate());
    onFailure = (reason) => database.fail(reason);
    return database;
  } catch (error) {
    await engine.terminate();
    throw error;
  }
}

function startWorker(source: string): Worker {
  const url = URL.createObjectURL(new Blob([workerPrelude(), source], {type: "text/javascript"}));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  return worker;
}

async function connect(
  engine: AsyncDuckDB,
  addresses: readonly DatabaseAddress[],
  onProgress: (progress: LoadProgress) => void,
): Promise<AsyncDuckDBConnection> {
  await engine.instantiate(engineModule(), null, ({bytesLoaded, bytesTotal}) =>
    onProgress({loaded: bytesLoaded, total: bytesTotal}),
  );
  await engine.open({filesystem: {allowFullHTTPReads: true, reliableHeadRequests: true}});
  const connection = await engine.connect();
  for (const {schema, url, key} of addresses) {
    await engine.registerFileURL(`${schema}.duckdb`, url, DuckDBDataProtocol.HTTP, false);
    await connection.query(`ATTACH '${schema}.duckdb' AS "${schema}" (READ_ONLY)`);
    await requireTables(connection, schema, key);
  }
  await connection.query("SET enable_external_access = false");
  await connection.query("SET lock_configuration = true");
  return connection;
}

/** A database of another build has the same name and may have the same size. */
async function requireTables(connection: AsyncDuckDBConnection, schema: string, key: string): Promise<void> {
  const found = await connection.query(`SELECT "${schema}".tables_key() AS key`);
  if (found.get(0)?.key === key) return;
  throw new Error(
    `${schema}.duckdb on the server belongs to another build of the report than this page. Reload the page; if this message comes again, the report was not published whole: tell whoever publishes it.`,
  );
}

async function fetchText(url: string): Promise<string> {
  return (await ask(url, {})).text();
}

/** Asks for a file's size, so that one that is missing or cut off is told as such, not as an engine's error. */
async function requireFile({url, bytes}: {url: string; bytes?: number}): Promise<void> {
  const response = await ask(url, {method: "HEAD"});
  const {headers} = response;
  // an answer that nobody reads counts as broken off
  await response.text();
  const found = Number(headers.get("content-length") ?? Number.NaN);
  const isPacked = headers.has("content-encoding");
  if (bytes === undefined || Number.isNaN(found) || isPacked || found === bytes) return;
  throw new Error(
    `${fileName(url)} has ${found.toLocaleString("en-US")} bytes on the server, where this page expects ${bytes.toLocaleString("en-US")}: it is damaged, or the report was published anew since you opened this page. Reload the page.`,
  );
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init).catch(() => {
    throw new Error(`the server cannot be reached for ${fileName(url)}. Check the connection and try again.`);
  });
  if (response.ok) return response;
  throw new Error(
    `the server answers ${response.status} for ${fileName(url)}. The report was not published whole; tell whoever publishes it.`,
  );
}

function fileName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split("/").pop() ?? url);
}

function engineFailure(message: string): string {
  if (/memory|allocat/i.test(message))
    return "the browser has no memory left for it. Close other tabs and start it again.";
  return `it stopped with “${message}”. Start it again; if that does not help, use a browser from 2022 or later.`;
}
