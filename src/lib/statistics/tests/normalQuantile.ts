import {chiSquaredTail} from "./chiSquaredTail.js";

/** 97.5% quantile of the standard normal distribution: half the width, in standard errors, of a 95% interval. */
export const NORMAL_975 = 1.959963984540054;

/**
 * Quantile of the standard normal distribution: the value that a share p of it lies below.
 *
 * P. J. Acklam's rational approximation (2003), refined by two steps of Halley's method on Φ. Constant cost; exact to about 1e-14,
 * and to fewer digits for p below 1e-300.
 * Same as R's `qnorm`; checked against SciPy 1.10.1 `norm.ppf`.
 *
 * @param p in (0, 1)
 * @throws RangeError for p outside (0, 1)
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`invalid share; not in (0, 1): ${p}`);
  if (p > 0.5) return -normalQuantile(1 - p);
  let x = approximation(p);
  for (let step = 0; step < 2; step++) {
    const error = ((normalTail(-x) - p) * Math.sqrt(2 * Math.PI)) / Math.exp((-x * x) / 2);
    x -= error / (1 + (x * error) / 2);
  }
  return x;
}

/** Upper tail of the standard normal distribution for x ≥ 0, through the χ² tail with one degree of freedom. */
function normalTail(x: number): number {
  return chiSquaredTail(x * x, 1) / 2;
}

function approximation(p: number): number {
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return polynomial(tailTop, q) / polynomial(tailBottom, q);
  }
  const q = p - 0.5;
  return (polynomial(middleTop, q * q) * q) / polynomial(middleBottom, q * q);
}

/** Coefficients from the highest power down. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

const tailTop = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const tailBottom = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1];
const middleTop = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
];
const middleBottom = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1,
  1,
];
