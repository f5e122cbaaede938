import {doubleLiteral, identifier} from "../dialect.js";
import {numberOf, type Population} from "../population.js";
import {sumsByRun} from "./sumsByRun.js";

/** A column over the customers of one group. */
export interface GroupProfile {
  group: number;
  column: string;
  count: number;
  total: number;
  mean: number;
  /** Standard deviation (divisor n − 1). */
  sd: number;
  min: number;
  max: number;
}

/**
 * What each group's customers are like in each column.
 *
 * Bytes read: twice those of the columns. Returned: a few numbers for each column, group and run.
 *
 * @param group an expression that gives whole numbers from 0 to k − 1
 * @param columns without missing values
 * @param from default: the population's own
 */
export async function profiles(
  population: Population,
  {
    group,
    k,
    columns,
    from = population.from,
  }: {group: string; k: number; columns: readonly string[]; from?: string},
): Promise<GroupProfile[]> {
  const names = columns.map(identifier);
  const extremes = await population.engine.rows(
    "extremes of groups",
    `SELECT ${[group, ...names.flatMap((name) => [`min(${name})`, `max(${name})`])].join(", ")} FROM ${from} GROUP BY 1 ORDER BY 1`,
  );
  const sums = await sumsByRun(population, "means of groups", {group, k, sums: names, from});
  const means = sums.map((values) => values.slice(1).map((sum) => sum / values[0]));
  const around = names.map((name, j) => {
    const cases = means.map(
      (ofGroup, c) => `WHEN ${c} THEN ${doubleLiteral(Number.isFinite(ofGroup[j]) ? ofGroup[j] : 0)}`,
    );
    return `(${name} - CASE ${group} ${cases.join(" ")} END)`;
  });
  const squares = await sumsByRun(population, "deviations of groups", {
    group,
    k,
    sums: around.map((x) => `${x} * ${x}`),
    from,
  });
  return extremes.flatMap((row) => {
    const c = numberOf(row[0]);
    return columns.map((column, j) => ({
      group: c,
      column,
      count: sums[c][0],
      total: sums[c][j + 1],
      mean: means[c][j],
      sd: Math.sqrt(squares[c][j + 1] / (sums[c][0] - 1)),
      min: numberOf(row[1 + 2 * j]),
      max: numberOf(row[2 + 2 * j]),
    }));
  });
}
