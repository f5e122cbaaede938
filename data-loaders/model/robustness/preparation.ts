import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";

/** A way to get from the file's columns to the points that k-means divides. */
export interface Preparation {
  id: string;
  label: string;
  definition: string;
  /** Customers with a value beyond the limits that it sets, if it sets any. */
  outlying?: number;
  /** Rows of the file that it keeps. */
  rows: Int32Array;
  /** Kept rows × d. */
  z: Matrix;
}
