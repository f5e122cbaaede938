import type {Random} from "./random.js";

/** Uniforms added up for one normal deviate, and the steps of each. */
const UNIFORMS = 12;
const STEPS = 65_536;

/**
 * Draws rows whose columns correlate as a Gaussian copula's latent variables do. Only the order of the values is
 * used later, so a sum of twelve uniforms serves as the normal deviate (Irwin and Hall): it needs no logarithm or
 * cosine, whose last digit differs between machines.
 *
 * @param correlation d × d lower triangle without the diagonal: row j holds columns 0 … j - 1
 * @returns d columns of n values
 */
export function drawCopula(
  rows: number,
  correlation: readonly (readonly number[])[],
  random: Random,
): Float64Array[] {
  const factor = choleskyFactor(correlation);
  const columns = factor.map(() => new Float64Array(rows));
  const deviates = new Float64Array(factor.length);
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < deviates.length; j++) deviates[j] = normalDeviate(random);
    for (let j = 0; j < factor.length; j++) {
      let value = 0;
      for (let k = 0; k <= j; k++) value += factor[j][k] * deviates[k];
      columns[j][row] = value;
    }
  }
  return columns;
}

function normalDeviate(random: Random): number {
  let total = 0;
  for (let i = 0; i < UNIFORMS; i++) total += random.below(STEPS);
  return total / STEPS - UNIFORMS / 2;
}

/**
 * Cholesky factor of a correlation matrix that rounding may have left slightly indefinite: a pivot below 0.02 is
 * raised to it (Golub and Van Loan, Matrix Computations, 4.2).
 */
function choleskyFactor(correlation: readonly (readonly number[])[]): number[][] {
  const factor: number[][] = [];
  for (let j = 0; j < correlation.length; j++) {
    const row: number[] = [];
    for (let k = 0; k < j; k++) {
      let value = correlation[j][k];
      for (let m = 0; m < k; m++) value -= row[m] * factor[k][m];
      row.push(value / factor[k][k]);
    }
    const pivot = 1 - row.reduce((total, value) => total + value * value, 0);
    row.push(Math.sqrt(Math.max(pivot, 0.02)));
    factor.push(row);
  }
  return factor;
}

/** Rows by rising value of a column. */
export function ascending(rows: readonly number[], column: Float64Array): number[] {
  return rows.toSorted((a, b) => column[a] - column[b] || a - b);
}
