import {quantileSorted} from "d3-array";
import {requireFinite} from "../matrices/requireFinite.js";

/** Quartiles of a variable and the fences beyond which a box plot draws single dots. */
export interface QuartileFences {
  q25: number;
  median: number;
  q75: number;
  /** q25 − 1.5·(q75 − q25) */
  lower: number;
  /** q75 + 1.5·(q75 − q25) */
  upper: number;
}

/**
 * Tukey's fences: one and a half interquartile ranges beyond the quartiles.
 *
 * Quartiles are of type R-7; checked against R 4.2.2 `quantile`. Tukey, Exploratory Data Analysis (1977). Cost: n·log n.
 *
 * @param values n ≥ 1 finite numbers
 * @throws RangeError for no value, or one that is not finite
 */
export function quartileFences(values: ArrayLike<number>): QuartileFences {
  if (values.length === 0) throw new RangeError("invalid values; at least one is needed: 0");
  const column = Float64Array.from(values);
  requireFinite({rows: column.length, cols: 1, values: column});
  const sorted = [...column.sort()];
  const at = (share: number) => quantileSorted(sorted, share) ?? Number.NaN;
  const [q25, median, q75] = [at(0.25), at(0.5), at(0.75)];
  return {q25, median, q75, lower: q25 - 1.5 * (q75 - q25), upper: q75 + 1.5 * (q75 - q25)};
}
