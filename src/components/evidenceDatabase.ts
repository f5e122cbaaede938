import * as duckdb from "npm:@duckdb/duckdb-wasm";
import type {EvidenceDatabase} from "../lib/evidenceFile.js";
import type {FigureValue} from "../lib/formatFigure.js";
import {siteFile} from "./siteRoot.js";

/** Runs a query in the reader's browser and gives the values of its first row. */
export type RunQuery = (sql: string) => Promise<FigureValue[]>;

let opening: Promise<RunQuery> | undefined;

/** Starts the database engine with the published files attached, once. */
export function openEvidenceDatabase(databases: readonly EvidenceDatabase[]): Promise<RunQuery> {
  opening ??= open(databases);
  return opening;
}

async function open(databases: readonly EvidenceDatabase[]): Promise<RunQuery> {
  const worker = new Worker(import.meta.resolve("npm:@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js"));
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await database.instantiate(import.meta.resolve("npm:@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
  await database.open({query: {castBigIntToDouble: true, castDecimalToDouble: true}});
  const connection = await database.connect();
  for (const {schema, file} of databases) {
    await database.registerFileURL(file, siteFile(file), duckdb.DuckDBDataProtocol.HTTP, false);
    await connection.query(`ATTACH '${file}' AS ${schema} (READ_ONLY)`);
  }
  return async (sql) => {
    const result = await connection.query(sql);
    const row = result.get(0);
    return result.schema.fields.map((_, column) => plain(row?.[result.schema.fields[column].name]));
  };
}

function plain(value: unknown): FigureValue {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  return typeof value === "bigint" ? Number(value) : String(value);
}
