import type {Matrix} from "./matrix.js";
import {requireDistances} from "./requireDistances.js";

/**
 * The rows' falling lexicographic order: largest value of the first column first, ties by the second column, and so on;
 * equal rows stay as they stand.
 *
 * Clustering works on rows in this order, so that neither a random start, nor a tie, nor the rounding of a sum
 * depends on the order in which a file lists its customers.
 *
 * @param matrix n × d, without NaN
 * @returns `order`, where `order[p]` is the row that comes p-th. Cost: n·log n comparisons.
 */
export function rowOrder(matrix: Matrix): Int32Array {
  const {values, rows, cols} = matrix;
  return Int32Array.from({length: rows}, (_, i) => i).sort((a, b) => {
    for (let j = 0; j < cols; j++) {
      const difference = values[b * cols + j] - values[a * cols + j];
      if (difference !== 0) return difference;
    }
    return a - b;
  });
}

/** Copies the rows of a matrix in a given order (or a selection of them). Cost: n·d. */
export function takeRows(matrix: Matrix, order: ArrayLike<number>): Matrix {
  const {cols} = matrix;
  const values = new Float64Array(order.length * cols);
  for (let p = 0, to = 0; p < order.length; p++)
    for (let from = order[p] * cols, j = 0; j < cols; j++) values[to++] = matrix.values[from++];
  return {rows: order.length, cols, values};
}

/** The rows of a matrix in canonical order, ready for clustering. */
export interface CanonicalRows {
  rows: Matrix;
  /** `order[p]` is the row of the matrix that stands p-th. */
  order: Int32Array;
  /** Number of different rows. */
  distinct: number;
}

/**
 * Checks that rows have distances (see `requireDistances`) and puts them into canonical order. Cost: n·log n comparisons.
 *
 * @throws RangeError for values that are not finite, too large or too small
 */
export function canonicalRows(matrix: Matrix): CanonicalRows {
  requireDistances(matrix);
  const order = rowOrder(matrix);
  const rows = takeRows(matrix, order);
  return {rows, order, distinct: distinctRows(rows)};
}

/** Number of different rows in a matrix whose rows stand in this order. Cost: n·d. */
function distinctRows(sorted: Matrix): number {
  const {values, rows, cols} = sorted;
  let distinct = Math.min(rows, 1);
  for (let i = 1; i < rows; i++) {
    let j = 0;
    while (j < cols && values[i * cols + j] === values[(i - 1) * cols + j]) j++;
    if (j < cols) distinct++;
  }
  return distinct;
}
