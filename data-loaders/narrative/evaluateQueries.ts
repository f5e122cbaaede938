import type {DuckDBConnection} from "@duckdb/node-api";
import {type FigureValue, formatFigure} from "../../src/lib/formatFigure.js";
import type {NamedQuery} from "./parseQueries.js";
import type {Problem} from "./problem.js";
import {type PublishedDatabase, withPublished} from "./withPublished.js";

export interface Figure extends NamedQuery {
  value: FigureValue;
  /** The value in the figure's own format. */
  text: string;
}

export interface Claim extends NamedQuery {
  holds: boolean;
}

/** Everything that the pages may quote. */
export interface Evidence {
  figures: Figure[];
  claims: Claim[];
  problems: Problem[];
}

/**
 * Runs every named query on the published tables.
 *
 * A figure must give one row with one value that is a number, text or truth value; a claim one truth value.
 * Failing queries are reported, all of them, at their place in the file.
 */
export async function evaluateQueries(
  databases: readonly PublishedDatabase[],
  queries: readonly NamedQuery[],
): Promise<Evidence> {
  const evidence: Evidence = {figures: [], claims: [], problems: []};
  await withPublished(databases, async (connection) => {
    for (const query of queries) {
      if (query.sql === "") continue;
      try {
        const value = await singleValue(connection, query);
        if (query.kind === "figure") evidence.figures.push(toFigure(query, value));
        else evidence.claims.push({...query, holds: toTruth(value)});
      } catch (error) {
        evidence.problems.push(queryProblem(query, error));
      }
    }
  });
  return evidence;
}

async function singleValue(connection: DuckDBConnection, query: NamedQuery): Promise<FigureValue> {
  const result = await connection.runAndReadAll(query.sql);
  const rows = result.getRowsJS();
  if (rows.length !== 1 || rows[0].length !== 1)
    throw new Error(`gives ${rows.length} rows of ${result.columnCount} columns; expected one value`);
  const value = rows[0][0];
  if (typeof value === "bigint") return Number(value);
  if (value === null) throw new Error("gives NULL; expected one value");
  if (typeof value === "number" && !Number.isFinite(value))
    throw new Error(`gives ${value}; expected a finite number`);
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  const number = Number(result.getRows()[0][0]?.toString());
  if (Number.isFinite(number)) return number;
  throw new Error(`gives a ${result.columnTypes()[0]}; expected a number, text or truth value`);
}

function toFigure(query: NamedQuery, value: FigureValue): Figure {
  return {...query, value, text: formatFigure(value, query.headers.format ?? "")};
}

function toTruth(value: FigureValue): boolean {
  if (typeof value === "boolean") return value;
  throw new Error(`gives ${JSON.stringify(value)}; expected true or false`);
}

function queryProblem(query: NamedQuery, error: unknown): Problem {
  const text = error instanceof Error ? error.message : String(error);
  const message = `${query.kind} ${query.id}: ${text.split("\n\nLINE")[0].trim()}`;
  return {file: query.file, ...placeOf(text, query), level: "error", message};
}

/** Where DuckDB's message points to: it shows the line, shortened to `...` where it is long, and a caret below. */
function placeOf(text: string, {sqlLine}: NamedQuery): {line: number; column: number} {
  const [, line, shown, indent] = /\n(LINE \d+: )(.*)\n( *)\^/.exec(text) ?? [];
  if (line === undefined) return {line: sqlLine, column: 1};
  const column = shown.startsWith("...") ? 1 : indent.length - line.length + 1;
  return {line: sqlLine + Number.parseInt(line.slice("LINE ".length), 10) - 1, column};
}
