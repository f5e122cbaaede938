import {premisesOf, type Verdict, verdictOfAll} from "../../../src/lib/narrative/verdict.js";
import type {Problem} from "../syntax/problem.js";
import {allChartsOf, chapterOf} from "./chartProblem.js";
import type {ChartMarkup} from "./drawCharts.js";
import type {Claim, Figure} from "./evaluateQueries.js";

/** The evidence by id, as pages are checked against it and rendered with it. */
export interface NarrativeEvidence {
  figures: ReadonlyMap<string, Figure>;
  claims: ReadonlyMap<string, Claim>;
  charts: ReadonlyMap<string, ChartMarkup>;
  /** Lists of the review pages, as HTML, by name. */
  reviews: ReadonlyMap<string, string>;
  /** Why figures, claims and charts are not there whose queries or modules fail. */
  failures: ReadonlyMap<string, Problem>;
}

/** Why something is not there that a page refers to, where its query or its chapter's `charts.ts` fails. */
export function failureOf(kind: string, id: string, {failures}: NarrativeEvidence): Problem | undefined {
  return failures.get(id) ?? (kind === "chart" ? failures.get(allChartsOf(chapterOf(id))) : undefined);
}

/**
 * The verdict on a sentence that rests on one claim or several.
 *
 * @param target the ids, with commas between
 * @returns undefined where one of them does not exist
 */
export function verdictOnSentence(
  target: string,
  {claims}: Pick<NarrativeEvidence, "claims">,
): Verdict | undefined {
  const verdicts = premisesOf(target).map((id) => claims.get(id)?.verdict);
  if (verdicts.length === 0 || verdicts.includes(undefined)) return undefined;
  return verdictOfAll(verdicts.filter((verdict) => verdict !== undefined));
}

/** The claims of a sentence that have a verdict, with what they say and where they stand. */
export function claimsWith(
  verdict: Verdict,
  premises: readonly string[],
  {claims}: NarrativeEvidence,
): string {
  return premises
    .flatMap((id) => claims.get(id) ?? [])
    .filter((claim) => claim.verdict === verdict)
    .map(({id, label, file, line}) => `claim ${id}: ${label} (${file}:${line})`)
    .join("; ");
}
