import {seededRandom} from "../../../src/lib/statistics/matrices/seededRandom.js";
import {drawRows} from "../../../src/lib/statistics/resampling/drawRows.js";

/** Up to so many rows every customer is compared with every other. */
export const ALL_PAIRS = 10_000;
/** Of more rows so many are drawn: a mean silhouette over them is right to about one hundredth. */
export const SAMPLE_ROWS = 2_500;

/**
 * The rows on which pairs of customers are compared, in order: silhouettes, trees and resamples take time with the square of
 * their number. All rows, or beyond `ALL_PAIRS` a seeded sample.
 */
export function comparedRows(n: number, seed: number): Int32Array {
  if (n <= ALL_PAIRS) return Int32Array.from({length: n}, (_, row) => row);
  return drawRows(n, SAMPLE_ROWS, seededRandom(seed)).sort();
}
