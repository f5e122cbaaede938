import type {Matrix} from "../matrix.js";
import {cholesky, choleskyInverse, choleskySolve} from "./cholesky.js";
import {linearPredictor} from "./linearPredictor.js";
import {requireFinite} from "./requireFinite.js";
import {separation} from "./separation.js";

export interface LogisticOptions {
  /** Strength of the penalty l2/2·Σβ² on all but the intercept; default 0. scikit-learn's C is 1 / l2. */
  l2?: number;
  /** Most Newton steps; default 60. */
  maxIterations?: number;
  /** Converged when a step changes no coefficient by more than this times (1 + the largest); default 1e-10. */
  tolerance?: number;
}

export interface LogisticRegression {
  /** d + 1 log-odds: intercept first, then one for each column of X. */
  coefficients: Float64Array;
  /** d + 1 standard errors, from the observed information at the coefficients. Without meaning if separated. */
  standardErrors: Float64Array;
  /** (d + 1) × (d + 1) covariance of the coefficients. */
  covariance: Matrix;
  /** −2 × log-likelihood, the penalty left out. */
  deviance: number;
  /** Deviance of the model with the intercept only. */
  nullDeviance: number;
  /** Newton steps taken. */
  iterations: number;
  converged: boolean;
  /**
   * Whether a combination of the columns tells the two classes apart, entirely ("complete") or but for rows that lie on
   * the border ("quasi"). Then, without penalty, no finite coefficients are the most likely ones: do not report them.
   */
  separation: "none" | "complete" | "quasi";
}

/**
 * Logistic regression with intercept by maximum likelihood (Newton's method, which is iteratively reweighted least
 * squares), with step halving and an optional L2 penalty.
 *
 * Hastie, Tibshirani & Friedman, The Elements of Statistical Learning (2009), 4.4.1; separation as in Albert & Anderson,
 * Biometrika 71 (1984). Cost: n·d² / 2 a step, about seven steps; memory n. Checked against R 4.2.2 `glm(…, binomial)`:
 * coefficients to 1e-9, standard errors to 1e-6 (R stops earlier).
 *
 * @param x n × d without a column of ones; standardised columns are best
 * @param y n outcomes, 0 or 1, both present
 * @throws RangeError if y does not fit x, holds another value or one class only, if a value is not finite, or if a column
 * is constant or a linear combination of others
 */
export function logisticRegression(
  x: Matrix,
  y: Uint8Array,
  options: LogisticOptions = {},
): LogisticRegression {
  const {l2 = 0, maxIterations = 60, tolerance = 1e-10} = options;
  const positives = requireOutcomes(x, y);
  if (!(l2 >= 0 && l2 < Number.POSITIVE_INFINITY)) throw new RangeError(`invalid l2; not in [0, ∞): ${l2}`);

  let beta: Float64Array = new Float64Array(x.cols + 1);
  beta[0] = Math.log(positives / (x.rows - positives));
  const nullDeviance = deviance(linearPredictor(beta, x), y);
  let current = nullDeviance;
  let step: Float64Array = new Float64Array(beta.length);
  let iterations = 0;
  let converged = false;
  while (iterations < maxIterations && !converged && current > 1e-9) {
    const {gradient, information} = newtonSystem(x, y, beta, l2);
    const factor = cholesky(information);
    if (typeof factor === "number") {
      if (iterations === 0)
        throw new RangeError(`invalid X; column depends linearly on others: ${factor - 1}`);
      break;
    }
    iterations++;
    step = choleskySolve(factor, gradient);
    const objective = current + penalty(beta, l2);
    for (let halvings = 0; ; halvings++) {
      const next = beta.map((value, j) => value + step[j]);
      const reached = deviance(linearPredictor(next, x), y);
      const better = reached + penalty(next, l2) <= objective * (1 + 1e-12);
      if (better || halvings === 30) {
        beta = next;
        current = reached;
        break;
      }
      step = step.map((value) => value / 2);
    }
    converged = largest(step) <= tolerance * (1 + largest(beta));
  }
  const covariance = inverseInformation(x, y, beta, l2);
  return {
    coefficients: beta,
    standardErrors: beta.map((_, j) => Math.sqrt(covariance.values[j * (beta.length + 1)])),
    covariance,
    deviance: current,
    nullDeviance,
    iterations,
    converged,
    separation: separation(x, y, beta, step, converged),
  };
}

/** Gradient of the penalised log-likelihood, and its negative second derivative. */
function newtonSystem(x: Matrix, y: Uint8Array, beta: Float64Array, l2: number) {
  const d = x.cols;
  const p = d + 1;
  const eta = linearPredictor(beta, x);
  const gradient = new Float64Array(p);
  const information = new Float64Array(p * p);
  for (let i = 0; i < x.rows; i++) {
    const probability = 1 / (1 + Math.exp(-eta[i]));
    const residual = y[i] - probability;
    const weight = probability * (1 - probability);
    gradient[0] += residual;
    information[0] += weight;
    for (let j = 0, row = i * d; j < d; j++) {
      const value = x.values[row + j];
      gradient[j + 1] += residual * value;
      const weighted = weight * value;
      const at = (j + 1) * p;
      information[at] += weighted;
      for (let c = 0; c <= j; c++) information[at + c + 1] += weighted * x.values[row + c];
    }
  }
  for (let j = 1; j < p; j++) {
    gradient[j] -= l2 * beta[j];
    information[j * p + j] += l2;
  }
  return {gradient, information: {rows: p, cols: p, values: information}};
}

/** Covariance of the coefficients; of infinite variance where the likelihood has become flat. */
function inverseInformation(x: Matrix, y: Uint8Array, beta: Float64Array, l2: number): Matrix {
  const factor = cholesky(newtonSystem(x, y, beta, l2).information);
  if (typeof factor !== "number") return choleskyInverse(factor);
  const p = beta.length;
  return {rows: p, cols: p, values: new Float64Array(p * p).fill(Number.POSITIVE_INFINITY)};
}

function deviance(eta: Float64Array, y: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const against = y[i] === 1 ? -eta[i] : eta[i];
    sum += Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)));
  }
  return 2 * sum;
}

function penalty(beta: Float64Array, l2: number): number {
  let sum = 0;
  for (let j = 1; j < beta.length; j++) sum += beta[j] * beta[j];
  return l2 * sum;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function requireOutcomes(x: Matrix, y: Uint8Array): number {
  if (y.length !== x.rows) throw new RangeError(`invalid y; not one for each of ${x.rows} rows: ${y.length}`);
  requireFinite(x);
  let positives = 0;
  for (const outcome of y) {
    if (outcome > 1) throw new RangeError(`invalid y; not 0 or 1: ${outcome}`);
    positives += outcome;
  }
  if (positives === 0 || positives === y.length)
    throw new RangeError(`invalid y; both outcomes are needed, ones among ${y.length}: ${positives}`);
  return positives;
}
