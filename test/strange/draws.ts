import {uniformFloat64} from "pure-rand/distribution/uniformFloat64";
import {uniformInt} from "pure-rand/distribution/uniformInt";
import {seededRandom} from "../../src/lib/statistics/matrices/seededRandom.js";
import {normalQuantile} from "../../src/lib/statistics/tests/normalQuantile.js";

/** A seeded source of all that a strange file is made of. */
export interface Draws {
  /** From 0 to 1. */
  unit(): number;
  /** From 0 to n − 1. */
  below(n: number): number;
  normal(): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
}

export function drawsOf(seed: number): Draws {
  const generator = seededRandom(seed);
  const unit = () => uniformFloat64(generator);
  const below = (n: number) => uniformInt(generator, 0, n - 1);
  return {
    unit,
    below,
    normal: () => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, unit()))),
    chance: (probability) => unit() < probability,
    pick: (from) => from[below(from.length)],
  };
}
