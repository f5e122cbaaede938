import {midRanks} from "../tests/midRanks.js";
import {requireScores} from "./requireScores.js";

/**
 * Area under the ROC curve: the probability that a random row of outcome 1 scores above one of outcome 0, ties counting
 * half.
 *
 * Hanley & McNeil, Radiology 143 (1982), by ranks. Cost: n·log n. Checked against R 4.2.2.
 *
 * @param score n scores or probabilities, larger for outcome 1
 * @param y n outcomes, 0 or 1, both present
 */
export function auc(score: ArrayLike<number>, y: Uint8Array): number {
  const positives = requireScores(score, y);
  let ranks = 0;
  midRanks(score).forEach((rank, i) => {
    if (y[i] === 1) ranks += rank;
  });
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (y.length - positives));
}
