import {mean, median} from "d3-array";
import {requireFinite} from "../matrices/requireFinite.js";

/** Makes the median absolute deviation an estimate of a normal distribution's standard deviation; four decimals, as in R. */
const MAD_TO_SD = 1.4826;
/** The same for the mean absolute deviation, √(π/2). */
const MEAN_DEVIATION_TO_SD = Math.sqrt(Math.PI / 2);

/**
 * Robust z-scores: distance from the median in units that outliers do not stretch. Above 3.5 in absolute value counts as
 * an outlier by custom.
 *
 * The unit is 1.4826 times the median absolute deviation, or 1.2533 times the mean absolute deviation where more than
 * half of the values are equal; all scores are 0 where all values are. Iglewicz & Hoaglin, How to Detect and Handle
 * Outliers (1993). Cost: n·log n. Checked against R 4.2.2 `(x - median(x)) / mad(x)`.
 *
 * @param values n ≥ 1 finite numbers
 * @throws RangeError for a value that is not finite
 */
export function robustZ(values: ArrayLike<number>): Float64Array {
  const column = Float64Array.from(values);
  const {center, unit} = robustScale(column);
  return column.map((value) => (unit === 0 ? 0 : (value - center) / unit));
}

/**
 * Median of the values, and the unit of their robust z-scores (0 if all values are equal).
 *
 * @param values n ≥ 1 finite numbers
 * @throws RangeError for a value that is not finite
 */
export function robustScale(values: ArrayLike<number>): {center: number; unit: number} {
  const column = Float64Array.from(values);
  requireFinite({rows: column.length, cols: 1, values: column});
  const center = median(column) ?? 0;
  const deviations = column.map((value) => Math.abs(value - center));
  const spread = (median(deviations) ?? 0) * MAD_TO_SD;
  return {center, unit: spread > 0 ? spread : (mean(deviations) ?? 0) * MEAN_DEVIATION_TO_SD};
}
