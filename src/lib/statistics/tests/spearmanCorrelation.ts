import {type Matrix, matrixColumn, matrixFromColumns} from "../matrices/matrix.js";
import {requireFinite} from "../matrices/requireFinite.js";
import {midRanks} from "./midRanks.js";
import {type Correlations, correlations, withIntervals} from "./pearsonCorrelation.js";

/**
 * Spearman's rank correlation of every pair of columns: Pearson's, of the ranks. Intervals by Fisher's z with the
 * variance of Bonett & Wright, Psychometrika 65 (2000).
 *
 * Cost: n·d·log n + n·d² / 2. Checked against SciPy 1.10.1 `spearmanr`.
 *
 * @param matrix n × d, finite, n ≥ 4, no constant column
 * @throws RangeError for fewer than four rows or a constant column
 */
export function spearmanCorrelation(matrix: Matrix): Correlations {
  requireFinite(matrix);
  const ranks = Array.from({length: matrix.cols}, (_, j) => midRanks(matrixColumn(matrix, j)));
  return withIntervals(correlations(matrixFromColumns(ranks)), matrix.rows, (r) => 1 + (r * r) / 2);
}
