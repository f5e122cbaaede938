import {cholesky, choleskyInverse} from "../matrices/cholesky.js";
import {correlationMatrix} from "../matrices/correlationMatrix.js";
import type {Matrix} from "../matrices/matrix.js";

/**
 * Variance inflation factors: by how much the variance of each coefficient is larger than if its column had nothing to do
 * with the others. 1 is no relation; above 5 or 10 the coefficient must not be read alone.
 *
 * They are the diagonal of the inverse of the correlation matrix (Belsley, Kuh & Welsch, Regression Diagnostics, 1980,
 * 3.3). Cost: n·d² + d³. Checked against R's car 3.1-1 `vif`.
 *
 * @param z n × d, standardised
 * @returns d factors of at least 1; all infinite where a column is a linear combination of others
 */
export function varianceInflation(z: Matrix): Float64Array {
  const factor = cholesky(correlationMatrix(z));
  if (typeof factor === "number") return new Float64Array(z.cols).fill(Number.POSITIVE_INFINITY);
  const inverse = choleskyInverse(factor);
  return Float64Array.from({length: z.cols}, (_, j) => inverse.values[j * (z.cols + 1)]);
}
