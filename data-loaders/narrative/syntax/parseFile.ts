import {parseBenchmarks} from "./parseBenchmarks.js";
import {type ParsedQueries, parseQueries} from "./parseQueries.js";

/** True for the files below `src/` that hold named queries. */
export function isQueryFile(path: string): boolean {
  return /\/(?:figures\.sql|claims\.sql|statements\.sql|benchmarks\.csv)$/.test(path);
}

/** The named queries of such a file: see `parseQueries` and `parseBenchmarks`. */
export function parseFile(text: string, file: string): ParsedQueries {
  return file.endsWith(".csv") ? parseBenchmarks(text, file) : parseQueries(text, file);
}
