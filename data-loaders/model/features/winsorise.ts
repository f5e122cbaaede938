import {quantile} from "d3-array";
import {cap, type Limits} from "./outlierLimits.js";

/**
 * Draws in both tails of a column: values beyond a quantile are set to it.
 *
 * @param tail share of the values in each tail, in [0, 0.5)
 */
export function winsorise(column: Float64Array, tail: number): Float64Array {
  return cap(column, tailLimits(column, tail));
}

/** The quantiles at which the tails begin. */
export function tailLimits(column: Float64Array, tail: number): Limits {
  return [quantile(column, tail) ?? Number.NaN, quantile(column, 1 - tail) ?? Number.NaN];
}
