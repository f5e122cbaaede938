import {uniformInt} from "pure-rand/distribution/uniformInt";
import {seededRandom} from "../matrices/seededRandom.js";

/**
 * Divides rows into folds for cross-validation, each with its part of both outcomes: rows of an outcome are shuffled
 * (Fisher and Yates) and dealt out in turn, so that folds differ by one row of each outcome at the most.
 *
 * Kohavi, IJCAI 1995. Cost: n. Serves what scikit-learn's `StratifiedKFold(shuffle=True)` serves; the draw differs.
 *
 * @param y n outcomes, 0 or 1
 * @param folds number of folds, at least 2
 * @param seed the same seed gives the same folds
 * @returns n fold numbers in [0, folds)
 * @throws RangeError if an outcome has fewer rows than there are folds
 */
export function stratifiedFolds(y: Uint8Array, folds: number, seed: number): Int32Array {
  if (!Number.isInteger(folds) || folds < 2) throw new RangeError(`invalid folds; not 2 or more: ${folds}`);
  const random = seededRandom(seed);
  const assigned = new Int32Array(y.length);
  let dealt = 0;
  for (const outcome of [1, 0]) {
    const rows = Int32Array.from(y.keys()).filter((row) => y[row] === outcome);
    if (rows.length < folds)
      throw new RangeError(
        `invalid folds; more than the ${rows.length} rows of outcome ${outcome}: ${folds}`,
      );
    for (let last = rows.length - 1; last > 0; last--) {
      const other = uniformInt(random, 0, last);
      [rows[last], rows[other]] = [rows[other], rows[last]];
    }
    for (const row of rows) assigned[row] = dealt++ % folds;
  }
  return assigned;
}
