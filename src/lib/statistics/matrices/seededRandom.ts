import {mersenne} from "pure-rand/generator/mersenne";
import type {RandomGenerator} from "pure-rand/types/RandomGenerator";

/**
 * A random number generator for a seed: the Mersenne Twister, whose first numbers already differ between near seeds. (The
 * package's xoroshiro and xorshift generators start out alike for small seeds: seeds s, s + 1, … must not share starts.)
 *
 * Matsumoto & Nishimura, ACM Trans. Model. Comput. Simul. 8 (1998); the numbers are those of `std::mt19937`.
 *
 * @param seed a 32-bit integer
 * @throws RangeError for another seed
 */
export function seededRandom(seed: number): RandomGenerator {
  if (!Number.isInteger(seed) || seed < -(2 ** 31) || seed >= 2 ** 32)
    throw new RangeError(`invalid seed; not a 32-bit integer: ${seed}`);
  return mersenne(seed);
}
