import {numberOf, type Population, RUN} from "../population.js";

/**
 * Sums over all rows, by group: each run of rows is summed where it lies, and the runs are added up here in their order, so that
 * the same rows give the same bits.
 *
 * @param pass what the sums are for
 * @param group an expression that gives whole numbers from 0 to k − 1, or NULL for rows that do not count
 * @param sums expressions to add up
 * @param from default: the population's own; a subquery must pass the column of runs on
 * @returns k rows: how many customers, then the sums
 */
export async function sumsByRun(
  {engine, from: all}: Population,
  pass: string,
  {group, k, sums, from = all}: {group: string; k: number; sums: readonly string[]; from?: string},
): Promise<Float64Array[]> {
  const columns = sums.map((sum, i) => `sum(${sum}) AS s${i}`);
  const rows = await engine.rows(
    pass,
    `SELECT * FROM (SELECT ${RUN}, ${group} AS part, ${["count(*) AS customers", ...columns].join(", ")} FROM ${from} GROUP BY 1, 2) AS runs WHERE part IS NOT NULL ORDER BY 1, 2`,
  );
  const totals = Array.from({length: k}, () => new Float64Array(sums.length + 1));
  for (const [, part, ...values] of rows) {
    const total = totals[numberOf(part)];
    // a sum over no value at all is NULL
    values.forEach((value, i) => {
      total[i] += value === null ? 0 : numberOf(value);
    });
  }
  return totals;
}
