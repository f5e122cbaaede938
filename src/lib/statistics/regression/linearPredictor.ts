import type {Matrix} from "../matrices/matrix.js";

/**
 * Log-odds of every row: intercept + Σ coefficient·value. Cost: n·d.
 *
 * @param coefficients d + 1, intercept first
 * @param x n × d
 * @throws RangeError if the numbers do not fit
 */
export function linearPredictor(coefficients: Float64Array, x: Matrix): Float64Array {
  if (coefficients.length !== x.cols + 1)
    throw new RangeError(`invalid coefficients; not an intercept and ${x.cols} more: ${coefficients.length}`);
  const eta = new Float64Array(x.rows);
  for (let i = 0, p = 0; i < x.rows; i++) {
    let sum = coefficients[0];
    for (let j = 1; j <= x.cols; j++, p++) sum += coefficients[j] * x.values[p];
    eta[i] = sum;
  }
  return eta;
}
