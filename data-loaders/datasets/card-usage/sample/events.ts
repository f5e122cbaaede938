import type {RowValues} from "../../sampling/correlationTarget.js";
import {COLUMN, UNDERPAID} from "./variables.js";

/** Something that holds in a row or does not, and whose frequency the sample keeps. */
type Event = (row: RowValues, purchasesQuartiles: readonly number[]) => boolean;

/** Events that depend on several variables at once, so that neither marginals nor correlations fix their number. */
export const EVENTS: readonly Event[] = [
  (row) => row[UNDERPAID] === 1,
  (row) => row[COLUMN.balance] > row[COLUMN.creditLimit],
  (row, quartiles) => row[COLUMN.purchases] <= quartiles[0],
  (row, quartiles) => row[COLUMN.purchases] <= quartiles[1],
  (row, quartiles) => row[COLUMN.purchases] <= quartiles[2],
];

/** Columns that the events look at. */
export const EVENT_COLUMNS: ReadonlySet<number> = new Set([
  UNDERPAID,
  COLUMN.balance,
  COLUMN.creditLimit,
  COLUMN.purchases,
]);

/** 1 for each event that holds in the row, else 0. */
export function eventsIn(row: RowValues, purchasesQuartiles: readonly number[]): number[] {
  return EVENTS.map((holds) => (holds(row, purchasesQuartiles) ? 1 : 0));
}

/** Counts each event over rows `from … to - 1`. */
export function countEvents(
  columns: readonly Float64Array[],
  purchasesQuartiles: readonly number[],
  from = 0,
  to = columns[0].length,
): number[] {
  const counts = EVENTS.map(() => 0);
  for (let i = from; i < to; i++) {
    const row = Float64Array.from(columns, (column) => column[i]);
    eventsIn(row, purchasesQuartiles).forEach((holds, e) => {
      counts[e] += holds;
    });
  }
  return counts;
}
