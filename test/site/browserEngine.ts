import {createRequire} from "node:module";
import type {Table} from "apache-arrow";
import {arrowCell} from "../../src/lib/database/arrowCell.js";
import type {Cell} from "../../src/lib/database/cell.js";

const require = createRequire(import.meta.url);

/** The engine of the reader's browser: the same WebAssembly file, run by Node. */
export interface BrowserEngine {
  version: string;
  query(sql: string): Cell[][];
}

/**
 * Starts the browser's engine with databases attached.
 *
 * @param databases path of each database file by its name in SQL
 */
export async function startBrowserEngine(databases: ReadonlyMap<string, string>): Promise<BrowserEngine> {
  const wasm: typeof import("@duckdb/duckdb-wasm/blocking") = require("@duckdb/duckdb-wasm/blocking");
  const bundle = {mainModule: require.resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"), mainWorker: ""};
  const engine = await wasm.createDuckDB({mvp: bundle, eh: bundle}, new wasm.VoidLogger(), wasm.NODE_RUNTIME);
  await engine.instantiate(() => {});
  engine.open({});
  const connection = engine.connect();
  for (const [schema, path] of databases) connection.query(`ATTACH '${path}' AS "${schema}" (READ_ONLY)`);
  return {version: engine.getVersion(), query: (sql) => rowsOf(connection.query(sql))};
}

function rowsOf(table: Table): Cell[][] {
  const columns = table.schema.fields.map(({type}, j) => ({type, values: table.getChildAt(j)}));
  return Array.from({length: table.numRows}, (_, i) =>
    columns.map(({type, values}) => arrowCell(values?.get(i), type)),
  );
}
