import type {Matrix} from "../matrices/matrix.js";

/** Merges in the order in which they were found, each by one row of either cluster. */
export interface Merges {
  a: Int32Array;
  b: Int32Array;
  height: Float64Array;
}

/** Finds the merges of rows that stand in canonical order. */
export type FindMerges = (rows: Matrix) => Merges;
