import {moments, pearson, products} from "../../sampling/pearson.js";
import type {Aggregates, FrequencyTable, SegmentAggregates} from "./aggregates.js";

/** A file's columns and each row's segment: what the description starts from. */
export interface SegmentedCustomers {
  variables: readonly string[];
  /** One column a variable, credit limit first. */
  columns: readonly Float64Array[];
  keys: readonly string[];
  /** Index into `segmentIds`, per row. */
  segmentOf: ArrayLike<number>;
  segmentIds: readonly string[];
}

/** Decimals of a published correlation: more would say more about single customers than the sample needs. */
const DECIMALS = 3;

/**
 * Reduces a customer file to the aggregates that the sample is drawn from.
 *
 * @param labelLimit credit limit below which the risk label is 1
 */
export function describeFile(customers: SegmentedCustomers, labelLimit: number): Aggregates {
  const {variables, columns, keys, segmentIds} = customers;
  const label = Float64Array.from(columns[0], (limit) => (limit < labelLimit ? 1 : 0));
  const numbers = Float64Array.from(keys, (_, row) => row + 1);
  const profiles = new Set(keys.map((_, row) => columns.map((column) => column[row]).join("|")));
  return {
    rows: keys.length,
    variables,
    keysOnTwoRows: keys.length - new Set(keys).size,
    repeatedProfiles: keys.length - profiles.size,
    labelLimit,
    labelCorrelation: columns.map((column) => correlation(column, label)),
    rowCorrelation: columns.map((column) => correlation(column, numbers)),
    segments: segmentIds.map((id, s) => describeSegment(id, s, customers)),
  };
}

function describeSegment(id: string, s: number, customers: SegmentedCustomers): SegmentAggregates {
  const rows = Array.from(customers.keys, (_, row) => row).filter((row) => customers.segmentOf[row] === s);
  const columns = customers.columns.map((column) => Float64Array.from(rows, (row) => column[row]));
  const numbers = Float64Array.from(rows, (row) => row + 1);
  return {
    id,
    rows: rows.length,
    meanRow: rounded(moments(numbers).sum / rows.length),
    frequencies: columns.map(frequencies),
    correlation: columns.map((x) => columns.map((y) => correlation(x, y))),
    rowCorrelation: columns.map((column) => correlation(column, numbers)),
  };
}

function frequencies(column: Float64Array): FrequencyTable {
  const counts = new Map<number, number>();
  for (const value of column) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}

function correlation(x: Float64Array, y: Float64Array): number {
  return rounded(pearson(moments(x), moments(y), products(x, y)));
}

function rounded(value: number): number {
  return Number(value.toFixed(DECIMALS));
}
