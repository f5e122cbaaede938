import type {Matrix} from "../../../../src/lib/statistics/matrices/matrix.js";
import {type Population, RUN} from "../population.js";
import {sumsByRun} from "./sumsByRun.js";

/**
 * Pearson's correlations of standardised expressions over all customers: the means of their products.
 *
 * Bytes read: those of the columns. Returned: d(d + 1)/2 numbers for each run.
 *
 * @returns d × d, ones on the diagonal
 */
export async function correlations(
  population: Population,
  z: readonly string[],
  from = population.from,
): Promise<Matrix> {
  const pairs = z.flatMap((_, i) => z.slice(0, i + 1).map((_, j) => [i, j] as const));
  const [sums] = await sumsByRun(population, "correlations", {
    group: "0",
    k: 1,
    sums: pairs.map(([i, j]) => `z${i} * z${j}`),
    from: `(SELECT ${[RUN, ...z.map((sql, j) => `${sql} AS z${j}`)].join(", ")} FROM ${from}) AS scaled`,
  });
  const d = z.length;
  const values = new Float64Array(d * d);
  const at = new Map(pairs.map(([i, j], p) => [`${i} ${j}`, sums[p + 1]]));
  const product = (i: number, j: number) => at.get(`${Math.max(i, j)} ${Math.min(i, j)}`) ?? Number.NaN;
  for (let i = 0; i < d; i++)
    for (let j = 0; j < d; j++)
      values[i * d + j] = i === j ? 1 : product(i, j) / Math.sqrt(product(i, i) * product(j, j));
  return {rows: d, cols: d, values};
}
