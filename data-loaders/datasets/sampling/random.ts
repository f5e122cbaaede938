import {uniformInt} from "pure-rand/distribution/uniformInt";
import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";

/** A seeded source of integers: `below(n)` is uniform on 0 … n - 1. */
export interface Random {
  below(n: number): number;
}

/** xoroshiro128+ (Blackman and Vigna 2018) from a 32-bit seed; the same numbers on every platform. */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  return {below: (n) => uniformInt(generator, 0, n - 1)};
}

/** Shuffles `values[from … to - 1]` in place (Fisher and Yates; Knuth, TAOCP 2, algorithm P). */
export function shuffle<T>(values: {[index: number]: T}, from: number, to: number, random: Random): void {
  for (let i = to - 1; i > from; i--) swap(values, i, from + random.below(i - from + 1));
}

/** Exchanges two elements in place. */
export function swap<T>(values: {[index: number]: T}, a: number, b: number): void {
  const kept = values[a];
  values[a] = values[b];
  values[b] = kept;
}
