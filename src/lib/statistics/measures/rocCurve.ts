import {requireScores} from "./requireScores.js";

/** What calling every row at or above a threshold positive gets right and wrong. */
export interface RocPoint {
  /** Infinity at the first point, where no row is called positive. */
  threshold: number;
  /** Share of outcomes 0 that are called positive. */
  falsePositiveRate: number;
  /** Share of outcomes 1 that are called positive (sensitivity). */
  truePositiveRate: number;
}

/**
 * Receiver operating characteristic: one point for every different score, from (0, 0) to (1, 1).
 *
 * T. Fawcett, "An introduction to ROC analysis", Pattern Recognition Letters 27 (2006), algorithm 1. Cost: n·log n.
 * Checked against scikit-learn 1.2.1 `roc_curve(…, drop_intermediate=False)`.
 *
 * @param score n scores or probabilities, larger for outcome 1
 * @param y n outcomes, 0 or 1, both present
 */
export function rocCurve(score: ArrayLike<number>, y: Uint8Array): RocPoint[] {
  const positives = requireScores(score, y);
  const order = Int32Array.from({length: y.length}, (_, i) => i).sort((a, b) => score[b] - score[a]);
  const points: RocPoint[] = [
    {threshold: Number.POSITIVE_INFINITY, falsePositiveRate: 0, truePositiveRate: 0},
  ];
  let hits = 0;
  for (let p = 0; p < order.length; p++) {
    hits += y[order[p]];
    const threshold = score[order[p]];
    if (p + 1 < order.length && score[order[p + 1]] === threshold) continue;
    const falsePositiveRate = (p + 1 - hits) / (y.length - positives);
    points.push({threshold, falsePositiveRate, truePositiveRate: hits / positives});
  }
  return points;
}
