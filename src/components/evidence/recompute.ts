import {
  compareVerdicts,
  compareWithPrinted,
  notOnPublished,
  type Recomputed,
} from "../../lib/narrative/compareWithPrinted.js";
import type {EvidenceQuery} from "../../lib/narrative/evidenceFile.js";
import {populationQuery, premisesOf, type Verdict, verdictOf} from "../../lib/narrative/verdict.js";
import type {Database} from "../database/Database.js";
import {loadEvidence} from "./loadEvidence.js";

/** A figure, claim or statement as it stands in a page. */
export interface Printed {
  /** Of a conclusion, the ids of all its claims with commas between. */
  id: string;
  /** Text of a figure in the page, and the page's own format if it names one. */
  text?: string;
  format?: string;
}

/**
 * Runs the query of one number, or the queries of one sentence, in the reader's browser. The database engine loads at the
 * first.
 */
export async function recompute({id, text, format}: Printed): Promise<Recomputed> {
  const evidence = await loadEvidence();
  const queries = premisesOf(id).flatMap((premise) => evidence.queries[premise] ?? []);
  const [query] = queries;
  if (query === undefined || queries.length < premisesOf(id).length)
    return {agrees: false, verdict: `No query has the id ${id}.`};
  try {
    const {openDatabase} = await import("../database/openDatabase.js");
    const database = await openDatabase();
    if (query.kind !== "claim")
      return compareWithPrinted(query, await database.queryFew(query.sql), text, format);
    const verdicts: Verdict[] = [];
    for (const claim of queries) verdicts.push(await computeVerdict(database, claim));
    return compareVerdicts(queries, verdicts);
  } catch (error) {
    if (queries.some(({published}) => published === null)) return notOnPublished;
    return {
      agrees: false,
      verdict: `It could not be computed: ${error instanceof Error ? error.message : error}`,
    };
  }
}

/** Decides a claim as the build does, by the same queries. */
async function computeVerdict(database: Database, {sql, about = []}: EvidenceQuery): Promise<Verdict> {
  const populations: number[] = [];
  for (const part of about)
    populations.push(Number((await database.queryFew(populationQuery(part)))[0]?.[0]));
  if (populations.includes(0)) return verdictOf(populations, null);
  const rows = await database.queryFew(sql);
  if (rows.length !== 1) throw new Error(`the query gives ${rows.length} rows, not one value`);
  return verdictOf(populations, rows[0][0]);
}

/** What an element that prints a figure says. */
export function printedFigure(element: HTMLElement): Printed {
  const {figure = "", format} = element.dataset;
  return {id: figure, text: element.textContent ?? "", format};
}
