import type {Matrix} from "./matrix.js";
import {requireFinite} from "./requireFinite.js";

/** Beyond these magnitudes the square of a difference overflows, or vanishes. */
const LARGEST = 1e140;
const SMALLEST = 1e-140;

/**
 * Refuses a matrix between whose rows Euclidean distances cannot be computed: no rows or columns, values that are
 * not finite, or magnitudes whose squares leave the range of a double. Cost: n·d.
 *
 * @throws RangeError naming the first offending value with its row and column, both counted from 0
 */
export function requireDistances(matrix: Matrix): void {
  if (matrix.rows === 0 || matrix.cols === 0)
    throw new RangeError(
      `invalid matrix; at least one row and one column are needed: ${matrix.rows} × ${matrix.cols}`,
    );
  requireFinite(matrix);
  let largest = 0;
  for (const value of matrix.values) largest = Math.max(largest, Math.abs(value));
  if (largest > LARGEST)
    throw new RangeError(`invalid matrix; squares overflow, standardise it first: ${largest}`);
  if (largest > 0 && largest < SMALLEST)
    throw new RangeError(`invalid matrix; squares vanish, standardise it first: ${largest}`);
}
