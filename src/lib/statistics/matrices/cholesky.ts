import type {Matrix} from "./matrix.js";

/** A pivot below this share of its diagonal entry counts as 0. */
const PIVOT_TOLERANCE = 1e-11;

/**
 * Cholesky factor L of a symmetric positive definite matrix A = L·Lᵀ.
 *
 * Golub & Van Loan, Matrix Computations (2013), 4.2. Cost: d³ / 3.
 *
 * @param a d × d; only its lower triangle is read
 * @returns L, or the index of the first column that is (to rounding) a linear combination of those before it
 */
export function cholesky(a: Matrix): Matrix | number {
  const d = a.rows;
  const l = new Float64Array(d * d);
  for (let j = 0; j < d; j++) {
    for (let i = j; i < d; i++) {
      let sum = a.values[i * d + j];
      for (let c = 0; c < j; c++) sum -= l[i * d + c] * l[j * d + c];
      if (i > j) l[i * d + j] = sum / l[j * d + j];
      else if (sum > PIVOT_TOLERANCE * a.values[j * d + j]) l[j * d + j] = Math.sqrt(sum);
      else return j;
    }
  }
  return {rows: d, cols: d, values: l};
}

/** Solves L·Lᵀ·x = b. Cost: d². */
export function choleskySolve(l: Matrix, b: Float64Array): Float64Array {
  const d = l.rows;
  const x = b.slice();
  for (let i = 0; i < d; i++) {
    for (let c = 0; c < i; c++) x[i] -= l.values[i * d + c] * x[c];
    x[i] /= l.values[i * d + i];
  }
  for (let i = d - 1; i >= 0; i--) {
    for (let c = i + 1; c < d; c++) x[i] -= l.values[c * d + i] * x[c];
    x[i] /= l.values[i * d + i];
  }
  return x;
}

/** The inverse of L·Lᵀ. Cost: d³. */
export function choleskyInverse(l: Matrix): Matrix {
  const d = l.rows;
  const values = new Float64Array(d * d);
  for (let j = 0; j < d; j++) {
    const unit = new Float64Array(d);
    unit[j] = 1;
    values.set(choleskySolve(l, unit), j * d);
  }
  for (let i = 0; i < d; i++) for (let j = 0; j < i; j++) values[i * d + j] = values[j * d + i];
  return {rows: d, cols: d, values};
}
