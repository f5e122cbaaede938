import {AsyncDuckDB, createWorker, DuckDBDataProtocol, VoidLogger} from "npm:@duckdb/duckdb-wasm";
import {Database} from "./Database.js";
import type {DatabaseAddress} from "./databaseAddresses.js";

/** Bytes of the engine that have arrived, and all of them. */
export interface LoadProgress {
  loaded: number;
  total: number;
}

/**
 * Starts DuckDB in a worker, and attaches the published databases under their names in SQL. Of the engine's
 * two builds only the one with WebAssembly exceptions is published: every browser since 2022 runs it.
 *
 * The worker is made from a blob, so that it inherits the page's content security policy and can ask no
 * other host for anything. Extensions and files are locked out besides, and their errors say so.
 */
export async function startEngine(
  addresses: readonly DatabaseAddress[],
  onProgress: (progress: LoadProgress) => void,
): Promise<Database> {
  const worker = await createWorker(
    import.meta.resolve("npm:@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js"),
  );
  const engine = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    await engine.instantiate(
      import.meta.resolve("npm:@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"),
      null,
      ({bytesLoaded, bytesTotal}) => onProgress({loaded: bytesLoaded, total: bytesTotal}),
    );
    await engine.open({filesystem: {allowFullHTTPReads: true, reliableHeadRequests: true}});
    const connection = await engine.connect();
    for (const {schema, url} of addresses) {
      await engine.registerFileURL(`${schema}.duckdb`, url, DuckDBDataProtocol.HTTP, false);
      await connection.query(`ATTACH '${schema}.duckdb' AS "${schema}" (READ_ONLY)`);
    }
    await connection.query("SET enable_external_access = false");
    await connection.query("SET lock_configuration = true");
    return new Database(connection, () => void engine.terminate());
  } catch (error) {
    await engine.terminate();
    throw error;
  }
}
