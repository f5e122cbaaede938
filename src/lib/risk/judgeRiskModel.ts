import type {Matrix} from "../statistics/matrices/matrix.js";
import {type AucInterval, aucInterval} from "../statistics/measures/aucInterval.js";
import {averagePrecision} from "../statistics/measures/averagePrecision.js";
import {brierScore} from "../statistics/measures/brierScore.js";
import {type CalibrationBin, calibration} from "../statistics/measures/calibration.js";
import {type ConfusionMatrix, confusionMatrix} from "../statistics/measures/confusionMatrix.js";
import {type KolmogorovSmirnov, kolmogorovSmirnov} from "../statistics/measures/kolmogorovSmirnov.js";
import {type LiftPart, lift} from "../statistics/measures/lift.js";
import {type PrecisionRecallPoint, precisionRecall} from "../statistics/measures/precisionRecall.js";
import {type RocPoint, rocCurve} from "../statistics/measures/rocCurve.js";
import {shareRight} from "../statistics/measures/shareRight.js";
import {thinCurve} from "../statistics/measures/thinCurve.js";
import {type FindLikelihood, logisticLikelihood} from "../statistics/regression/logisticLikelihood.js";
import {type CrossValidation, crossValidation} from "../statistics/resampling/crossValidation.js";
import {stratifiedFolds} from "../statistics/resampling/stratifiedFolds.js";
import type {RiskFit} from "./fitRiskModel.js";

/** Thresholds of the confusion matrices: 0.00 to 1.00 in hundredths. */
export const thresholds: readonly number[] = Array.from({length: 101}, (_, hundredth) => hundredth / 100);

const FOLDS = 5;
const SEED = 1;

/** How well a model tells the label: on the rows that it was fitted on, and cross-validated on rows it has not seen. */
export interface RiskJudgement {
  rows: number;
  positives: number;
  auc: AucInterval;
  accuracy: number;
  brier: number;
  averagePrecision: number;
  ks: KolmogorovSmirnov;
  roc: RocPoint[];
  precisionRecall: PrecisionRecallPoint[];
  calibration: CalibrationBin[];
  lift: LiftPart[];
  confusion: ConfusionMatrix[];
  /** Five stratified folds; undefined where an outcome has fewer rows than there are folds. */
  crossValidation: Validation | undefined;
}

/** A cross-validation, and how good the probabilities are that it gives to rows which its models have not seen. */
export interface Validation extends CrossValidation {
  auc: AucInterval;
  calibration: CalibrationBin[];
  brier: number;
}

/**
 * Judges a fitted model by all the measures of the report. Curves are thinned to what a picture can show. Each
 * measure's own file names its source. Cost: n·log n, and five fits for the cross-validation.
 *
 * @param x n × d, the predictors in their own units, as the model was fitted on
 * @param y n labels, 0 or 1
 * @param likelihood as for `logisticRegression`
 * @throws RangeError for fewer than two rows of an outcome
 */
export function judgeRiskModel(
  {probability, l2}: RiskFit,
  x: Matrix,
  y: Uint8Array,
  likelihood: FindLikelihood = logisticLikelihood,
): RiskJudgement {
  const positives = y.reduce((sum, label) => sum + label, 0);
  return {
    rows: y.length,
    positives,
    auc: aucInterval(probability, y),
    accuracy: shareRight(probability, y),
    brier: brierScore(probability, y),
    averagePrecision: averagePrecision(probability, y),
    ks: kolmogorovSmirnov(probability, y),
    roc: thinCurve(
      rocCurve(probability, y),
      (point) => point.falsePositiveRate,
      (point) => point.truePositiveRate,
    ),
    precisionRecall: thinCurve(
      precisionRecall(probability, y),
      (point) => point.recall,
      (point) => point.precision,
    ),
    calibration: calibration(probability, y),
    lift: lift(probability, y),
    confusion: confusionMatrix(probability, y, thresholds),
    crossValidation:
      Math.min(positives, y.length - positives) < FOLDS
        ? undefined
        : validation(crossValidation(x, y, stratifiedFolds(y, FOLDS, SEED), {l2}, likelihood), y),
  };
}

function validation(found: CrossValidation, y: Uint8Array): Validation {
  const {outOfFold} = found;
  return {
    ...found,
    auc: aucInterval(outOfFold, y),
    calibration: calibration(outOfFold, y),
    brier: brierScore(outOfFold, y),
  };
}
