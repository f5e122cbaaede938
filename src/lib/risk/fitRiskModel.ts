import {type Matrix, selectColumns} from "../statistics/matrices/matrix.js";
import {standardise} from "../statistics/matrices/standardise.js";
import {independentColumns} from "../statistics/regression/independentColumns.js";
import {type FindLikelihood, logisticLikelihood} from "../statistics/regression/logisticLikelihood.js";
import {type LogisticRegression, logisticRegression} from "../statistics/regression/logisticRegression.js";
import {predictedProbability} from "../statistics/regression/predictedProbability.js";
import {SEPARATED_L2} from "../statistics/regression/separation.js";
import {varianceInflation} from "../statistics/regression/varianceInflation.js";
import {NORMAL_975} from "../statistics/tests/normalQuantile.js";

/** A term of the model: the intercept, or one standard deviation of a variable. */
export interface RiskTerm {
  /** Name of the variable, or `(intercept)`. */
  term: string;
  /** Log-odds; NaN where the variable is constant or follows from those before it, as R's `glm` says NA. */
  coefficient: number;
  standardError: number;
  /** 95% interval of the log-odds (Wald). */
  lower: number;
  upper: number;
  /** Variance inflation factor; NaN for the intercept, infinite for a variable that follows from others. */
  inflation: number;
  /** Mean and population standard deviation over the rows of the fit, in the variable's own unit; NaN for the intercept. */
  mean: number;
  scale: number;
}

/** A logistic regression of a declared label on standardised variables. */
export interface RiskFit {
  terms: RiskTerm[];
  /** Indices of the predictors that entered the fit. */
  used: number[];
  /** Of the terms that entered, intercept first. */
  coefficients: Float64Array;
  covariance: Matrix;
  /** Of the rows of the fit. */
  probability: Float64Array;
  deviance: number;
  nullDeviance: number;
  iterations: number;
  /** Whether the variables tell the label without error; then the fit is a penalised one. */
  separation: LogisticRegression["separation"];
  /** Strength of the L2 penalty: 0, unless the classes are separated. */
  l2: number;
}

/**
 * Fits the label on variables that it standardises over the rows given. Variables that do not vary or follow from those
 * before them are left out, as R 4.2.2 `glm` does, and where none is left the intercept stands alone; where the label is told
 * without error, for which no finite coefficients exist, the fit is repeated with a penalty. Method: see
 * `logisticRegression`. Cost: about seven times n·d².
 *
 * @param x n × d in the variables' own units, finite
 * @param y n labels, 0 or 1, both present
 * @param predictors names of the d variables
 * @param likelihood as for `logisticRegression`
 * @throws RangeError as `logisticRegression` does for y and for values that are not finite
 */
export function fitRiskModel(
  x: Matrix,
  y: Uint8Array,
  predictors: readonly string[],
  likelihood: FindLikelihood = logisticLikelihood,
): RiskFit {
  const standardised = standardise(x);
  const {means, scales} = standardised;
  const used = independentColumns(standardised);
  const z = selectColumns(standardised.z, used);
  const plain = logisticRegression(z, y, {}, likelihood);
  const l2 = plain.separation === "none" ? 0 : SEPARATED_L2;
  const fit = l2 === 0 ? plain : logisticRegression(z, y, {l2}, likelihood);
  const inflation = varianceInflation(z);
  const none = Number.NaN;
  return {
    terms: [
      {...fittedTerm(fit, "(intercept)", 0), inflation: none, mean: none, scale: none},
      ...predictors.map((name, j) => {
        const position = used.indexOf(j);
        return {
          ...fittedTerm(fit, name, position < 0 ? undefined : position + 1),
          inflation: position < 0 ? Number.POSITIVE_INFINITY : inflation[position],
          mean: means[j],
          scale: scales[j],
        };
      }),
    ],
    used,
    coefficients: fit.coefficients,
    covariance: fit.covariance,
    probability: predictedProbability(fit.coefficients, z),
    deviance: fit.deviance,
    nullDeviance: plain.nullDeviance,
    iterations: fit.iterations,
    separation: plain.separation,
    l2,
  };
}

/**
 * A term as it was fitted, with its 95% interval (Wald).
 *
 * @param place among the terms of the fit, the intercept being 0; undefined for a term that did not enter it
 */
export function fittedTerm(
  {coefficients, standardErrors}: Pick<LogisticRegression, "coefficients" | "standardErrors">,
  term: string,
  place: number | undefined,
): Pick<RiskTerm, "term" | "coefficient" | "standardError" | "lower" | "upper"> {
  const coefficient = place === undefined ? Number.NaN : coefficients[place];
  const standardError = place === undefined ? Number.NaN : standardErrors[place];
  const half = NORMAL_975 * standardError;
  return {term, coefficient, standardError, lower: coefficient - half, upper: coefficient + half};
}
