import {normalQuantile} from "./normalQuantile.js";
import {type Certainty, CUSTOMARY} from "./sampleSizeMeans.js";

/**
 * Size of each of two equally large groups that a difference of two shares needs in order to be seen.
 *
 * Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions (2003), §4.2, without continuity correction.
 * Constant cost. Checked against R 4.2.2 `power.prop.test`.
 *
 * @param first share in one group, in (0, 1)
 * @param second share in the other, in (0, 1), not the same
 * @returns customers in each group, rounded up
 * @throws RangeError outside these ranges
 */
export function sampleSizeProportions(
  first: number,
  second: number,
  {alpha, power}: Certainty = CUSTOMARY,
): number {
  for (const share of [first, second])
    if (!(share > 0 && share < 1)) throw new RangeError(`invalid share; not in (0, 1): ${share}`);
  if (first === second) throw new RangeError(`invalid shares; they do not differ: ${first}`);
  const pooled = (first + second) / 2;
  const within = first * (1 - first) + second * (1 - second);
  const deviates =
    normalQuantile(1 - alpha / 2) * Math.sqrt(2 * pooled * (1 - pooled)) +
    normalQuantile(power) * Math.sqrt(within);
  return Math.ceil((deviates / (first - second)) ** 2);
}

/**
 * The smallest rise of a share that two equally large groups can show: the inverse of `sampleSizeProportions`, by
 * bisection. If even a rise to 1 could not be seen, the rise to 1. Constant cost. Checked against R 4.2.2
 * `power.prop.test(n, p1)`, from which rounding to whole customers parts it by less than one customer.
 *
 * @param size customers in each group, > 0
 * @param share in the group without treatment, in (0, 1)
 * @throws RangeError outside these ranges
 */
export function detectableRise(size: number, share: number, certainty: Certainty = CUSTOMARY): number {
  if (!(size > 0)) throw new RangeError(`invalid size; not above 0: ${size}`);
  let low = share;
  let high = 1 - 1e-9;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (middle > share && sampleSizeProportions(share, middle, certainty) <= size) high = middle;
    else low = middle;
  }
  return high - share;
}
