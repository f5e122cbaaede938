import {uniformInt} from "pure-rand/distribution/uniformInt";
import type {RandomGenerator} from "pure-rand/types/RandomGenerator";

/** Draws rows without replacement, in rising order: the first steps of Fisher and Yates's shuffle. Cost: n. */
export function drawRows(n: number, count: number, random: RandomGenerator): Int32Array {
  const rows = Int32Array.from({length: n}, (_, row) => row);
  for (let i = 0; i < count; i++) {
    const j = uniformInt(random, i, n - 1);
    [rows[i], rows[j]] = [rows[j], rows[i]];
  }
  return rows.slice(0, count).sort();
}
