import {cholesky} from "../matrices/cholesky.js";
import {correlationMatrix} from "../matrices/correlationMatrix.js";
import type {Matrix} from "../matrices/matrix.js";
import type {Standardised} from "../matrices/standardise.js";

/**
 * The columns that a regression can tell apart: those that vary and are not, to rounding, a linear combination of columns
 * before them. R reports the others as NA ("aliased"); checked against R 4.2.2 `glm`.
 *
 * A column is left out if those before it explain all but 1e-11 of its variance, by the pivots of Cholesky's factor of the
 * correlations (Golub & Van Loan, Matrix Computations, 2013, 4.2). R's tolerance is on its length, and finer. Cost: n·d² for the correlations, and d³ for each column that is left out.
 *
 * @param standardised n × d, from `standardise`
 * @returns indices of the columns to keep, ascending
 */
export function independentColumns({z, constant}: Pick<Standardised, "z" | "constant">): number[] {
  const correlation = correlationMatrix(z);
  let kept = Array.from({length: z.cols}, (_, j) => j).filter((j) => !constant.includes(j));
  for (;;) {
    const factor = cholesky(submatrix(correlation, kept));
    if (typeof factor !== "number") return kept;
    kept = kept.filter((_, position) => position !== factor);
  }
}

function submatrix(a: Matrix, kept: readonly number[]): Matrix {
  const d = kept.length;
  return {
    rows: d,
    cols: d,
    values: Float64Array.from(
      {length: d * d},
      (_, at) => a.values[kept[Math.floor(at / d)] * a.cols + kept[at % d]],
    ),
  };
}
