import type {Scale} from "./variables.js";

/** A marginal: mean of a group of neighbouring values, and the rows in the group, by rising mean. */
export type ValueTable = readonly (readonly [value: number, rows: number])[];

type ValueCount = readonly [value: number, rows: number];

/** Fewest rows that a group of money values, limits, counts or shares stands for. */
export const SMALLEST_GROUP = 5;

/** Credit limits are drawn in steps of this. */
const LIMIT_STEP = 50;

/** Groups of equal size that the bulk of a money variable is cut into. */
const GROUPS = 100;

/** Groups of one size before the size doubles, from the largest value downwards: the tail is told more finely. */
const GROUPS_PER_SIZE = 4;

/** Tabulates the values of one stratum. */
export function tabulate(values: Float64Array, scale: Scale): ValueTable {
  const sorted = values.toSorted();
  if (scale === "money") return groupedMeans(sorted);
  return scale === "months" ? countValues(sorted) : pooled(countValues(sorted), scale);
}

/** Means of groups of neighbouring values: small groups in the upper tail, n / 100 rows in the bulk. */
function groupedMeans(sorted: Float64Array): ValueTable {
  const bulk = Math.max(SMALLEST_GROUP, Math.ceil(sorted.length / GROUPS));
  const table: [number, number][] = [];
  let end = sorted.length;
  for (let group = 0; end > 0; group++) {
    const size = Math.min(bulk, SMALLEST_GROUP * 2 ** Math.floor(group / GROUPS_PER_SIZE));
    const start = end - size < SMALLEST_GROUP ? 0 : end - size;
    const members = sorted.subarray(start, end);
    table.unshift([rounded(mean(members), 2), members.length]);
    end = start;
  }
  return table;
}

function countValues(sorted: Float64Array): ValueCount[] {
  const counts = new Map<number, number>();
  for (const value of sorted) counts.set(rounded(value, 6), (counts.get(rounded(value, 6)) ?? 0) + 1);
  return [...counts];
}

/**
 * Puts values with fewer rows than the smallest group together with the values that follow. The group then stands
 * for its commonest value if that is common enough by itself or the variable is a share, else for its mean.
 */
function pooled(counted: readonly ValueCount[], scale: "count" | "limit" | "share"): ValueTable {
  const groups: ValueCount[][] = [];
  let open: ValueCount[] = [];
  for (const entry of counted) {
    open.push(entry);
    if (rowsOf(open) < SMALLEST_GROUP) continue;
    groups.push(open);
    open = [];
  }
  const last = groups.pop() ?? [];
  if (last.length + open.length > 0) groups.push([...last, ...open]);
  return groups.map((group) => {
    const rows = rowsOf(group);
    const [commonest, times] = group.reduce((best, entry) => (entry[1] > best[1] ? entry : best));
    if (scale === "share" || times >= SMALLEST_GROUP) return [commonest, rows];
    return [rounded(group.reduce((sum, [value, n]) => sum + value * n, 0) / rows, 2), rows];
  });
}

function rowsOf(group: readonly ValueCount[]): number {
  return group.reduce((total, [, rows]) => total + rows, 0);
}

/**
 * Draws a table out again: as many values as it has rows, rising. A money group is spread evenly about its mean,
 * half-way to its nearer neighbour, so the mean stays; a count is rounded so that the group's total stays.
 */
export function expand(table: ValueTable, scale: Scale): number[] {
  return table.flatMap(([value, rows], group) => {
    if (scale === "count") return wholeNumbers(value * rows, rows);
    if (scale === "limit") return wholeNumbers((value / LIMIT_STEP) * rows, rows).map((n) => n * LIMIT_STEP);
    if (scale !== "money") return Array<number>(rows).fill(value);
    const below = group === 0 ? value : value - table[group - 1][0];
    const above = group === table.length - 1 ? below : table[group + 1][0] - value;
    const reach = Math.min(below, above) / 2;
    return Array.from({length: rows}, (_, i) =>
      Math.max(0.01, rounded(value + reach * ((2 * i + 1) / rows - 1), 2)),
    );
  });
}

/** Whole numbers, as equal as can be, with this total. */
function wholeNumbers(total: number, rows: number): number[] {
  const sum = Math.round(total);
  const low = Math.floor(sum / rows);
  const high = sum - low * rows;
  return Array.from({length: rows}, (_, i) => (i < rows - high ? low : low + 1));
}

function mean(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
