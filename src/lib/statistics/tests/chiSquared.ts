import {contingencyTable} from "../clustering/contingencyTable.js";
import {chiSquaredTail} from "./chiSquaredTail.js";

export interface ChiSquared {
  /** Pearson's X², without Yates's correction. */
  statistic: number;
  /** (rows − 1) · (columns − 1). */
  degreesOfFreedom: number;
  /** Chance of an X² at least as large if the two were independent. */
  pValue: number;
  /** Cramér's V = √(X² / (n · min(rows − 1, columns − 1))), from 0 (independent) to 1. */
  cramersV: number;
}

/**
 * Pearson's χ² test of independence of two labelings, and Cramér's V as its size.
 *
 * Pearson, Phil. Mag. 50 (1900); Cramér, Mathematical Methods of Statistics (1946), ch. 21. Cost: n + rows · columns.
 * R's `chisq.test(correct = FALSE)` is the same test.
 *
 * @param a n labels in [0, rows), rows ≥ 2, none skipped
 * @param b n labels in [0, columns), columns ≥ 2, none skipped
 * @throws RangeError for fewer than two different labels in either
 */
export function chiSquared(a: Int32Array, b: Int32Array): ChiSquared {
  const table = contingencyTable(a, b);
  const columns = table[0].length;
  if (table.length < 2 || columns < 2)
    throw new RangeError(`invalid labels; at least two of each are needed: ${table.length}, ${columns}`);
  const ofColumn = new Float64Array(columns);
  for (const row of table)
    row.forEach((count, j) => {
      ofColumn[j] += count;
    });
  let statistic = 0;
  for (const row of table) {
    const ofRow = row.reduce((sum, count) => sum + count, 0);
    row.forEach((count, j) => {
      const expected = (ofRow * ofColumn[j]) / a.length;
      statistic += (count - expected) ** 2 / expected;
    });
  }
  const degreesOfFreedom = (table.length - 1) * (columns - 1);
  return {
    statistic,
    degreesOfFreedom,
    pValue: chiSquaredTail(statistic, degreesOfFreedom),
    cramersV: Math.sqrt(statistic / (a.length * Math.min(table.length - 1, columns - 1))),
  };
}
