import {deviation, mean} from "d3-array";
import {expectedChange, neededEach} from "../../../src/lib/actions/trialSize.js";
import {detectableDifference} from "../../../src/lib/statistics/tests/sampleSizeMeans.js";
import {detectableRise} from "../../../src/lib/statistics/tests/sampleSizeProportions.js";
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
 * Sizes a trial of two equal groups, chosen at random from the customers of an action.
 *
 * @param customers how many there are
 * @param values the outcome's variable of each of them, or what it comes to; empty for other outcomes
 */
export function sizeTrial(
  {
    outcome,
    response,
    change,
  }: Pick<Action, "outcome"> & {response: {value: number}; change?: {value: number}},
  customers: number,
  values: readonly number[] | {mean: number; sd: number},
): Trial {
  if (outcome.kind === "weeks") return untold;
  const half = Math.floor(customers / 2);
  const {wanted} = outcome;
  if (outcome.kind === "share")
    return trialOfShare(
      outcome.baseline,
      expectedChange({kind: "share", mean: outcome.baseline, wanted}, response.value, null),
      half,
    );
  const {mean: outcomeMean, sd: spread} = "mean" in values ? values : momentsOf(values);
  const outcomeSd = outcome.kind === "count" ? Math.max(spread, Math.sqrt(outcomeMean)) : spread;
  const expected = expectedChange(
    {kind: "mean", mean: outcomeMean, wanted},
    response.value,
    change?.value ?? null,
  );
  return trialOfMean(outcomeMean, outcomeSd, expected, half);
}

function momentsOf(values: readonly number[]): {mean: number; sd: number} {
  return {mean: mean(values) ?? Number.NaN, sd: deviation(values) ?? Number.NaN};
}

function trialOfShare(baseline: number, expected: number, half: number): Trial {
  const sign = Math.sign(expected);
  const share = sign < 0 ? 1 - baseline : baseline;
  const outcomeSd = Math.sqrt(baseline * (1 - baseline));
  return {
    outcomeMean: baseline,
    outcomeSd,
    expectedChange: expected,
    detectableChange: half < 2 ? Number.NaN : sign * detectableRise(half, share),
    neededEach: neededEach({kind: "share", mean: baseline, sd: outcomeSd}, expected),
  };
}

function trialOfMean(outcomeMean: number, outcomeSd: number, expected: number, half: number): Trial {
  const testable = half >= 2 && outcomeSd > 0 && expected !== 0;
  return {
    outcomeMean,
    outcomeSd,
    expectedChange: expected,
    detectableChange: testable ? Math.sign(expected) * detectableDifference(half, outcomeSd) : Number.NaN,
    neededEach: testable
      ? neededEach({kind: "mean", mean: outcomeMean, sd: outcomeSd}, expected)
      : Number.NaN,
  };
}
