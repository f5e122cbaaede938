import {wilsonInterval} from "../tests/wilsonInterval.js";
import {requireScores} from "./requireScores.js";

/** Rows of similar probability, and how often the outcome came true among them. */
export interface CalibrationBin {
  rows: number;
  positives: number;
  /** Mean of the probabilities. */
  predicted: number;
  /** Share of outcomes 1. */
  observed: number;
  /** 95% interval of the share (Wilson). */
  lower: number;
  upper: number;
}

/**
 * Calibration table: rows in order of their probability in bins of nearly equal size; rows of one probability stay
 * together, so bins may be fewer than asked for.
 *
 * Niculescu-Mizil & Caruana, "Predicting good probabilities with supervised learning", ICML 2005. Cost: n·log n. Checked
 * against scikit-learn 1.2.1 `calibration_curve(strategy="quantile")`, which has the same bins where no probability is shared.
 *
 * @param probability n probabilities
 * @param y n outcomes, 0 or 1, both present
 * @param bins number of bins; default 10
 */
export function calibration(probability: Float64Array, y: Uint8Array, bins = 10): CalibrationBin[] {
  requireScores(probability, y);
  const order = Int32Array.from(y.keys()).sort((a, b) => probability[a] - probability[b]);
  const table: CalibrationBin[] = [];
  for (let start = 0, bin = 1; start < order.length; bin++) {
    let end = Math.max(start + 1, Math.round((bin * order.length) / bins));
    while (end < order.length && probability[order[end]] === probability[order[end - 1]]) end++;
    table.push(describe(order.subarray(start, end), probability, y));
    start = end;
  }
  return table;
}

function describe(rows: Int32Array, probability: Float64Array, y: Uint8Array): CalibrationBin {
  const positives = rows.reduce((sum, row) => sum + y[row], 0);
  const [lower, upper] = wilsonInterval(positives, rows.length);
  return {
    rows: rows.length,
    positives,
    predicted: rows.reduce((sum, row) => sum + probability[row], 0) / rows.length,
    observed: positives / rows.length,
    lower,
    upper,
  };
}
