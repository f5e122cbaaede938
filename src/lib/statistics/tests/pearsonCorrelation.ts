import {type Matrix, matrixColumn} from "../matrices/matrix.js";
import {standardise} from "../matrices/standardise.js";
import {NORMAL_975} from "./normalQuantile.js";

/** Correlations of all pairs of columns, with 95% confidence limits. */
export interface Correlations {
  /** d × d, symmetric, in [−1, 1], ones on the diagonal. */
  coefficients: Matrix;
  lower: Matrix;
  upper: Matrix;
}

/**
 * Pearson's correlation of every pair of columns, with intervals by Fisher's z transformation.
 *
 * Fisher, Statistical Methods for Research Workers (1925), §35. Cost: n·d² / 2. Checked against NumPy 1.24
 * `corrcoef`; intervals against SciPy 1.10.1 `pearsonr(…).confidence_interval()`.
 *
 * @param matrix n × d, finite, n ≥ 4, no constant column
 * @throws RangeError for fewer than four rows or a constant column
 */
export function pearsonCorrelation(matrix: Matrix): Correlations {
  return withIntervals(correlations(matrix), matrix.rows, () => 1);
}

/**
 * Adds intervals to correlations of n rows; none, the correlation itself, where it is 1 or −1. Cost: d².
 *
 * @param inflation by what the variance of Fisher's z exceeds 1 / (n − 3), given the correlation
 */
export function withIntervals(
  coefficients: Matrix,
  n: number,
  inflation: (r: number) => number,
): Correlations {
  const limit = (sign: number) => (r: number) =>
    Math.abs(r) === 1 ? r : Math.tanh(Math.atanh(r) + sign * NORMAL_975 * Math.sqrt(inflation(r) / (n - 3)));
  return {
    coefficients,
    lower: {...coefficients, values: coefficients.values.map(limit(-1))},
    upper: {...coefficients, values: coefficients.values.map(limit(1))},
  };
}

/**
 * The d × d matrix of Pearson's correlations. Cost: n·d² / 2.
 *
 * @throws RangeError as `pearsonCorrelation` does
 */
export function correlations(matrix: Matrix): Matrix {
  const {rows, cols} = matrix;
  if (rows < 4) throw new RangeError(`invalid matrix; at least four rows are needed: ${rows}`);
  const {z, constant} = standardise(matrix);
  if (constant.length > 0)
    throw new RangeError(`invalid column; constant, without correlations: ${constant.join(", ")}`);
  const columns = Array.from({length: cols}, (_, j) => matrixColumn(z, j));
  const values = new Float64Array(cols * cols);
  for (let i = 0; i < cols; i++) {
    values[i * cols + i] = 1;
    for (let j = 0; j < i; j++) {
      const sum = columns[i].reduce((total, value, row) => total + value * columns[j][row], 0);
      const r = Math.max(-1, Math.min(1, sum / rows));
      values[i * cols + j] = r;
      values[j * cols + i] = r;
    }
  }
  return {rows: cols, cols, values};
}
