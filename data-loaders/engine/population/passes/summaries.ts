import {doubleLiteral} from "../dialect.js";
import {numberOf, type Population} from "../population.js";
import {sumsByRun} from "./sumsByRun.js";

/** A column of numbers over all customers that have a value. */
export interface ColumnSummary {
  column: string;
  /** Customers with a value, and without. */
  count: number;
  missing: number;
  min: number;
  max: number;
  mean: number;
  /** Population standard deviation (divisor n). */
  sd: number;
  /** Adjusted Fisher–Pearson skewness, as `skewness`; 0 of a constant. */
  skewness: number;
}

/**
 * Counts, means, deviations and extremes of columns: one pass for the means, one for what lies around them, since the
 * difference of two large sums would lose digits.
 *
 * @param columns expressions, with the names that they get
 *
 * Bytes read: twice those of the columns. Returned: six numbers for each column and run.
 */
export async function summaries(
  population: Population,
  columns: readonly {name: string; sql: string}[],
): Promise<ColumnSummary[]> {
  const names = columns.map(({sql}) => sql);
  const [extremes] = await population.engine.rows(
    "extremes",
    `SELECT ${["count(*)", ...names.flatMap((name) => [`count(${name})`, `min(${name})`, `max(${name})`])].join(", ")} FROM ${population.from}`,
  );
  const [sums] = await sumsByRun(population, "means", {group: "0", k: 1, sums: names});
  const rows = numberOf(extremes[0]);
  const means = columns.map((_, j) => sums[j + 1] / numberOf(extremes[1 + 3 * j]));
  const around = names.map(
    (name, j) => `(${name} - ${doubleLiteral(Number.isFinite(means[j]) ? means[j] : 0)})`,
  );
  const [moments] = await sumsByRun(population, "deviations", {
    group: "0",
    k: 1,
    sums: around.flatMap((x) => [x, `${x} * ${x}`, `${x} * ${x} * ${x}`]),
  });
  return columns.map(({name: column}, j) => {
    const count = numberOf(extremes[1 + 3 * j]);
    const [rest, squares, cubes] = moments.subarray(1 + 3 * j, 4 + 3 * j).map((sum) => sum / count);
    // the mean was rounded: what is left of it is taken off again
    const variance = Math.max(squares - rest * rest, 0);
    const [min, max] = [numberOf(extremes[2 + 3 * j]), numberOf(extremes[3 + 3 * j])];
    const sd = min === max ? 0 : Math.sqrt(variance);
    return {
      column,
      count,
      missing: rows - count,
      min,
      max,
      mean: means[j] + rest,
      sd,
      skewness:
        sd === 0
          ? 0
          : ((Math.sqrt(count * (count - 1)) / (count - 2)) * (cubes - 3 * rest * squares + 2 * rest ** 3)) /
            sd ** 3,
    };
  });
}
