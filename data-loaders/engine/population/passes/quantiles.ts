import {numberOf, type Population} from "../population.js";

/**
 * Exact quantiles of an expression over all customers that have a value, interpolated as R's type 7.
 *
 * Bytes read: those of the column. Returned: one number for each probability. Where the engine has no exact quantiles, the
 * values are counted, and the counts come back: at most one row for each different value.
 *
 * @param from default: the population's own
 */
export async function quantiles(
  {engine, from: all}: Population,
  {name: column, sql: name}: {name: string; sql: string},
  probabilities: readonly number[],
  from = all,
): Promise<number[]> {
  const sql = engine.dialect.quantiles?.(from, name, probabilities);
  if (sql !== undefined) {
    const [row] = await engine.rows(`quantiles of ${column}`, sql);
    return row.map(numberOf);
  }
  const counts = await engine.rows(
    `values of ${column}`,
    `SELECT ${name}, count(*) FROM ${from} WHERE ${name} IS NOT NULL GROUP BY 1 ORDER BY 1`,
  );
  return probabilities.map((probability) =>
    quantileOfCounts(
      counts.map(([value]) => numberOf(value)),
      counts.map(([, count]) => numberOf(count)),
      probability,
    ),
  );
}

/** The quantile of values that are there several times; NaN where there is none. */
function quantileOfCounts(values: readonly number[], counts: readonly number[], probability: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return Number.NaN;
  const place = (total - 1) * probability;
  const at = (rank: number) => {
    let below = 0;
    const found = counts.findIndex((count) => {
      below += count;
      return rank < below;
    });
    return values[found];
  };
  const low = at(Math.floor(place));
  return low + (at(Math.ceil(place)) - low) * (place - Math.floor(place));
}
