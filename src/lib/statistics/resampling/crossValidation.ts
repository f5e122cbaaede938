import {type Matrix, selectRows} from "../matrices/matrix.js";
import {standardise} from "../matrices/standardise.js";
import {auc} from "../measures/auc.js";
import {shareRight} from "../measures/shareRight.js";
import {independentColumns} from "../regression/independentColumns.js";
import {type FindLikelihood, logisticLikelihood} from "../regression/logisticLikelihood.js";
import {type LogisticOptions, logisticRegression} from "../regression/logisticRegression.js";
import {predictedProbability} from "../regression/predictedProbability.js";
import {SEPARATED_L2} from "../regression/separation.js";

/** How well a model that has not seen a fold does on it. */
export interface FoldResult {
  rows: number;
  positives: number;
  auc: number;
  /** Share told right at the threshold 0.5. */
  accuracy: number;
}

export interface CrossValidation {
  folds: FoldResult[];
  /** Probability of each row by the model that has not seen it. */
  outOfFold: Float64Array;
}

/**
 * Cross-validates a logistic regression: for each fold a model is fitted on the other rows and judged on the fold. What is
 * learnt from data — means, standard deviations, which columns to leave out — is learnt from the other rows too. Where these
 * are separated, which they may be though all rows are not, that fit is penalised, as `fitRiskModel` does with all rows.
 *
 * Hastie, Tibshirani & Friedman, The Elements of Statistical Learning (2009), 7.10. Cost: folds × one fit. Checked against
 * scikit-learn 1.2.1 on the same folds.
 *
 * @param x n × d, in the variables' own units
 * @param y n outcomes, 0 or 1
 * @param fold n fold numbers from 0, from `stratifiedFolds`
 * @param options of every fit
 * @param likelihood as for `logisticRegression`
 * @throws RangeError if an outcome is missing in a fold or outside it, or a value is not finite
 */
export function crossValidation(
  x: Matrix,
  y: Uint8Array,
  fold: Int32Array,
  options: LogisticOptions = {},
  likelihood: FindLikelihood = logisticLikelihood,
): CrossValidation {
  const outOfFold = new Float64Array(y.length);
  const count = fold.reduce((most, number) => Math.max(most, number), 0) + 1;
  const folds = Array.from({length: count}, (_, number) => {
    const training = Int32Array.from(fold.keys()).filter((row) => fold[row] !== number);
    const held = Int32Array.from(fold.keys()).filter((row) => fold[row] === number);
    const probability = fitAndPredict(x, y, training, held, options, likelihood);
    held.forEach((row, i) => {
      outOfFold[row] = probability[i];
    });
    const outcome = Uint8Array.from(held, (row) => y[row]);
    return {
      rows: held.length,
      positives: outcome.reduce((sum, value) => sum + value, 0),
      auc: auc(probability, outcome),
      accuracy: shareRight(probability, outcome),
    };
  });
  return {folds, outOfFold};
}

function fitAndPredict(
  x: Matrix,
  y: Uint8Array,
  training: Int32Array,
  held: Int32Array,
  options: LogisticOptions,
  likelihood: FindLikelihood,
): Float64Array {
  const known = selectRows(x, training);
  const standardised = standardise(known);
  const {means, scales} = standardised;
  const kept = independentColumns(standardised);
  const scaled = (rows: Int32Array): Matrix => {
    const values = new Float64Array(rows.length * kept.length);
    for (let i = 0, p = 0; i < rows.length; i++)
      for (const j of kept) values[p++] = (x.values[rows[i] * x.cols + j] - means[j]) / scales[j];
    return {rows: rows.length, cols: kept.length, values};
  };
  const outcomes = Uint8Array.from(training, (row) => y[row]);
  const fitted = (chosen: LogisticOptions) =>
    logisticRegression(scaled(training), outcomes, chosen, likelihood);
  const asked = fitted(options);
  const exists = asked.separation === "none" || (options.l2 ?? 0) > 0;
  const {coefficients} = exists ? asked : fitted({...options, l2: SEPARATED_L2});
  return predictedProbability(coefficients, scaled(held));
}
