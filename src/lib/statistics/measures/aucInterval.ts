import {variance} from "d3-array";
import {midRanks} from "../tests/midRanks.js";
import {NORMAL_975} from "../tests/normalQuantile.js";
import {requireScores} from "./requireScores.js";

export interface AucInterval {
  auc: number;
  standardError: number;
  /** 95% confidence limits, kept within [0, 1]. */
  lower: number;
  upper: number;
}

/**
 * Area under the ROC curve with its 95% confidence interval.
 *
 * Where every one scores above every zero, the standard error is 0 and the interval [1, 1], as pROC says with a warning:
 * these rows show no variation, which does not make others certain. The same holds at 0, and where all scores are equal.
 *
 * DeLong, DeLong & Clarke-Pearson, Biometrics 44 (1988), computed from ranks as in Sun & Xu, IEEE Signal Processing
 * Letters 21 (2014). Cost: n·log n. Checked against R's pROC 1.18.0 `ci.auc`.
 *
 * @param score n scores or probabilities, larger for outcome 1
 * @param y n outcomes, 0 or 1, at least two of each
 * @throws RangeError for fewer than two rows of an outcome
 */
export function aucInterval(score: ArrayLike<number>, y: Uint8Array): AucInterval {
  const positives = requireScores(score, y);
  const negatives = y.length - positives;
  if (positives < 2 || negatives < 2)
    throw new RangeError(`invalid y; two of each outcome are needed: ${positives} ones, ${negatives} zeros`);
  const among = midRanks(score);
  const ones = Int32Array.from(y.keys()).filter((i) => y[i] === 1);
  const zeros = Int32Array.from(y.keys()).filter((i) => y[i] === 0);
  const within = (rows: Int32Array) => midRanks(Float64Array.from(rows, (i) => score[i]));
  const withinOnes = within(ones);
  const withinZeros = within(zeros);
  const beaten = Array.from(ones, (row, p) => (among[row] - withinOnes[p]) / negatives);
  const beating = Array.from(zeros, (row, p) => 1 - (among[row] - withinZeros[p]) / positives);
  const area = beaten.reduce((sum, share) => sum + share, 0) / positives;
  const standardError = Math.sqrt((variance(beaten) ?? 0) / positives + (variance(beating) ?? 0) / negatives);
  return {
    auc: area,
    standardError,
    lower: Math.max(area - NORMAL_975 * standardError, 0),
    upper: Math.min(area + NORMAL_975 * standardError, 1),
  };
}
