import {requireScores} from "./requireScores.js";

/** What calling every row at or above a threshold positive finds, and how much of it is right. */
export interface PrecisionRecallPoint {
  threshold: number;
  /** Share of outcomes 1 that are called positive. */
  recall: number;
  /** Share of the positive calls that are outcomes 1. */
  precision: number;
}

/**
 * Precision and recall at every different score, from the highest down. Precision is as good as its base rate: always
 * calling positive has the share of ones.
 *
 * Davis & Goadrich, ICML 2006. Cost: n·log n. Checked against scikit-learn 1.2.1 `precision_recall_curve`, which adds the
 * point (0, 1) and goes the other way.
 *
 * @param score n scores or probabilities, larger for outcome 1
 * @param y n outcomes, 0 or 1, both present
 */
export function precisionRecall(score: ArrayLike<number>, y: Uint8Array): PrecisionRecallPoint[] {
  const positives = requireScores(score, y);
  const order = Int32Array.from(y.keys()).sort((a, b) => score[b] - score[a]);
  const points: PrecisionRecallPoint[] = [];
  let hits = 0;
  for (let p = 0; p < order.length; p++) {
    hits += y[order[p]];
    const threshold = score[order[p]];
    if (p + 1 < order.length && score[order[p + 1]] === threshold) continue;
    points.push({threshold, recall: hits / positives, precision: hits / (p + 1)});
  }
  return points;
}
