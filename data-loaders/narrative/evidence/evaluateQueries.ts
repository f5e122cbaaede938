import type {DuckDBConnection} from "@duckdb/node-api";
import {withoutExcerpt} from "../../../src/lib/database/databaseError.js";
import {type FigureValue, FormatError, formatFigure} from "../../../src/lib/narrative/formatFigure.js";
import {populationQuery, type Verdict, verdictOf} from "../../../src/lib/narrative/verdict.js";
import type {About, NamedQuery} from "../syntax/namedQuery.js";
import type {Problem} from "../syntax/problem.js";
import {rowOrNulls, singleRow} from "./singleRow.js";
import {type OnPublished, type PublishedDatabase, withPublished} from "./withPublished.js";

export interface Figure extends NamedQuery {
  value: FigureValue;
  /** The value in the figure's own format. */
  text: string;
}

export interface Claim extends NamedQuery {
  verdict: Verdict;
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
 * a statement a truth value and a text; a benchmark one number. NULL, and of all but claims no row, is a figure without a
 * value, a claim with nothing to test, and nothing that a benchmark could be compared with: other data may have no customer
 * of whom a query asks. Where there are no rows of what a claim is about, its query is not asked.
 * Failing queries are reported, all of them, at their place in the file.
 *
 * @param on runs work on the databases, where they are open already
 */
export async function evaluateQueries(
  databases: readonly PublishedDatabase[],
  queries: readonly NamedQuery[],
  on: OnPublished = (work) => withPublished(databases, work),
): Promise<Evidence> {
  const evidence: Evidence = {
    figures: [],
    claims: [],
    statements: [],
    benchmarks: [],
    problems: [],
  };
  await on(async (connection) => {
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
  if (query.kind === "claim") {
    evidence.claims.push({...query, verdict: await claimVerdict(connection, query)});
    return;
  }
  const [value, found = ""] = await rowOrNulls(connection, query.sql, query.kind === "statement" ? 2 : 1);
  const {format = ""} = query.headers;
  if (query.kind === "figure") evidence.figures.push({...query, value, text: formatFigure(value, format)});
  else if (query.kind === "statement")
    evidence.statements.push({...query, holds: toTruth(value), found: String(found ?? "nothing")});
  else {
    const number = value === null ? null : Number(value);
    evidence.benchmarks.push({...query, value: number, text: formatFigure(number, format)});
  }
}

/**
 * The verdict on a claim.
 *
 * @throws Error if a query of it cannot be run, or does not give one truth value
 */
export async function claimVerdict(
  connection: DuckDBConnection,
  {sql, about}: Pick<NamedQuery, "sql" | "about">,
): Promise<Verdict> {
  const populations: number[] = [];
  for (const part of about) populations.push(await rowsOf(connection, part));
  if (populations.includes(0)) {
    // a mistake in the query must be found with any data
    (await connection.prepare(sql)).destroySync();
    return verdictOf(populations, null);
  }
  const [value] = await singleRow(connection, sql, 1);
  return verdictOf(populations, toTruth(value));
}

async function rowsOf(connection: DuckDBConnection, {from, line}: About): Promise<number> {
  try {
    return Number((await singleRow(connection, populationQuery(from), 1))[0]);
  } catch (error) {
    throw new AboutError(withoutExcerpt(error instanceof Error ? error.message : String(error)), line);
  }
}

/** A header `about` that cannot be counted, at its own line. */
class AboutError extends Error {
  constructor(
    reason: string,
    readonly line: number,
  ) {
    super(`about: ${reason}`);
  }
}

function toTruth(value: FigureValue): boolean | null {
  if (typeof value === "boolean" || value === null) return value;
  throw new Error(`gives ${JSON.stringify(value)}; expected true or false`);
}

function queryProblem(query: NamedQuery, error: unknown): Problem {
  const text = error instanceof Error ? error.message : String(error);
  const message = `${query.kind} ${query.id}: ${withoutExcerpt(text)}`;
  return {file: query.file, ...placeOfError(error, query), level: "error", message, id: query.id};
}

function placeOfError(error: unknown, query: NamedQuery): {line: number; column: number} {
  if (error instanceof AboutError) return {line: error.line, column: 1};
  if (error instanceof FormatError) return {line: query.formatLine ?? query.line, column: 1};
  return placeOf(error instanceof Error ? error.message : String(error), query);
}

/** Where DuckDB's message points to: it shows the line, shortened to `...` where it is long, and a caret below. */
function placeOf(text: string, {sqlLine}: NamedQuery): {line: number; column: number} {
  const [, line, shown, indent] = /\n(LINE \d+: )(.*)\n( *)\^/.exec(text) ?? [];
  if (line === undefined) return {line: sqlLine, column: 1};
  const column = shown.startsWith("...") ? 1 : indent.length - line.length + 1;
  return {line: sqlLine + Number.parseInt(line.slice("LINE ".length), 10) - 1, column};
}
