import {precisionRecall} from "./precisionRecall.js";

/**
 * Average precision: the mean of the precision over the recall that each threshold adds. The share of ones is what chance
 * gives, 1 is perfect.
 *
 * Manning, Raghavan & Schütze, Introduction to Information Retrieval (2008), 8.4: steps, no interpolation, which would be
 * too kind. Cost: n·log n. Checked against scikit-learn 1.2.1 `average_precision_score`.
 *
 * @param score n scores or probabilities, larger for outcome 1
 * @param y n outcomes, 0 or 1, both present
 */
export function averagePrecision(score: ArrayLike<number>, y: Uint8Array): number {
  let before = 0;
  let sum = 0;
  for (const {recall, precision} of precisionRecall(score, y)) {
    sum += (recall - before) * precision;
    before = recall;
  }
  return sum;
}
