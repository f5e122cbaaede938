declare module "duckdb-browser-blocking" {
  import type {Table} from "apache-arrow";

  /** The parts of `@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs` that we use; the package exports no types for it. */
  interface Connection {
    query(sql: string): Table;
    insertArrowTable(table: Table, options: {name: string; create: boolean}): void;
  }
  interface Bindings {
    instantiate(onProgress: (progress: {bytesLoaded: number; bytesTotal: number}) => void): Promise<unknown>;
    open(config: {filesystem: {allowFullHTTPReads: boolean; reliableHeadRequests: boolean}}): void;
    connect(): Connection;
    registerFileURL(name: string, url: string, protocol: number, directIO: boolean): void;
  }
  interface Bundle {
    mainModule: string;
    mainWorker: string;
  }
  export const BROWSER_RUNTIME: unknown;
  export enum DuckDBDataProtocol {
    HTTP = 4,
  }
  export class VoidLogger {}
  export function createDuckDB(
    bundles: {mvp: Bundle; eh: Bundle},
    logger: VoidLogger,
    runtime: typeof BROWSER_RUNTIME,
  ): Promise<Bindings>;
}
