import {requireOutcomes} from "./requireOutcomes.js";

/**
 * Accuracy: the share of rows whose outcome is told right by calling every row at or above a threshold positive;
 * scikit-learn 1.2.1 calls it `accuracy_score`. Cost: n.
 *
 * @param probability n probabilities
 * @param y n outcomes, 0 or 1
 * @param threshold default 0.5
 * @throws RangeError as `requireOutcomes` does
 */
export function shareRight(probability: Float64Array, y: Uint8Array, threshold = 0.5): number {
  requireOutcomes(probability, y);
  return probability.reduce((count, p, i) => count + (p >= threshold === (y[i] === 1) ? 1 : 0), 0) / y.length;
}
