import type {PublishedColumn} from "../../engine/tables/publishedTable.js";

/** Groups of rows that agree as far as groups of a least size can: a row's group by its index, −1 where it is in none. */
export interface RowGroups {
  groupOf: Int32Array;
  /** Rows of each group, in the order of their index. */
  groups: number[][];
}

interface Dimension {
  /** Place of each row, from 0 to 1; equal values have equal places. */
  places: Float64Array;
  isLabel: boolean;
}

/**
 * Divides rows into groups of at least `smallest`, each as alike as that allows: a group is halved in the column in which it
 * is widest as long as both halves are large enough (Mondrian; LeFevre, DeWitt & Ramakrishnan 2006). Columns of labels are
 * divided first, between labels; numbers by their ranks. Rows with equal values are never parted, so that the order of the
 * rows does not matter.
 *
 * @param strata labels that no group may mix; rows of a label with fewer than `smallest` rows are in no group
 * @param columns by which rows are told apart: text, truth values or numbers
 * @param smallest fewest rows of a group, ≥ 1
 */
export function groupRows(
  strata: PublishedColumn["values"],
  columns: readonly Pick<PublishedColumn, "type" | "values">[],
  smallest: number,
): RowGroups {
  const dimensions = columns.map(dimensionOf);
  const byLabel = new Map<string, number[]>();
  for (let row = 0; row < strata.length; row++) {
    const label = String(strata[row]);
    const rows = byLabel.get(label);
    if (rows === undefined) byLabel.set(label, [row]);
    else rows.push(row);
  }
  const groups = [...byLabel.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(([, rows]) => rows.length >= smallest)
    .flatMap(([, rows]) => divided(rows, dimensions, smallest));
  const groupOf = new Int32Array(strata.length).fill(-1);
  groups.forEach((rows, group) => {
    for (const row of rows) groupOf[row] = group;
  });
  return {groupOf, groups: groups.map((rows) => rows.sort((a, b) => a - b))};
}

function dimensionOf({type, values}: Pick<PublishedColumn, "type" | "values">): Dimension {
  const isLabel = type === "VARCHAR" || type === "BOOLEAN";
  const all = Array.from(values, (value) => (isLabel ? String(value) : Number(value ?? Number.NaN)));
  const distinct = [...new Set(all)].sort((a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : a < b ? -1 : 1,
  );
  // of numbers the share of rows below them, of labels their number
  const counts = new Map<string | number, number>();
  for (const value of all) counts.set(value, (counts.get(value) ?? 0) + 1);
  const placeOf = new Map<string | number, number>();
  let below = 0;
  distinct.forEach((value, i) => {
    const count = counts.get(value) ?? 0;
    placeOf.set(value, isLabel ? i / Math.max(1, distinct.length - 1) : (below + count / 2) / all.length);
    below += count;
  });
  return {places: Float64Array.from(all, (value) => placeOf.get(value) ?? 0), isLabel};
}

function divided(rows: number[], dimensions: readonly Dimension[], smallest: number): number[][] {
  if (rows.length < 2 * smallest) return [rows];
  const widths = dimensions
    .map((dimension) => ({dimension, width: widthOf(rows, dimension)}))
    .filter(({width}) => width > 0)
    // label columns before numbers, then the widest
    .sort((a, b) => Number(b.dimension.isLabel) - Number(a.dimension.isLabel) || b.width - a.width);
  for (const {dimension} of widths) {
    const halves = halved(rows, dimension.places, smallest);
    if (halves !== undefined) return halves.flatMap((half) => divided(half, dimensions, smallest));
  }
  return [rows];
}

function widthOf(rows: readonly number[], {places}: Dimension): number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    least = Math.min(least, places[row]);
    most = Math.max(most, places[row]);
  }
  return most - least;
}

/** Cuts between two different values, as near to the middle as both halves allow. */
function halved(
  rows: readonly number[],
  places: Float64Array,
  smallest: number,
): [number[], number[]] | undefined {
  const sorted = [...rows].sort((a, b) => places[a] - places[b] || a - b);
  const middle = sorted.length / 2;
  let cut: number | undefined;
  for (let i = smallest; i <= sorted.length - smallest; i++)
    if (
      places[sorted[i - 1]] < places[sorted[i]] &&
      (cut === undefined || Math.abs(i - middle) < Math.abs(cut - middle))
    )
      cut = i;
  return cut === undefined ? undefined : [sorted.slice(0, cut), sorted.slice(cut)];
}
