/**
 * Refuses scores and outcomes that do not go together. Cost: n.
 *
 * @param score n scores or probabilities
 * @param y n outcomes, 0 or 1
 * @returns the number of ones
 * @throws RangeError if lengths differ, there is no row, a score is NaN, or an outcome is not 0 or 1
 */
export function requireOutcomes(score: ArrayLike<number>, y: Uint8Array): number {
  if (score.length !== y.length)
    throw new RangeError(`scores and outcomes differ in length: ${score.length}, ${y.length}`);
  if (y.length === 0) throw new RangeError("invalid y; at least one row is needed: 0");
  let positives = 0;
  for (let i = 0; i < y.length; i++) {
    if (Number.isNaN(score[i])) throw new RangeError(`invalid score; not a number (row ${i}): ${score[i]}`);
    if (y[i] > 1) throw new RangeError(`invalid y; not 0 or 1: ${y[i]}`);
    positives += y[i];
  }
  return positives;
}
