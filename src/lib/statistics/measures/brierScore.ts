import {requireOutcomes} from "./requireOutcomes.js";

/**
 * Brier score: the mean squared difference between probability and outcome. 0 is certain and right; always saying the
 * share s of ones gives s·(1 − s).
 *
 * Brier, Monthly Weather Review 78 (1950). Cost: n. Checked against scikit-learn 1.2.1 `brier_score_loss`.
 *
 * @param probability n probabilities
 * @param y n outcomes, 0 or 1
 * @throws RangeError as `requireOutcomes` does
 */
export function brierScore(probability: Float64Array, y: Uint8Array): number {
  requireOutcomes(probability, y);
  return probability.reduce((sum, p, i) => sum + (p - y[i]) ** 2, 0) / y.length;
}
