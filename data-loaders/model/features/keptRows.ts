import type {LeftOut} from "../../../src/lib/lab/analysisChoices.js";
import {fenceLimits} from "./outlierLimits.js";

/** Which customers stay out of an analysis. */
export interface RowChoices {
  /** Applied one after another, each to the customers who are left. */
  leaveOut: readonly LeftOut[];
  /** Whether customers with a gap in one of the variables are left out. */
  withoutGaps: boolean;
  /** Whether customers with a value beyond a fence of one of the variables are left out. */
  withoutOutliers: boolean;
  /** Variables of the distances. */
  variables: readonly string[];
}

/**
 * The customers whom an analysis keeps, in their order: those of the rules, those with gaps and those with outliers are left out
 * one after another, each judged on those who are still there.
 *
 * @param numbers n values of each variable, NaN where one is missing
 * @param names n levels of each category and describing column
 */
export function keptRows(
  n: number,
  numbers: Readonly<Record<string, Float64Array>>,
  names: Readonly<Record<string, readonly string[]>>,
  {leaveOut, withoutGaps, withoutOutliers, variables}: RowChoices,
): Int32Array {
  let rows = Int32Array.from({length: n}, (_, row) => row);
  for (const rule of leaveOut) rows = rows.filter(keeps(rule, rows, numbers, names));
  if (withoutGaps) rows = rows.filter((row) => variables.every((name) => !Number.isNaN(numbers[name][row])));
  if (!withoutOutliers) return rows;
  const limits = variables.map((name) => {
    const known = rows.filter((row) => !Number.isNaN(numbers[name][row]));
    return fenceLimits(Float64Array.from(known, (row) => numbers[name][row]));
  });
  return rows.filter((row) =>
    variables.every((name, j) => {
      const value = numbers[name][row];
      return Number.isNaN(value) || (value >= limits[j][0] && value <= limits[j][1]);
    }),
  );
}

function keeps(
  leftOut: LeftOut,
  rows: Int32Array,
  numbers: Readonly<Record<string, Float64Array>>,
  names: Readonly<Record<string, readonly string[]>>,
): (row: number) => boolean {
  const {column} = leftOut;
  if ("level" in leftOut) return (row) => names[column][row] !== leftOut.level;
  const values = numbers[column];
  if ("count" in leftOut) {
    const sign = leftOut.test === "largest" ? -1 : 1;
    const known = Array.from(rows).filter((row) => !Number.isNaN(values[row]));
    known.sort((a, b) => sign * (values[a] - values[b]) || a - b);
    const out = new Set(known.slice(0, leftOut.count));
    return (row) => !out.has(row);
  }
  const {test, value} = leftOut;
  switch (test) {
    case "<":
      return (row) => !(values[row] < value);
    case "<=":
      return (row) => !(values[row] <= value);
    case ">":
      return (row) => !(values[row] > value);
    case ">=":
      return (row) => !(values[row] >= value);
  }
}
