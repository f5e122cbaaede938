import type {Matrix} from "../matrix.js";

/** Computes X′WX; the WebAssembly kernels provide a faster one that gives the same bits. */
export type WeightedCrossProduct = (x: Matrix, weights: Float64Array) => Matrix;

/**
 * X′WX for X with a first column of ones: the information matrix of a regression with weights W.
 *
 * Four rows are taken at a time, so that each entry is read and written once for four products. Cost: n·d² / 2.
 *
 * @param x n × d
 * @param weights n numbers
 * @returns (d + 1) × (d + 1), symmetric
 */
export const weightedCrossProduct: WeightedCrossProduct = (x, weights) => {
  const {rows, cols: d, values} = x;
  const p = d + 1;
  const sums = new Float64Array(p * p);
  const whole = rows - (rows % 4);
  for (let i = 0; i < whole; i += 4) {
    const a = i * d;
    const b = a + d;
    const c = b + d;
    const e = c + d;
    const wa = weights[i];
    const wb = weights[i + 1];
    const wc = weights[i + 2];
    const we = weights[i + 3];
    sums[0] += wa + wb + wc + we;
    for (let j = 0; j < d; j++) {
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
  for (let i = whole; i < rows; i++) {
    sums[0] += weights[i];
    for (let j = 0; j < d; j++) {
      const value = weights[i] * values[i * d + j];
      sums[(j + 1) * p] += value;
      for (let l = 0; l <= j; l++) sums[(j + 1) * p + l + 1] += value * values[i * d + l];
    }
  }
  for (let j = 0; j < p; j++) for (let l = 0; l < j; l++) sums[l * p + j] = sums[j * p + l];
  return {rows: p, cols: p, values: sums};
};
