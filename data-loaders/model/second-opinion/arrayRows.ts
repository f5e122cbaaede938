import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";

/** A matrix as an array of rows, as the packages take it. */
export function arrayRows({rows, cols, values}: Matrix): number[][] {
  return Array.from({length: rows}, (_, i) => [...values.subarray(i * cols, (i + 1) * cols)]);
}
