import {clusterMeans} from "../clustering/clusterMeans.js";
import type {Matrix} from "../matrices/matrix.js";
import {negligibleDistance} from "../matrices/negligibleDistance.js";
import {requireDistances} from "../matrices/requireDistances.js";
import {symmetricEigen} from "../matrices/symmetricEigen.js";

export interface PrincipalComponents {
  /** d × d: the entry in row j and column c is the weight of variable j in component c; columns have length 1. */
  loadings: Matrix;
  /** d shares of the total variance, falling, adding up to 1. */
  explainedRatio: Float64Array;
  /** d variances of the components, with divisor n − 1. */
  explainedVariance: Float64Array;
  /** n × d: the rows in the components' coordinates; columns have mean 0. */
  scores: Matrix;
}

/**
 * Principal components: the orthogonal directions in which rows vary most.
 *
 * A component's sign is arbitrary; here its weight of largest absolute value is positive (the first such). Jolliffe,
 * Principal Component Analysis (2002), ch. 1–3. Cost: n·d² + d³. Checked against scikit-learn 1.2.1 `PCA` (explained
 * ratio).
 *
 * @param z n × d, n ≥ 2, standardised for components of the correlation matrix
 * @throws RangeError for fewer than two rows, or rows that do not differ but by rounding
 */
export function principalComponents(z: Matrix): PrincipalComponents {
  requireDistances(z);
  if (z.rows < 2) throw new RangeError(`invalid matrix; at least two rows are needed: ${z.rows}`);
  const centred = centre(z);
  const {values, vectors} = symmetricEigen(covariance(centred));
  const explainedVariance = values.map((value) => Math.max(value, 0));
  const total = explainedVariance.reduce((sum, value) => sum + value, 0);
  if (total <= negligibleDistance(z) ** 2)
    throw new RangeError(`invalid matrix; its rows do not differ: ${z.rows}`);
  const loadings = withFixedSigns(vectors);
  return {
    loadings,
    explainedRatio: explainedVariance.map((value) => value / total),
    explainedVariance,
    scores: product(centred, loadings),
  };
}

function centre(z: Matrix): Matrix {
  const means = clusterMeans(z, new Int32Array(z.rows)).means.values;
  return {...z, values: z.values.map((value, i) => value - means[i % z.cols])};
}

function covariance(centred: Matrix): Matrix {
  const {rows, cols, values} = centred;
  const sums = new Float64Array(cols * cols);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < cols; j++) {
      const value = values[i * cols + j] / (rows - 1);
      for (let l = j; l < cols; l++) sums[j * cols + l] += value * values[i * cols + l];
    }
  return {rows: cols, cols, values: sums};
}

function withFixedSigns(vectors: Matrix): Matrix {
  const {rows, cols} = vectors;
  const values = vectors.values.slice();
  for (let c = 0; c < cols; c++) {
    let largest = 0;
    for (let j = 0; j < rows; j++)
      // of weights that differ by rounding only, the first decides
      if (Math.abs(values[j * cols + c]) > Math.abs(values[largest * cols + c]) + 1e-12) largest = j;
    if (values[largest * cols + c] >= 0) continue;
    for (let j = 0; j < rows; j++) values[j * cols + c] = -values[j * cols + c];
  }
  return {rows, cols, values};
}

function product(a: Matrix, b: Matrix): Matrix {
  const values = new Float64Array(a.rows * b.cols);
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < a.cols; j++) {
      const factor = a.values[i * a.cols + j];
      for (let c = 0; c < b.cols; c++) values[i * b.cols + c] += factor * b.values[j * b.cols + c];
    }
  return {rows: a.rows, cols: b.cols, values};
}
