import {quantile} from "d3-array";

/**
 * Draws in both tails of a column: values beyond a quantile are set to it.
 *
 * @param tail share of the values in each tail, in [0, 0.5)
 */
export function winsorise(column: Float64Array, tail: number): Float64Array {
  const low = quantile(column, tail) ?? Number.NaN;
  const high = quantile(column, 1 - tail) ?? Number.NaN;
  return column.map((x) => Math.min(Math.max(x, low), high));
}
