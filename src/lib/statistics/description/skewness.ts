import {fsum} from "d3-array";
import {standardise} from "../matrices/standardise.js";

/**
 * Adjusted Fisher–Pearson skewness G₁ = √(n(n − 1)) / (n − 2) · m₃ / m₂^1.5; 0 if all values are equal.
 *
 * Joanes & Gill, The Statistician 47 (1998). Cost: n. The `skew` of pandas, Excel and SAS; checked against SciPy
 * 1.10.1 `skew(bias=False)`.
 *
 * @param values n ≥ 3 finite numbers
 * @throws RangeError for fewer than three values, or one that is not finite
 */
export function skewness(values: ArrayLike<number>): number {
  const n = values.length;
  if (n < 3) throw new RangeError(`invalid values; skewness needs at least 3: ${n}`);
  const {z, constant} = standardise({rows: n, cols: 1, values: Float64Array.from(values)});
  if (constant.length > 0) return 0;
  const m2 = fsum(z.values, (value) => value ** 2) / n;
  const m3 = fsum(z.values, (value) => value ** 3) / n;
  return ((Math.sqrt(n * (n - 1)) / (n - 2)) * m3) / m2 ** 1.5;
}
