import {normalQuantile} from "./normalQuantile.js";

/** How sure a test must be. */
export interface Certainty {
  /** Chance of seeing a difference where there is none (two-sided). */
  alpha: number;
  /** Chance of seeing the difference if it is there. */
  power: number;
}

/** The customary certainty. */
export const CUSTOMARY: Certainty = {alpha: 0.05, power: 0.8};

/**
 * Size of each of two equally large groups that a difference of means needs in order to be seen.
 *
 * Normal approximation: 2·((z₁₋α⸝₂ + z_power)·sd / difference)². Cohen, Statistical Power Analysis (1988), §2.4. Constant
 * cost. Checked against R 4.2.2 `power.t.test`, which gives about one more, as it uses Student's t.
 *
 * @param difference of the means, not 0
 * @param sd standard deviation within each group, > 0
 * @returns customers in each group, rounded up
 * @throws RangeError for a difference of 0 or an sd that is not positive
 */
export function sampleSizeMeans(difference: number, sd: number, certainty: Certainty = CUSTOMARY): number {
  if (!(Math.abs(difference) > 0))
    throw new RangeError(`invalid difference; not other than 0: ${difference}`);
  requireSpread(sd);
  return Math.ceil(2 * ((normalDeviates(certainty) * sd) / difference) ** 2);
}

/**
 * The smallest difference of means that two equally large groups can show: the inverse of `sampleSizeMeans`. Constant
 * cost.
 *
 * @param size customers in each group, > 0
 * @param sd standard deviation within each group, > 0
 * @throws RangeError for a size or an sd that is not positive
 */
export function detectableDifference(size: number, sd: number, certainty: Certainty = CUSTOMARY): number {
  if (!(size > 0)) throw new RangeError(`invalid size; not above 0: ${size}`);
  requireSpread(sd);
  return normalDeviates(certainty) * sd * Math.sqrt(2 / size);
}

function requireSpread(sd: number): void {
  if (!(sd > 0)) throw new RangeError(`invalid standard deviation; not above 0: ${sd}`);
}

function normalDeviates({alpha, power}: Certainty): number {
  return normalQuantile(1 - alpha / 2) + normalQuantile(power);
}
