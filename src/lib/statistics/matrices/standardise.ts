import {Adder} from "d3-array";
import {type Matrix, matrixColumn} from "./matrix.js";
import {requireFinite} from "./requireFinite.js";

/** A table in units of standard deviations, and what turns it back. */
export interface Standardised {
  /** n × d: (value − mean) / scale; a constant column is all zeros. */
  z: Matrix;
  /** d means, in the columns' own units. */
  means: Float64Array;
  /** d population standard deviations, in the columns' own units; 0 for a constant column. */
  scales: Float64Array;
  /** Indices of the columns in which every value is the same: they say nothing about distance. */
  constant: number[];
}

/**
 * Standardises the columns of a table to mean 0 and population standard deviation 1 (divisor n, as in scikit-learn's
 * `StandardScaler`; R's `scale` divides by n − 1).
 *
 * Sums are rounded once (Shewchuk's method, d3's `Adder`), so that the result does not depend on the order of rows;
 * columns are brought to magnitude 1 first, so that no square overflows or vanishes. Cost: n·d.
 *
 * Checked against scikit-learn 1.2.1 through the centroids of its k-means fits.
 *
 * @param matrix n × d, finite, n ≥ 1
 * @throws RangeError if there is no row or a value is not finite
 */
export function standardise(matrix: Matrix): Standardised {
  const {rows, cols} = matrix;
  if (rows === 0) throw new RangeError("invalid matrix; at least one row is needed: 0");
  requireFinite(matrix);
  const z = new Float64Array(rows * cols);
  const means = new Float64Array(cols);
  const scales = new Float64Array(cols);
  const constant: number[] = [];
  for (let j = 0; j < cols; j++) {
    const column = matrixColumn(matrix, j);
    if (column.every((value) => value === column[0])) {
      means[j] = column[0];
      constant.push(j);
      continue;
    }
    const unit = magnitude(column);
    const {mean, deviations} = centre(column.map((value) => value / unit));
    const scale = Math.sqrt(exactSum(deviations.map((deviation) => deviation ** 2)) / rows);
    for (let i = 0; i < rows; i++) z[i * cols + j] = deviations[i] / scale;
    means[j] = mean * unit;
    scales[j] = scale * unit;
  }
  return {z: {rows, cols, values: z}, means, scales, constant};
}

/**
 * The mean of a column, and how far each value is from it. Where the column is far from 0 and varies little, what rounding
 * takes from the mean is no longer small beside the deviations: they are centred again, as scikit-learn's `scale` does.
 */
function centre(column: Float64Array): {mean: number; deviations: Float64Array} {
  const mean = exactSum(column) / column.length;
  const deviations = column.map((value) => value - mean);
  const rest = exactSum(deviations) / column.length;
  const largest = deviations.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (Math.abs(rest) <= 1e-12 * largest) return {mean, deviations};
  return {mean: mean + rest, deviations: deviations.map((value) => value - rest)};
}

/** d3's `fsum`, several times as fast on typed arrays: it goes by index and calls nothing for each value. */
function exactSum(values: Float64Array): number {
  const adder = new Adder();
  for (let i = 0; i < values.length; i++) adder.add(values[i]);
  return adder.valueOf();
}

/** The power of two at or below the largest absolute value: dividing by it loses no digit. */
function magnitude(column: Float64Array): number {
  let largest = 0;
  for (const value of column) largest = Math.max(largest, Math.abs(value));
  return 2 ** Math.floor(Math.log2(largest));
}
