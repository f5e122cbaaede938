import {sampleSizeMeans} from "../statistics/tests/sampleSizeMeans.js";
import {sampleSizeProportions} from "../statistics/tests/sampleSizeProportions.js";

/** What a trial compares, and how it stands without treatment. */
export interface TrialOutcome {
  kind: "mean" | "share";
  /** Mean of the variable, or the share, without treatment. */
  mean: number;
  /** Standard deviation of the variable between customers; a share has no use for it. */
  sd: number;
  wanted: "rise" | "fall";
}

/** Change of the outcome over all who are asked, if some respond; below 0 where it falls. */
export function expectedChange(
  {kind, mean, wanted}: Omit<TrialOutcome, "sd">,
  response: number,
  change: number | null,
): number {
  const responding = wanted === "rise" ? response : -response;
  return kind === "share" ? responding : responding * (change ?? 1) * mean;
}

/**
 * Customers in each of two equal groups that a change needs in order to be seen: 5 % two-sided error, 80 % power. A share that
 * falls is sized as the share of the others, which rises. Infinite where there is no change to see.
 */
export function neededEach({kind, mean, sd}: Omit<TrialOutcome, "wanted">, expected: number): number {
  if (expected === 0) return Number.POSITIVE_INFINITY;
  if (kind === "mean") return sampleSizeMeans(expected, sd);
  const share = expected < 0 ? 1 - mean : mean;
  return sampleSizeProportions(share, Math.min(share + Math.abs(expected), 0.999));
}
