import {doubleLiteral} from "../dialect.js";
import {numberOf, type Population, type PopulationEngine} from "../population.js";

/** Rows beyond which an engine's own quantiles, which hold the whole column, are too much for its memory. */
const MOST_HELD = 50_000_000;

/** Bins of an interval that is looked at more closely. */
const BINS = 4096;

/**
 * Exact quantiles of an expression over all customers that have a value, interpolated as R's type 7.
 *
 * Bytes read: those of the column, and once more for the number of values. Returned: one number for each probability. Where the
 * engine has no exact quantiles, or there are too many values for them, they are narrowed down; see `narrowed`.
 *
 * @param from default: the population's own
 */
export async function quantiles(
  {engine, from: all}: Population,
  {name: column, sql: name}: {name: string; sql: string},
  probabilities: readonly number[],
  from = all,
): Promise<number[]> {
  const [[found, min, max]] = await engine.rows(
    `extremes of ${column}`,
    `SELECT count(${name}), min(${name}), max(${name}) FROM ${from}`,
  );
  const count = numberOf(found);
  if (count === 0) return probabilities.map(() => Number.NaN);
  const sql = count > MOST_HELD ? undefined : engine.dialect.quantiles?.(from, name, probabilities);
  if (sql !== undefined) {
    const [row] = await engine.rows(`quantiles of ${column}`, sql);
    return row.map(numberOf);
  }
  const places = probabilities.map((probability) => (count - 1) * probability);
  const ranks = new Set(places.flatMap((place) => [Math.floor(place), Math.ceil(place)]));
  const everything = {low: numberOf(min), high: numberOf(max), below: 0, count};
  const values = await narrowed(engine, {column, name, from}, [...ranks], everything);
  const at = (rank: number) => values.get(rank) ?? Number.NaN;
  return places.map((place) => {
    const low = at(Math.floor(place));
    return low + (at(Math.ceil(place)) - low) * (place - Math.floor(place));
  });
}

/** Values between two that occur, both included: how many, and how many lie below. */
interface Interval {
  low: number;
  high: number;
  below: number;
  count: number;
}

/**
 * The values at some ranks, from 0: the interval of each is divided into bins, of which the one that holds the rank is the next
 * interval, until its ends tell the value. A bin is known by the least and the greatest value in it, so nothing is rounded.
 *
 * Bytes read: those of the column for each round, of which there are two or three, more where values lie very unevenly.
 * Returned: at most 4,097 lines for each interval and round.
 */
async function narrowed(
  engine: PopulationEngine,
  {column, name, from}: {column: string; name: string; from: string},
  ranks: readonly number[],
  all: Interval,
): Promise<Map<number, number>> {
  const values = new Map<number, number>();
  let open = new Map(ranks.map((rank) => [rank, all]));
  for (;;) {
    for (const [rank, interval] of open) {
      const value = valueAt(rank, interval);
      if (value === undefined) continue;
      values.set(rank, value);
      open.delete(rank);
    }
    if (open.size === 0) return values;
    const intervals = [...new Set(open.values())];
    const within = intervals.map(
      ({low, high}) => `value BETWEEN ${doubleLiteral(low)} AND ${doubleLiteral(high)}`,
    );
    const parts = within.map((condition, i) => `WHEN ${condition} THEN ${i}`).join(" ");
    const bins = within.map((condition, i) => `WHEN ${condition} THEN ${binSql(intervals[i])}`).join(" ");
    const rows = await engine.rows(
      `bins of ${column}`,
      `SELECT CASE ${parts} END AS part, CASE ${bins} END AS bin, count(*), min(value), max(value) FROM (SELECT ${name} AS value FROM ${from}) AS given WHERE ${within.join(" OR ")} GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    const next = intervals.map((): Interval[] => []);
    for (const [part, , ...cells] of rows) {
      const [count, low, high] = cells.map(numberOf);
      const those = next[numberOf(part)];
      const before = those[those.length - 1];
      const below = before === undefined ? intervals[numberOf(part)].below : before.below + before.count;
      those.push({low, high, below, count});
    }
    open = new Map(
      Array.from(open, ([rank, interval]): [number, Interval] => {
        const holds = next[intervals.indexOf(interval)].find(({below, count}) => rank < below + count);
        if (holds === undefined) throw new Error(`the values of ${column} changed while they were counted`);
        return [rank, holds];
      }),
    );
  }
}

/** The value at a rank of an interval, where its ends tell it. */
function valueAt(rank: number, {low, high, below, count}: Interval): number | undefined {
  if (rank === below || low === high) return low;
  return rank === below + count - 1 ? high : undefined;
}

/** The bin of a value as a whole number that never falls where the value rises; the ends are in different bins. */
function binSql({low, high}: Interval): string {
  const width = high - low;
  // beyond the greatest double there is no width: the halves are looked at one after the other
  if (!Number.isFinite(width)) return "CASE WHEN value < 0E0 THEN 0 ELSE 1 END";
  return `CAST(floor((value - ${doubleLiteral(low)}) / ${doubleLiteral(width)} * ${doubleLiteral(BINS)}) AS INTEGER)`;
}
