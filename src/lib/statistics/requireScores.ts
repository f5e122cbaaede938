/**
 * Refuses scores and outcomes that no ranking can be judged by. Cost: n.
 *
 * @returns the number of ones
 * @throws RangeError if lengths differ, a score is NaN, an outcome is not 0 or 1, or there is one outcome only
 */
export function requireScores(score: ArrayLike<number>, y: Uint8Array): number {
  if (score.length !== y.length)
    throw new RangeError(`scores and outcomes differ in length: ${score.length}, ${y.length}`);
  let positives = 0;
  for (let i = 0; i < y.length; i++) {
    if (Number.isNaN(score[i])) throw new RangeError(`invalid score; not a number (row ${i}): ${score[i]}`);
    if (y[i] > 1) throw new RangeError(`invalid y; not 0 or 1: ${y[i]}`);
    positives += y[i];
  }
  if (positives === 0 || positives === y.length)
    throw new RangeError(`invalid y; both outcomes are needed, ones among ${y.length}: ${positives}`);
  return positives;
}
