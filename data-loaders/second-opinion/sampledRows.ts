import {uniformInt} from "pure-rand/distribution/uniformInt";
import {seededRandom} from "../../src/lib/statistics/seededRandom.js";

/**
 * Draws rows without replacement; the same seed gives the same rows, in rising order.
 *
 * R. W. Floyd's method, Communications of the ACM 30 (1987). Cost: size·log size.
 */
export function sampledRows(rows: number, size: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  const drawn = new Set<number>();
  for (let last = rows - size; last < rows; last++) {
    const row = uniformInt(random, 0, last);
    drawn.add(drawn.has(row) ? last : row);
  }
  return Int32Array.from(drawn).sort();
}
