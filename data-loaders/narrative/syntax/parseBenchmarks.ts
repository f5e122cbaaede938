import {type CastingContext, CsvError, parse} from "csv-parse/sync";
import type {NamedQuery} from "./namedQuery.js";
import type {ParsedQueries} from "./parseQueries.js";
import type {Problem} from "./problem.js";

/** The columns of a chapter's `benchmarks.csv`; the first six must be filled. */
export const benchmarkColumns = [
  "id",
  "label",
  "published",
  "tolerance",
  "software",
  "query",
  "sample",
  "format",
  "unit",
  "note",
] as const;

type Column = (typeof benchmarkColumns)[number];

const needed: readonly Column[] = benchmarkColumns.slice(0, 6);

interface Row {
  record: Partial<Record<string, string>>;
  info: CastingContext;
}

/**
 * Reads a table of values that other software gives: one row each, with the query that gives ours.
 *
 * @param file path from the project's root, for messages
 */
export function parseBenchmarks(text: string, file: string): ParsedQueries {
  const problems: Problem[] = [];
  const report = (line: number, message: string) =>
    problems.push({file, line, column: 1, level: "error", message});
  let rows: Row[];
  try {
    rows = parse(text, {columns: true, info: true, skip_empty_lines: true});
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const {lines} = error as CsvError & {lines?: number};
    report(lines ?? 1, `no table of benchmarks: ${error.message}`);
    return {queries: [], problems};
  }
  for (const name of Object.keys(rows[0]?.record ?? {}))
    if (!benchmarkColumns.some((known) => known === name))
      report(1, `unknown column "${name}"; known: ${benchmarkColumns.join(", ")}`);
  const queries = rows.flatMap(({record, info: {lines}}) => {
    const missing = needed.filter((column) => (record[column] ?? "") === "");
    for (const column of missing)
      report(lines, `benchmark ${record.id ?? ""} has no ${column}; fill the column ${column}`);
    if (missing.length > 0) return [];
    for (const column of ["published", "tolerance"] as const)
      if (Number.isNaN(Number(record[column])))
        report(lines, `benchmark ${record.id}: ${column} is no number: ${record[column]}`);
    return [queryOf(record, file, lines)];
  });
  return {queries, problems};
}

function queryOf(record: Row["record"], file: string, line: number): NamedQuery {
  const {id = "", label = "", query = "", ...others} = record;
  const headers = Object.fromEntries(
    Object.entries(others).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return {
    kind: "benchmark",
    id,
    label,
    headers,
    sql: query,
    file,
    line,
    sqlLine: line,
    formatLine: line,
    about: [],
  };
}
