import type {DuckDBConnection} from "@duckdb/node-api";
import {populationQuery, type Verdict, verdictOf} from "../../../src/lib/narrative/verdict.js";
import {claimVerdict} from "../../narrative/evidence/evaluateQueries.js";
import type {TestedClaim} from "./claimReads.js";

/** Claims that are asked in one statement: each on its own takes three times as long. */
const atOnce = 40;

/** The verdicts on claims, by id, as `claimVerdict` gives them one by one. */
export async function claimVerdicts(
  connection: DuckDBConnection,
  claims: readonly TestedClaim[],
): Promise<Record<string, Verdict>> {
  const verdicts: Record<string, Verdict> = {};
  for (let from = 0; from < claims.length; from += atOnce) {
    const part = claims.slice(from, from + atOnce);
    const found = await askTogether(connection, part).catch(() => undefined);
    for (const claim of part)
      verdicts[claim.id] = found?.get(claim.id) ?? (await verdictOn(connection, claim));
  }
  return verdicts;
}

/**
 * Asks claims and the populations that they are about in one statement: each part gives its number and its value.
 *
 * @returns verdicts of the claims whose every part gives one row
 * @throws Error where a part cannot be run, or gives something else than a truth value
 */
async function askTogether(
  connection: DuckDBConnection,
  claims: readonly TestedClaim[],
): Promise<Map<string, Verdict>> {
  const abouts = [...new Set(claims.flatMap(({about}) => about))];
  const parts = [
    ...claims.map(({sql}, at) => `SELECT ${at} AS part, v FROM (${sql}\n) AS asked(v)`),
    ...abouts.map(
      (about, at) => `SELECT ${claims.length + at}, v > 0 FROM (${populationQuery(about)}\n) AS asked(v)`,
    ),
  ];
  const result = await connection.runAndReadAll(parts.join("\nUNION ALL\n"));
  const values = new Map<unknown, unknown[]>();
  for (const [part, value] of result.getRowsJS()) values.set(part, [...(values.get(part) ?? []), value]);
  const single = (part: number): boolean | null | undefined => {
    const found = values.get(part) ?? [];
    if (found.length !== 1) return undefined;
    const [value] = found;
    if (value === null || typeof value === "boolean") return value;
    throw new Error(`gives ${value}; expected true or false`);
  };
  return new Map(
    claims.flatMap(({id, about}, at): [string, Verdict][] => {
      const value = single(at);
      const present = about.map((from) => single(claims.length + abouts.indexOf(from)));
      if (value === undefined || present.includes(undefined)) return [];
      return [[id, verdictOf(present.map(Number), value)]];
    }),
  );
}

/** A query that gives no single truth value where the report's own tables give one has nothing to test. */
async function verdictOn(connection: DuckDBConnection, {sql, about}: TestedClaim): Promise<Verdict> {
  try {
    return await claimVerdict(connection, {sql, about: about.map((from) => ({from, line: 1}))});
  } catch {
    return "untestable";
  }
}
