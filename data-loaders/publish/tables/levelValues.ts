import {deviation, mean, median} from "d3-array";
import {NORMAL_975} from "../../../src/lib/statistics/tests/normalQuantile.js";
import {double, integer, type PublishedTable, table, text} from "../../engine/tables/publishedTable.js";
import type {Findings} from "./findings.js";

/**
 * Every variable of the distances by each level of the columns that describe: a score by age band, by occupation. Customers
 * whose value is not known are left out.
 */
export function levelValues({features}: Pick<Findings, "features">): PublishedTable {
  const {names, values, missing, describing} = features;
  const rows = describing.flatMap((column) =>
    names.flatMap((measure, j) => {
      const parts: number[][] = column.levels.map(() => []);
      column.values.forEach((level, row) => {
        if (missing[row * values.cols + j] === 0) parts[level].push(values.values[row * values.cols + j]);
      });
      const betweenShare = shareBetween(parts);
      return parts.map((known, position) => {
        const centre = mean(known) ?? Number.NaN;
        const half = (NORMAL_975 * (deviation(known) ?? Number.NaN)) / Math.sqrt(known.length);
        return {
          measure,
          variable: column.name,
          level: column.levels[position],
          position,
          customers: known.length,
          mean: centre,
          low: centre - half,
          high: centre + half,
          median: median(known) ?? Number.NaN,
          betweenShare,
        };
      });
    }),
  );
  return table(
    "level_values",
    "The variables of the distances, by each level of the columns that describe; customers with a known value.",
    rows,
    [
      text("measure", "Variable that is averaged.", (r) => r.measure),
      text("variable", "Column that describes.", (r) => r.variable),
      text("level", "Level.", (r) => r.level),
      integer("level_position", "Order of the level, from 1.", (r) => r.position + 1),
      integer("customers", "Customers with a value.", (r) => r.customers),
      double("mean", "Mean of the variable.", (r) => r.mean),
      double("mean_low", "Lower end of its 95% interval (normal).", (r) => r.low),
      double("mean_high", "Upper end of it.", (r) => r.high),
      double("median", "Median of the variable.", (r) => r.median),
      double(
        "between_share",
        "Share of the variable's variance that lies between the levels (η²), from 0 to 1.",
        (r) => r.betweenShare,
      ),
    ],
  );
}

/** η²: the sum of squares between the parts over that in all; 0 where nothing varies. */
function shareBetween(parts: readonly (readonly number[])[]): number {
  const all = parts.flat();
  const centre = mean(all) ?? 0;
  const total = all.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const between = parts.reduce((sum, part) => sum + part.length * ((mean(part) ?? centre) - centre) ** 2, 0);
  return total === 0 ? 0 : between / total;
}
