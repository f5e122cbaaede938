import {seededRandom} from "../../../src/lib/statistics/matrices/seededRandom.js";
import {drawRows} from "../../../src/lib/statistics/resampling/drawRows.js";
import {parts} from "./choices.js";

/** Of more customers so many are drawn: an analysis of each takes a second. */
export const MOST_CUSTOMERS = 10_000;

/**
 * Rows of the customers whom an analysis keeps, in the order of the file.
 *
 * @param leftOutFifth which of five parts of equal size, divided with the seed, is left out; the next five are of another division;
 *   null for none
 */
export function keptRows(n: number, leftOutFifth: number | null, seed: number): Int32Array {
  const base =
    n > MOST_CUSTOMERS
      ? drawRows(n, MOST_CUSTOMERS, seededRandom(seed))
      : Int32Array.from({length: n}, (_, row) => row);
  if (leftOutFifth === null) return base;
  const partOf = new Int8Array(base.length);
  let undivided = Int32Array.from(base.keys());
  const random = seededRandom(seed + 1 + Math.floor(leftOutFifth / parts));
  for (let part = 0; part < parts - 1; part++) {
    const drawn = drawRows(undivided.length, Math.floor(base.length / parts), random);
    for (const place of drawn) partOf[undivided[place]] = part;
    const taken = new Set(drawn);
    undivided = undivided.filter((_, place) => !taken.has(place));
  }
  for (const place of undivided) partOf[place] = parts - 1;
  return base.filter((_, place) => partOf[place] !== leftOutFifth % parts);
}
