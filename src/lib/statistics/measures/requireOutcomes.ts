/**
 * Refuses scores and outcomes that do not go together. Cost: n.
 *
 * @param score n scores or probabilities
 * @param y n outcomes, 0 or 1
 * @throws RangeError if lengths differ, there is no row, a score is NaN, or an outcome is not 0 or 1
 */
export function requireOutcomes(score: ArrayLike<number>, y: Uint8Array): void {
  if (score.length !== y.length)
    throw new RangeError(`scores and outcomes differ in length: ${score.length}, ${y.length}`);
  if (y.length === 0) throw new RangeError("invalid y; at least one row is needed: 0");
  for (let i = 0; i < y.length; i++)
    if (Number.isNaN(score[i])) throw new RangeError(`invalid score; not a number (row ${i}): ${score[i]}`);
  countOnes(y);
}

/** Counts the ones; an outcome that is not 0 or 1 is an error. */
function countOnes(y: Uint8Array): number {
  let ones = 0;
  for (const outcome of y) {
    if (outcome > 1) throw new RangeError(`invalid y; not 0 or 1: ${outcome}`);
    ones += outcome;
  }
  return ones;
}

/**
 * Counts the ones among outcomes of which both are needed. Cost: n.
 *
 * @throws RangeError if an outcome is not 0 or 1, or all are the same
 */
export function countOnesOfBoth(y: Uint8Array): number {
  const ones = countOnes(y);
  if (ones === 0 || ones === y.length)
    throw new RangeError(`invalid y; both outcomes are needed, ones among ${y.length}: ${ones}`);
  return ones;
}
