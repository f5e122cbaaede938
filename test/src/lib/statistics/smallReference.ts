import {type Matrix, matrixFromColumns} from "../../../../src/lib/statistics/matrices/matrix.js";
import {standardise} from "../../../../src/lib/statistics/matrices/standardise.js";
import reference from "./smallReference.json" with {type: "json"};

export {reference};

/** A matrix from an array of rows. */
export function matrixFromRows(rows: readonly (readonly number[])[]): Matrix {
  return matrixFromColumns(rows[0].map((_, j) => rows.map((row) => row[j])));
}

/** The reference's 40 rows, raw and standardised. */
export const raw = matrixFromRows(reference.rows);
export const {z} = standardise(raw);

/** The greatest absolute difference between two lists of numbers; Infinity if their lengths differ. */
export function greatestDifference(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  if (ours.length !== theirs.length) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let i = 0; i < ours.length; i++) {
    const difference = Math.abs(ours[i] - theirs[i]);
    if (Number.isNaN(difference)) return Number.NaN;
    most = Math.max(most, difference);
  }
  return most;
}
