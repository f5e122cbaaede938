import type {NumberRule} from "./numberRule.js";

/** What a column of numbers may hold: `a whole number from 1 to 100`. */
export function kindText(rule: NumberRule): string {
  return `${rule.type === "integer" ? "a whole number" : "a number"}${rangeText(rule)}`;
}

/** A range in words with a space before it: ` from 0 to 1`, ` of at least 1`, or nothing. */
export function rangeText({min, max}: {min?: number; max?: number}): string {
  if (min !== undefined && max !== undefined) return ` from ${figure(min)} to ${figure(max)}`;
  if (min !== undefined) return ` of at least ${figure(min)}`;
  return max === undefined ? "" : ` of at most ${figure(max)}`;
}

/** A number as messages write it, with commas between thousands. */
export function figure(value: number): string {
  return value.toLocaleString("en-US", {maximumFractionDigits: 10});
}
