import {type Random, seededRandom, shuffle} from "../../sampling/random.js";
import type {Aggregates, FrequencyTable} from "./aggregates.js";
import {matchAssociations} from "./matchAssociations.js";
import {orderRows} from "./orderRows.js";

/** The header as the bank delivers it, padding included: the sample takes the same path as the real file. */
const HEADER =
  "Sl_No,Customer Key, Avg_Credit_Limit ,Total_Credit_Cards,Total_visits_bank,Total_visits_online,Total_calls_made";

/** Exchanges proposed for the associations and for the row order; many more than either needs to settle. */
const ASSOCIATION_PROPOSALS = 120_000;
const ORDER_PROPOSALS = 120_000;

/** Smallest and largest customer key. */
const KEYS = {from: 10_000, to: 99_999};

/** Separate seeds, so that new keys or another order leave the profiles as they are. */
export interface Seeds {
  profiles: number;
  order: number;
  keys: number;
}

/**
 * Draws the synthetic AllLife customers and writes them as the bank's file is written.
 *
 * Each segment's columns are a random permutation of its frequency tables, so every marginal is exact; exchanges
 * within segments then bring the correlations near the aggregates (data swapping for tables given in advance;
 * Dalenius and Reiss 1982, doi:10.1016/0378-3758(82)90058-1). No row of the bank's file is an input.
 *
 * @param seeds 32-bit integers; the same seeds give the same bytes on every platform
 * @returns CSV text, lines ending in LF
 */
export function drawSample(aggregates: Aggregates, seeds: Seeds): string {
  const random = seededRandom(seeds.profiles);
  const starts = blockStarts(aggregates);
  const columns = aggregates.variables.map((_, j) => permutedColumn(aggregates, j, starts, random));
  matchAssociations(columns, starts, aggregates, random, ASSOCIATION_PROPOSALS);
  const numbers = orderRows(columns, starts, aggregates, seededRandom(seeds.order), ORDER_PROPOSALS);
  const keys = customerKeys(aggregates, seededRandom(seeds.keys));
  const lines: string[] = [HEADER];
  numbers.forEach((number, row) => {
    const [limit, ...counts] = columns.map((column) => column[row]);
    lines[number] = [number, keys[row], `" ${withThousands(limit)}.00 "`, ...counts].join(",");
  });
  return `${lines.join("\n")}\n`;
}

/** First row of each segment's block, and the number of rows at the end. */
function blockStarts(aggregates: Aggregates): number[] {
  const starts = [0];
  for (const {rows} of aggregates.segments) starts.push(starts[starts.length - 1] + rows);
  return starts;
}

function permutedColumn(
  aggregates: Aggregates,
  j: number,
  starts: readonly number[],
  random: Random,
): Float64Array {
  const column = Float64Array.from(aggregates.segments.flatMap(({frequencies}) => expand(frequencies[j])));
  for (let s = 0; s + 1 < starts.length; s++) shuffle(column, starts[s], starts[s + 1], random);
  return column;
}

function expand(table: FrequencyTable): number[] {
  return table.flatMap(([value, rows]) => Array<number>(rows).fill(value));
}

/** Random five-digit keys, distinct but for the few that stand on two rows. */
function customerKeys(aggregates: Aggregates, random: Random): number[] {
  const distinct = new Set<number>();
  while (distinct.size < aggregates.rows - aggregates.keysOnTwoRows) {
    distinct.add(KEYS.from + random.below(KEYS.to - KEYS.from + 1));
  }
  const keys = [...distinct];
  keys.push(...keys.slice(0, aggregates.keysOnTwoRows));
  shuffle(keys, 0, keys.length, random);
  return keys;
}

/** 100000 → "100,000", whatever the locale of the machine. */
function withThousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
