import {type Matrix, matrixColumn} from "../matrices/matrix.js";
import {midRanks} from "../tests/midRanks.js";

/**
 * Mean rank of each group in each variable, as a share: 0.5 is like all rows, near 1 is above nearly all of them. Half the
 * difference between a group's mean rank and 0.5 is what the Mann–Whitney statistic measures against the others ("ridit
 * analysis": Bross, Biometrics 14, 1958). One extreme value moves a group of m rows by at most 1/m, however extreme it is.
 *
 * Cost: d·n·log n.
 *
 * @param x n × d
 * @param labels n groups in [0, k)
 * @param ranks those of each column, where they are there already
 * @returns k × d, between 0 and 1; NaN for a group without rows
 */
export function meanRanks(
  x: Matrix,
  labels: ArrayLike<number>,
  k: number,
  ranks: readonly Float64Array[] = columnRanks(x),
): Matrix {
  const sums = new Float64Array(k * x.cols);
  const sizes = new Int32Array(k);
  for (let i = 0; i < x.rows; i++) sizes[labels[i]]++;
  for (let j = 0; j < x.cols; j++) {
    const own = ranks[j];
    // the mean rank of all n rows is (n + 1) / 2
    for (let i = 0; i < x.rows; i++) sums[labels[i] * x.cols + j] += (own[i] - 0.5) / x.rows;
  }
  return {rows: k, cols: x.cols, values: sums.map((sum, cell) => sum / sizes[Math.floor(cell / x.cols)])};
}

/** Ranks of each column, which several divisions of the same rows share. Cost: d·n·log n. */
export function columnRanks(x: Matrix): Float64Array[] {
  return Array.from({length: x.cols}, (_, j) => midRanks(matrixColumn(x, j)));
}
