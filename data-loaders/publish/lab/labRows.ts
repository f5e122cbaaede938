import {uniformInt} from "pure-rand/distribution/uniformInt";
import type {LabSettings} from "../../../src/lib/lab/labSettings.js";
import {seededRandom} from "../../../src/lib/statistics/matrices/seededRandom.js";
import {keptRows} from "../../model/features/keptRows.js";
import type {LabCustomers} from "./labCustomers.js";

/**
 * The customers that an analysis keeps, in its order.
 *
 * @param names n levels of each category and describing column
 * @throws RangeError if fewer than `fewest` customers are left
 */
export function labRows(
  {table}: LabCustomers,
  names: Readonly<Record<string, readonly string[]>>,
  {leftOut, missing, outliers, order, variables}: LabSettings,
  fewest: number,
): Int32Array {
  const rows = keptRows(table.rows, table.numbers, names, {
    leaveOut: leftOut === undefined ? [] : [leftOut],
    withoutGaps: missing === "dropped",
    withoutOutliers: outliers === "removed",
    variables,
  });
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
