import {type Moments, moments, pearson, products} from "../../sampling/pearson.js";
import {type Random, shuffle, swap} from "../../sampling/random.js";
import type {Aggregates} from "./aggregates.js";

/** The correlations over all rows count most: they are what a reader computes. */
const WHOLE_WEIGHT = 100;

/**
 * Gives every row a number 1 … n so that the number correlates with the variables as in the bank's file, where
 * the order tells much about the segment. Starts with the segments one after the other, by mean row number, and
 * exchanges numbers while the correlations over all rows and within segments, and the segments' mean row numbers,
 * come nearer to the aggregates.
 *
 * @param columns one column a variable; rows in consecutive blocks, one a segment
 * @param starts first row of each block, and the number of rows at the end
 * @returns the row number of each row
 */
export function orderRows(
  columns: readonly Float64Array[],
  starts: readonly number[],
  aggregates: Aggregates,
  random: Random,
  proposals: number,
): Float64Array {
  const rows = starts[starts.length - 1];
  const numbers = blockOrder(starts, aggregates, random);
  const segmentOf = starts.slice(0, -1).flatMap((from, s) => Array<number>(starts[s + 1] - from).fill(s));
  const whole = orderWithin(columns, numbers, 0, rows, {
    meanRow: (rows + 1) / 2,
    rowCorrelation: aggregates.rowCorrelation,
  });
  const segments = aggregates.segments.map((target, s) =>
    orderWithin(columns, numbers, starts[s], starts[s + 1], target),
  );

  const add = (row: number, change: number): void => {
    whole.add(row, change);
    segments[segmentOf[row]].add(row, change);
  };
  const exchange = (a: number, b: number): void => {
    const change = numbers[b] - numbers[a];
    add(a, change);
    add(b, -change);
    swap(numbers, a, b);
  };
  const discrepancy = (): number =>
    segments.reduce((total, segment) => total + segment.discrepancy(), WHOLE_WEIGHT * whole.discrepancy());

  let current = discrepancy();
  for (let proposal = 0; proposal < proposals; proposal++) {
    const a = random.below(rows);
    const b = random.below(rows);
    if (a === b) continue;
    exchange(a, b);
    const next = discrepancy();
    if (next <= current) current = next;
    else exchange(a, b);
  }
  return numbers;
}

/** Segments one after the other by mean row number, shuffled within. */
function blockOrder(starts: readonly number[], aggregates: Aggregates, random: Random): Float64Array {
  const numbers = new Float64Array(starts[starts.length - 1]);
  const order = aggregates.segments
    .map(({meanRow}, s) => ({meanRow, s}))
    .sort((a, b) => a.meanRow - b.meanRow);
  let next = 1;
  for (const {s} of order) {
    for (let row = starts[s]; row < starts[s + 1]; row++) numbers[row] = next++;
    shuffle(numbers, starts[s], starts[s + 1], random);
  }
  return numbers;
}

interface Order {
  discrepancy(): number;
  /** Told before the number of a row changes by `change`. */
  add(row: number, change: number): void;
}

/** Mean row number of rows `from … to - 1` and its correlations with the variables. */
function orderWithin(
  columns: readonly Float64Array[],
  numbers: Float64Array,
  from: number,
  to: number,
  target: {meanRow: number; rowCorrelation: readonly number[]},
): Order {
  const each = columns.map((column) => moments(column, from, to));
  const own: Moments = moments(numbers, from, to);
  const product = columns.map((column) => products(column, numbers, from, to));
  return {
    discrepancy() {
      let total = ((own.sum / own.n - target.meanRow) / numbers.length) ** 2;
      for (let j = 0; j < columns.length; j++) {
        total += (pearson(each[j], own, product[j]) - target.rowCorrelation[j]) ** 2;
      }
      return total;
    },
    add(row, change) {
      own.sum += change;
      own.square += change * (2 * numbers[row] + change);
      for (let j = 0; j < columns.length; j++) product[j] += change * columns[j][row];
    },
  };
}
