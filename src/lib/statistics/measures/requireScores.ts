import {countOnesOfBoth, requireOutcomes} from "./requireOutcomes.js";

/**
 * Refuses scores and outcomes that no ranking can be judged by. Cost: n.
 *
 * @param score n scores or probabilities
 * @param y n outcomes, 0 or 1
 * @returns the number of ones
 * @throws RangeError as `requireOutcomes` does, and if there is one outcome only
 */
export function requireScores(score: ArrayLike<number>, y: Uint8Array): number {
  requireOutcomes(score, y);
  return countOnesOfBoth(y);
}
