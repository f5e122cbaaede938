import type {Verdict} from "../../../src/lib/narrative/verdict.js";
import type {Analysis} from "./runAnalysis.js";

/** How many claims have each verdict in an analysis. */
export function countsOf({verdicts}: Pick<Analysis, "verdicts">): Record<Verdict, number> {
  const counts = {holds: 0, fails: 0, untestable: 0};
  for (const verdict of Object.values(verdicts)) counts[verdict]++;
  return counts;
}

/** The share of the claims that can be tested which hold; 1 where there is none. */
export function shareOf(analysis: Pick<Analysis, "verdicts">): number {
  const {holds, fails} = countsOf(analysis);
  return holds + fails === 0 ? 1 : holds / (holds + fails);
}

/** Analyses in which most claims hold first; equals as they stand. */
export function byShareHolding(analyses: readonly Analysis[]): Analysis[] {
  return [...analyses].sort((a, b) => shareOf(b) - shareOf(a));
}
