import type {DuckDBConnection} from "@duckdb/node-api";
import {withoutExcerpt} from "../../src/lib/databaseError.js";
import {type FigureValue, FormatError, formatFigure} from "../../src/lib/formatFigure.js";
import type {NamedQuery} from "./parseQueries.js";
import type {Problem} from "./problem.js";
import {singleRow} from "./singleRow.js";
import {type PublishedDatabase, withPublished} from "./withPublished.js";

export interface Figure extends NamedQuery {
  value: FigureValue;
  /** The value in the figure's own format. */
  text: string;
}

export interface Claim extends NamedQuery {
  holds: boolean;
}

/** A statement of another document, held against the data. */
export interface Statement extends NamedQuery {
  /** Null where these data cannot tell. */
  holds: boolean | null;
  /** What was found. */
  found: string;
}

/** A value of ours beside one that was computed elsewhere. */
export interface Benchmark extends NamedQuery {
  /** Null where these data have none. */
  value: number | null;
  /** The value in the benchmark's own format. */
  text: string;
}

/** Everything that the pages may quote. */
export interface Evidence {
  figures: Figure[];
  claims: Claim[];
  statements: Statement[];
  benchmarks: Benchmark[];
  problems: Problem[];
}

/**
 * Runs every named query on the published tables.
 *
 * A figure must give one row with one value that is a number, text or truth value; a claim one truth value;
 * a statement a truth value and a text; a benchmark one number. NULL is a figure without a value, a claim that is not
 * supported, and nothing that a benchmark could be compared with: other data may have no customer of whom a query asks.
 * Failing queries are reported, all of them, at their place in the file.
 */
export async function evaluateQueries(
  databases: readonly PublishedDatabase[],
  queries: readonly NamedQuery[],
): Promise<Evidence> {
  const evidence: Evidence = {
    figures: [],
    claims: [],
    statements: [],
    benchmarks: [],
    problems: [],
  };
  await withPublished(databases, async (connection) => {
    for (const query of queries) {
      try {
        await evaluate(connection, query, evidence);
      } catch (error) {
        evidence.problems.push(queryProblem(query, error));
      }
    }
  });
  return evidence;
}

async function evaluate(connection: DuckDBConnection, query: NamedQuery, evidence: Evidence): Promise<void> {
  if (query.sql === "") {
    if (query.kind === "statement") evidence.statements.push({...query, holds: null, found: ""});
    return;
  }
  const [value, found = ""] = await singleRow(connection, query.sql, query.kind === "statement" ? 2 : 1);
  const {format = ""} = query.headers;
  if (query.kind === "figure") evidence.figures.push({...query, value, text: formatFigure(value, format)});
  else if (query.kind === "claim") evidence.claims.push({...query, holds: toTruth(value) === true});
  else if (query.kind === "statement")
    evidence.statements.push({...query, holds: toTruth(value), found: String(found ?? "nothing")});
  else {
    const number = value === null ? null : Number(value);
    evidence.benchmarks.push({...query, value: number, text: formatFigure(number, format)});
  }
}

function toTruth(value: FigureValue): boolean | null {
  if (typeof value === "boolean" || value === null) return value;
  throw new Error(`gives ${JSON.stringify(value)}; expected true or false`);
}

function queryProblem(query: NamedQuery, error: unknown): Problem {
  const text = error instanceof Error ? error.message : String(error);
  const message = `${query.kind} ${query.id}: ${withoutExcerpt(text)}`;
  const place =
    error instanceof FormatError ? {line: query.formatLine ?? query.line, column: 1} : placeOf(text, query);
  return {file: query.file, ...place, level: "error", message, id: query.id};
}

/** Where DuckDB's message points to: it shows the line, shortened to `...` where it is long, and a caret below. */
function placeOf(text: string, {sqlLine}: NamedQuery): {line: number; column: number} {
  const [, line, shown, indent] = /\n(LINE \d+: )(.*)\n( *)\^/.exec(text) ?? [];
  if (line === undefined) return {line: sqlLine, column: 1};
  const column = shown.startsWith("...") ? 1 : indent.length - line.length + 1;
  return {line: sqlLine + Number.parseInt(line.slice("LINE ".length), 10) - 1, column};
}
