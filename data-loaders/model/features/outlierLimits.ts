import {quartileFences} from "../../../src/lib/statistics/description/quartileFences.js";
import {robustScale} from "../../../src/lib/statistics/description/robustZ.js";

/** Beyond this many robust standard deviations from the median a value counts as an outlier. */
export const ROBUST_LIMIT = 3.5;

/** Least and greatest value of a column that is no outlier. */
export type Limits = readonly [low: number, high: number];

/** Tukey's fences: one and a half interquartile ranges beyond the quartiles. */
export function fenceLimits(column: Float64Array): Limits {
  const {lower, upper} = quartileFences(column);
  return [lower, upper];
}

/** `ROBUST_LIMIT` robust standard deviations from the median. */
export function robustLimits(column: Float64Array): Limits {
  const {center, unit} = robustScale(column);
  return [center - ROBUST_LIMIT * unit, center + ROBUST_LIMIT * unit];
}

/** Sets what is beyond the limits to them. */
export function cap(column: Float64Array, [low, high]: Limits): Float64Array {
  return column.map((value) => Math.min(high, Math.max(low, value)));
}
