import type {Matrix} from "../matrices/matrix.js";
import {linearPredictor} from "./linearPredictor.js";

/** The likelihood of a logistic regression at some coefficients, and where it rises from there. */
export interface LogisticLikelihood {
  /** −2 × log-likelihood. */
  deviance: number;
  /** d + 1 first derivatives of the log-likelihood: X′(y − p). */
  gradient: Float64Array;
  /** (d + 1) × (d + 1) second derivatives, negative: X′WX with W = p(1 − p), symmetric. */
  information: Matrix;
}

/** Computes the likelihood and its derivatives; the WebAssembly kernels provide a faster one that gives the same bits. */
export type FindLikelihood = (x: Matrix, y: Uint8Array, beta: Float64Array) => LogisticLikelihood;

/**
 * Likelihood of a logistic regression with its first and second derivatives, X having a first column of ones.
 *
 * Four rows are taken at a time, so that each sum is read and written once for four products. Hastie, Tibshirani & Friedman,
 * The Elements of Statistical Learning (2009), 4.4.1. Cost: n·d² / 2; memory 2n.
 *
 * @param x n × d, finite, n ≥ 1
 * @param y n outcomes, 0 or 1
 * @param beta d + 1 log-odds, intercept first
 * @throws RangeError if beta does not fit x
 */
export const logisticLikelihood: FindLikelihood = (x, y, beta) => {
  const eta = linearPredictor(beta, x);
  // zeros stand for the rows that the last four lack
  const residual = new Float64Array(x.rows + 3);
  const weight = new Float64Array(x.rows + 3);
  let sum = 0;
  let product = 1;
  for (let i = 0; i < x.rows; i++) {
    // e^−|η| serves the probability and the likelihood, without overflow
    const small = Math.exp(-Math.abs(eta[i]));
    const probability = (eta[i] >= 0 ? 1 : small) / (1 + small);
    residual[i] = y[i] - probability;
    weight[i] = probability * (1 - probability);
    sum += Math.max(y[i] === 1 ? -eta[i] : eta[i], 0);
    // one logarithm for many factors of at most 2
    product *= 1 + small;
    if ((i & 63) === 63) {
      sum += Math.log(product);
      product = 1;
    }
  }
  sum += Math.log(product);
  return {deviance: 2 * sum, ...derivatives(x, residual, weight)};
};

function derivatives(
  {rows, cols: d, values}: Matrix,
  residual: Float64Array,
  weight: Float64Array,
): Pick<LogisticLikelihood, "gradient" | "information"> {
  const p = d + 1;
  const gradient = new Float64Array(p);
  const sums = new Float64Array(p * p);
  const place = (row: number) => Math.min(row, rows - 1) * d;
  for (let i = 0; i < rows; i += 4) {
    const a = place(i);
    const b = place(i + 1);
    const c = place(i + 2);
    const e = place(i + 3);
    const ra = residual[i];
    const rb = residual[i + 1];
    const rc = residual[i + 2];
    const re = residual[i + 3];
    const wa = weight[i];
    const wb = weight[i + 1];
    const wc = weight[i + 2];
    const we = weight[i + 3];
    gradient[0] += ra + rb + rc + re;
    sums[0] += wa + wb + wc + we;
    for (let j = 0; j < d; j++) {
      gradient[j + 1] += ra * values[a + j] + rb * values[b + j] + rc * values[c + j] + re * values[e + j];
      const va = wa * values[a + j];
      const vb = wb * values[b + j];
      const vc = wc * values[c + j];
      const ve = we * values[e + j];
      const at = (j + 1) * p;
      sums[at] += va + vb + vc + ve;
      for (let l = 0; l <= j; l++)
        sums[at + l + 1] += va * values[a + l] + vb * values[b + l] + vc * values[c + l] + ve * values[e + l];
    }
  }
  for (let j = 0; j < p; j++) for (let l = 0; l < j; l++) sums[l * p + j] = sums[j * p + l];
  return {gradient, information: {rows: p, cols: p, values: sums}};
}
