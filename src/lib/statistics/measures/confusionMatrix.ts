import {requireOutcomes} from "./requireOutcomes.js";

/** Counts of calls against outcomes. */
export interface ConfusionMatrix {
  threshold: number;
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  trueNegatives: number;
}

/**
 * Confusion matrix at each of several thresholds: rows at or above the threshold are called positive.
 *
 * T. Fawcett, Pattern Recognition Letters 27 (2006), fig. 1. Cost: n·log t for t thresholds. Checked against scikit-learn 1.2.1 `confusion_matrix`.
 *
 * @param probability n probabilities
 * @param y n outcomes, 0 or 1
 * @param thresholds ascending
 * @throws RangeError as `requireOutcomes` does
 */
export function confusionMatrix(
  probability: Float64Array,
  y: Uint8Array,
  thresholds: readonly number[],
): ConfusionMatrix[] {
  requireOutcomes(probability, y);
  // passed[t][o]: rows of outcome o that reach threshold t − 1 but not threshold t.
  const passed = Array.from({length: thresholds.length + 1}, () => [0, 0]);
  for (let i = 0; i < y.length; i++) passed[reached(probability[i], thresholds)][y[i]]++;
  let [zeros, ones] = [0, 0];
  const below = thresholds.map((_, t) => {
    zeros += passed[t][0];
    ones += passed[t][1];
    return [zeros, ones];
  });
  const total = [zeros + passed[thresholds.length][0], ones + passed[thresholds.length][1]];
  return thresholds.map((threshold, t) => ({
    threshold,
    truePositives: total[1] - below[t][1],
    falsePositives: total[0] - below[t][0],
    falseNegatives: below[t][1],
    trueNegatives: below[t][0],
  }));
}

/** How many of the thresholds a value reaches. */
function reached(value: number, thresholds: readonly number[]): number {
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value >= thresholds[middle]) low = middle + 1;
    else high = middle;
  }
  return low;
}
