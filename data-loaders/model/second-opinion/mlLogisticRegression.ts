import LogisticRegression from "ml-logistic-regression";
import {Matrix as MlMatrix, solve} from "ml-matrix";
import {principalComponents} from "../../../src/lib/statistics/description/principalComponents.js";
import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import {requireFinite} from "../../../src/lib/statistics/matrices/requireFinite.js";

/** Gradient steps: on components, the distance from the maximum shrinks by a tenth or more in each. */
const STEPS = 600;

/** What the package found. */
export interface MlLogisticRegression {
  /** d + 1 coefficients, intercept first. */
  coefficients: Float64Array;
  /** How far the maximum is still, in standard errors of whichever coefficient is farthest, at most. */
  distance: number;
}

/**
 * Logistic regression by the package ml-logistic-regression, guarded against what goes wrong in it: it has no intercept, so a
 * column of ones is added; its steps grow with the number of rows, so the rate is divided by it; and as plain gradient ascent
 * hardly moves along columns that nearly depend on each other, it works on principal components of variance 1, from which the
 * coefficients are turned back. Nor does it tell whether it has arrived, which takes it long where one outcome is rare: that is
 * measured here. The coefficients of class 1 stand in the classifier of class 0.
 *
 * @param x n × d
 * @param y n outcomes, 0 or 1, both present
 */
export function mlLogisticRegression(x: Matrix, y: Uint8Array): MlLogisticRegression {
  requireFinite(x);
  const {loadings, explainedVariance, scores} = principalComponents(x);
  const features = MlMatrix.zeros(x.rows, x.cols + 1);
  for (let i = 0; i < x.rows; i++) {
    features.set(i, 0, 1);
    for (let c = 0; c < x.cols; c++)
      features.set(i, c + 1, scores.values[i * x.cols + c] / Math.sqrt(explainedVariance[c]));
  }
  // the likelihood's curvature is at most n / 4 here
  const model = new LogisticRegression({numSteps: STEPS, learningRate: 4 / x.rows});
  model.train(features, MlMatrix.columnVector([...y]));
  const weights = model.classifiers[0].weights.to1DArray();
  const distance = distanceToMaximum(features, y, weights);

  const coefficients = new Float64Array(x.cols + 1);
  for (let j = 0; j < x.cols; j++)
    for (let c = 0; c < x.cols; c++)
      coefficients[j + 1] +=
        (loadings.values[j * x.cols + c] * weights[c + 1]) / Math.sqrt(explainedVariance[c]);
  coefficients[0] = weights[0];
  for (let j = 0; j < x.cols; j++) coefficients[0] -= coefficients[j + 1] * columnMean(x, j);
  return {coefficients, distance};
}

/**
 * Newton's decrement √(gᵀH⁻¹g), which no combination of the coefficients exceeds in its standard errors. By the packages' own
 * arithmetic: a fault in ours must not pass for one of theirs.
 */
function distanceToMaximum(features: MlMatrix, y: Uint8Array, weights: readonly number[]): number {
  const probability = features
    .mmul(MlMatrix.columnVector(weights))
    .to1DArray()
    .map((logit) => 1 / (1 + Math.exp(-logit)));
  const gradient = features.transpose().mmul(MlMatrix.columnVector(probability.map((p, i) => y[i] - p)));
  const weighted = features.clone().mulColumnVector(probability.map((p) => p * (1 - p)));
  const information = features.transpose().mmul(weighted);
  return Math.sqrt(gradient.dot(solve(information, gradient, true)));
}

function columnMean(x: Matrix, j: number): number {
  let sum = 0;
  for (let i = 0; i < x.rows; i++) sum += x.values[i * x.cols + j];
  return sum / x.rows;
}
