import {deviation, mean} from "d3-array";
import {detectableDifference, sampleSizeMeans} from "../../../src/lib/statistics/tests/sampleSizeMeans.js";
import {
  detectableRise,
  sampleSizeProportions,
} from "../../../src/lib/statistics/tests/sampleSizeProportions.js";
import type {Action} from "../../datasets/action.js";

/** What a trial with the customers of an action can show, at the customary certainty; NaN where the file cannot tell. */
export interface Trial {
  /** Mean and spread of the outcome without treatment: measured for a mean or a count, assumed for a share. */
  outcomeMean: number;
  outcomeSd: number;
  /** Change of the outcome that the assumptions make; below 0 where it falls. */
  expectedChange: number;
  /** Smallest change, in the direction wanted, that two halves of the customers can show. */
  detectableChange: number;
  /** Customers in each of two groups that the expected change needs in order to be seen. */
  neededEach: number;
}

const untold: Trial = {
  outcomeMean: Number.NaN,
  outcomeSd: Number.NaN,
  expectedChange: Number.NaN,
  detectableChange: Number.NaN,
  neededEach: Number.NaN,
};

/**
 * Sizes a trial of two equal groups, drawn by lot from the customers of an action.
 *
 * @param customers how many there are
 * @param values the outcome's variable of each of them; empty for other outcomes
 */
export function sizeTrial(
  {
    outcome,
    response,
    change,
  }: Pick<Action, "outcome"> & {response: {value: number}; change?: {value: number}},
  customers: number,
  values: readonly number[],
): Trial {
  if (outcome.kind === "weeks") return untold;
  const responding = outcome.wanted === "rise" ? response.value : -response.value;
  const half = Math.floor(customers / 2);
  if (outcome.kind === "share") return trialOfShare(outcome.baseline, responding, half);
  const outcomeMean = mean(values) ?? Number.NaN;
  const spread = deviation(values) ?? Number.NaN;
  const outcomeSd = outcome.kind === "count" ? Math.max(spread, Math.sqrt(outcomeMean)) : spread;
  return trialOfMean(outcomeMean, outcomeSd, responding * (change?.value ?? 1), half);
}

/** A share that falls is sized as the share of the others, which rises. */
function trialOfShare(baseline: number, expectedChange: number, half: number): Trial {
  const sign = Math.sign(expectedChange);
  const share = sign < 0 ? 1 - baseline : baseline;
  const aim = Math.min(share + Math.abs(expectedChange), 0.999);
  return {
    outcomeMean: baseline,
    outcomeSd: Math.sqrt(baseline * (1 - baseline)),
    expectedChange,
    detectableChange: half < 2 ? Number.NaN : sign * detectableRise(half, share),
    neededEach: sampleSizeProportions(share, aim),
  };
}

function trialOfMean(outcomeMean: number, outcomeSd: number, relativeChange: number, half: number): Trial {
  const expectedChange = relativeChange * outcomeMean;
  const testable = half >= 2 && outcomeSd > 0 && expectedChange !== 0;
  return {
    outcomeMean,
    outcomeSd,
    expectedChange,
    detectableChange: testable
      ? Math.sign(relativeChange) * detectableDifference(half, outcomeSd)
      : Number.NaN,
    neededEach: testable ? sampleSizeMeans(expectedChange, outcomeSd) : Number.NaN,
  };
}
