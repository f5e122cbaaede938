import {uniformInt} from "pure-rand/distribution/uniformInt";
import type {LabSettings, LeftOut} from "../../../src/lib/lab/labSettings.js";
import {seededRandom} from "../../../src/lib/statistics/matrices/seededRandom.js";
import {fenceLimits} from "../../model/features/outlierLimits.js";
import type {LabCustomers} from "./labCustomers.js";

/**
 * The customers that an analysis keeps, in its order: a filter, customers with gaps and customers with outliers are left out
 * one after another, each judged on those that are still there.
 *
 * @param categories bands of the published categories by name, n each
 * @throws RangeError if fewer than `fewest` customers are left
 */
export function labRows(
  {table}: LabCustomers,
  categories: Readonly<Record<string, readonly string[]>>,
  {leftOut, missing, outliers, order, variables}: LabSettings,
  fewest: number,
): Int32Array {
  let rows = Int32Array.from({length: table.rows}, (_, row) => row);
  if (leftOut !== undefined)
    rows = rows.filter(keeps(leftOut, {...table.text, ...categories}, table.numbers));
  if (missing === "dropped")
    rows = rows.filter((row) => variables.every((name) => !Number.isNaN(table.numbers[name][row])));
  if (outliers === "removed") {
    const limits = variables.map((name) => {
      const known = rows.filter((row) => !Number.isNaN(table.numbers[name][row]));
      return fenceLimits(Float64Array.from(known, (row) => table.numbers[name][row]));
    });
    rows = rows.filter((row) =>
      variables.every((name, j) => {
        const value = table.numbers[name][row];
        return Number.isNaN(value) || (value >= limits[j][0] && value <= limits[j][1]);
      }),
    );
  }
  if (rows.length < fewest)
    throw new RangeError(
      `${rows.length} customers are left, too few for the analysis, which needs ${fewest}; leave out fewer`,
    );
  if (order === "file") return rows;
  return shuffled(rows);
}

/** Fisher and Yates's shuffle; the same every time. */
function shuffled(rows: Int32Array): Int32Array {
  const random = seededRandom(1);
  const order = rows.slice();
  for (let last = order.length - 1; last > 0; last--) {
    const other = uniformInt(random, 0, last);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

function keeps(
  leftOut: LeftOut,
  names: Readonly<Record<string, readonly string[]>>,
  numbers: Readonly<Record<string, Float64Array>>,
): (row: number) => boolean {
  const {column} = leftOut;
  if ("level" in leftOut) return (row) => names[column][row] !== leftOut.level;
  const values = numbers[column];
  if ("count" in leftOut) {
    const sign = leftOut.test === "largest" ? -1 : 1;
    const known = Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]));
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
