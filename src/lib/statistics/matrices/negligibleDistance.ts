import type {Matrix} from "./matrix.js";

/** Means of up to about a million rows are right to this share of the largest value. */
const ROUNDING = 1e-12;

/**
 * The distance at or below which two means of rows count as one: what lies between them may be rounding alone. The mean of
 * ten rows of 0.1 is not 0.1. Cost: n·d.
 *
 * @param z n × d, finite
 * @returns 1e-12 times the largest absolute value, in the unit of the rows
 */
export function negligibleDistance({values}: Matrix): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) * ROUNDING;
}
