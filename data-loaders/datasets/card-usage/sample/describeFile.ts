import {midRanks} from "../../../../src/lib/statistics/tests/midRanks.js";
import {imputeMedian, median, quantile} from "../../sampling/imputeMedian.js";
import {moments, pearson, products} from "../../sampling/pearson.js";
import type {Aggregates, SegmentAggregates} from "./aggregates.js";
import {countEvents} from "./events.js";
import {tabulate} from "./valueTable.js";
import {ACTIVITY, COLUMN, COUNTED_ACTIVITY, STRATA, UNDERPAID, VARIABLES} from "./variables.js";

/** A card usage file by column, `NaN` where a value is missing, and each row's segment. */
export interface SegmentedCardHolders {
  /** The 17 variables in the order of `VARIABLES`. */
  columns: readonly Float64Array[];
  segmentOf: ArrayLike<number>;
  segmentIds: readonly string[];
}

/** Difference below which purchases equal one-off purchases plus instalments. */
const IDENTITY_TOLERANCE = 0.005;

/** Reduces a card usage file to the aggregates that the sample is drawn from. */
export function describeFile(holders: SegmentedCardHolders): Aggregates {
  const {columns, segmentIds} = holders;
  const rows = Array.from(columns[0].keys());
  const imputed = columns.map(imputeMedian);
  const labelled = [...imputed, underpaidLabel(columns)];
  const purchasesQuartiles = [1, 2, 3].map((quarter) =>
    rounded(quantile(columns[COLUMN.purchases], quarter / 4), 2),
  );
  const shortfalls = rows
    .map((i) => columns[COLUMN.oneOff][i] + columns[COLUMN.instalments][i] - columns[COLUMN.purchases][i])
    .filter((difference) => Math.abs(difference) > IDENTITY_TOLERANCE);
  return {
    rows: rows.length,
    medians: {
      minimumPayments: rounded(median(columns[COLUMN.minimumPayments]), 2),
      creditLimit: median(columns[COLUMN.creditLimit]),
    },
    purchasesQuartiles,
    correlation: lowerTriangle(labelled, pearsonOf),
    identityExceptions: {
      rows: shortfalls.length,
      meanShortfall: shortfalls.length === 0 ? 0 : rounded(sum(shortfalls) / shortfalls.length, 2),
    },
    segments: segmentIds.map((id, s) => {
      const members = rows.filter((i) => holders.segmentOf[i] === s);
      const pick = (column: Float64Array): Float64Array => Float64Array.from(members, (i) => column[i]);
      return describeSegment(id, columns.map(pick), labelled.map(pick), purchasesQuartiles);
    }),
  };
}

function describeSegment(
  id: string,
  columns: readonly Float64Array[],
  labelled: readonly Float64Array[],
  purchasesQuartiles: readonly number[],
): SegmentAggregates {
  const activity = activityOf(columns);
  const without = (bit: number): number => activity.filter((bits) => (bits & bit) === 0).length;
  return {
    id,
    rows: activity.length,
    activity: Array.from(
      {length: COUNTED_ACTIVITY + 1},
      (_, bits) => activity.filter((a) => (a & COUNTED_ACTIVITY) === bits).length,
    ),
    notPaying: without(ACTIVITY.pays),
    notOwing: without(ACTIVITY.owes),
    minimumMissing: without(ACTIVITY.minimumStated),
    limitMissing: without(ACTIVITY.limitStated),
    events: countEvents(labelled, purchasesQuartiles),
    tables: STRATA.map(({column, mask, value}) =>
      tabulate(
        columns[column].filter((_, i) => (activity[i] & mask) === value),
        VARIABLES[column].scale,
      ),
    ),
    copula: lowerTriangle(
      labelled.slice(0, UNDERPAID).map(midRanks),
      (x, y) => 2 * Math.sin((Math.PI * pearsonOf(x, y)) / 6),
    ),
    rootCorrelation: lowerTriangle(
      labelled.map((column) => column.map(Math.sqrt)),
      pearsonOf,
    ),
  };
}

function activityOf(columns: readonly Float64Array[]): Uint8Array {
  const bit = (column: number, i: number, bits: number): number => (columns[column][i] > 0 ? bits : 0);
  return Uint8Array.from(columns[0], (_, i) => {
    const pays = bit(COLUMN.payments, i, ACTIVITY.pays);
    return (
      bit(COLUMN.oneOff, i, ACTIVITY.buysOneOff) |
      bit(COLUMN.instalments, i, ACTIVITY.buysInstalments) |
      bit(COLUMN.cashAdvance, i, ACTIVITY.drawsCash) |
      pays |
      bit(COLUMN.balance, i, ACTIVITY.owes) |
      (pays === 0 ? 0 : bit(COLUMN.minimumPayments, i, ACTIVITY.minimumStated)) |
      bit(COLUMN.creditLimit, i, ACTIVITY.limitStated) |
      (columns[COLUMN.tenure][i] === 12 ? ACTIVITY.fullTenure : 0)
    );
  });
}

/** 1 where less was paid than the stated minimum, else 0. */
function underpaidLabel(columns: readonly Float64Array[]): Float64Array {
  return columns[COLUMN.payments].map((paid, i) => (paid < columns[COLUMN.minimumPayments][i] ? 1 : 0));
}

function pearsonOf(x: Float64Array, y: Float64Array): number {
  return pearson(moments(x), moments(y), products(x, y));
}

function lowerTriangle(
  columns: readonly Float64Array[],
  measure: (x: Float64Array, y: Float64Array) => number,
): number[][] {
  return columns.map((x, j) => columns.slice(0, j).map((y) => rounded(measure(x, y), 3)));
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}

function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
