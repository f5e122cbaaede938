import fc from "fast-check";
import type {Matrix} from "../../../../src/lib/statistics/matrices/matrix.js";

const values = {
  /** Small integers: many ties and equal rows. */
  integer: fc.integer({min: 0, max: 3}),
  // differences whose squares vanish would make different rows equal
  double: fc.double({min: -1e3, max: 1e3, noNaN: true}).map((value) => Math.round(value * 1e6) / 1e6),
};

/** Matrices of 2 … 40 rows and 1 … 5 columns, of small integers or of doubles of ordinary size. */
export const matrices = fc.constantFrom(values.integer, values.double).chain(matricesOf);

/** Matrices of small integers, 2 … 40 rows and 1 … 5 columns. */
export const integerMatrices = matricesOf(values.integer);

function matricesOf(value: fc.Arbitrary<number>): fc.Arbitrary<Matrix> {
  return fc
    .record({rows: fc.integer({min: 2, max: 40}), cols: fc.integer({min: 1, max: 5})})
    .chain((size) =>
      fc
        .array(value, {minLength: size.rows * size.cols, maxLength: size.rows * size.cols})
        .map((list) => ({...size, values: Float64Array.from(list)})),
    );
}

/** Number of different rows. */
export function differentRows({rows, cols, values}: Matrix): number {
  return new Set(Array.from({length: rows}, (_, i) => values.slice(i * cols, (i + 1) * cols).join())).size;
}

/** A matrix, a number of clusters that it can have, and an order of its rows. */
export const clusterings = matrices.chain((matrix) =>
  fc.record({
    matrix: fc.constant(matrix),
    k: fc.integer({min: 1, max: differentRows(matrix)}),
    order: fc.shuffledSubarray(
      Array.from({length: matrix.rows}, (_, i) => i),
      {minLength: matrix.rows},
    ),
    seed: fc.integer({min: 0, max: 1e6}),
  }),
);
