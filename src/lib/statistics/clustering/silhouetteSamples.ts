import type {Matrix} from "../matrices/matrix.js";
import {requireDistances} from "../matrices/requireDistances.js";
import {takeRows} from "../matrices/rowOrder.js";
import {squaredDistance} from "../matrices/squaredDistance.js";
import {clusterSizes} from "./clusterSizes.js";
import {type JointCells, jointCells} from "./jointCells.js";

/**
 * Adds up the distances from rows to clusters, over the pairs of rows (i, j) with i in [from, to) and j > i.
 *
 * @param rows n × d, grouped by cell
 * @param cells where the cells begin, and the column of each cell's cluster in the result
 * @param from first row i
 * @param to end of the rows i
 * @returns n × cells.width
 */
export type ClusterDistanceSums = (rows: Matrix, cells: JointCells, from: number, to: number) => Float64Array;

/** The pairs are always added up in this many parts, so that sums do not depend on how many threads share them. */
const PARTS = 8;

/**
 * Silhouette of every row, exactly, for several labelings of the same rows in one pass over the pairs.
 *
 * For a row, a is its mean Euclidean distance to the other rows of its cluster, b the least of its mean distances to the
 * other clusters, and the silhouette (b − a) / max(a, b), in [−1, 1]. A row alone in its cluster has 0. Rows are grouped
 * into cells that every labelling keeps together; each distance is computed once and added up per cell.
 *
 * P. Rousseeuw, "Silhouettes", J. Comput. Appl. Math. 20 (1987). Cost: n²·d / 2 for any number of labelings, memory
 * n·Σk. Checked against scikit-learn 1.2.1 `silhouette_score`.
 *
 * @param z n × d
 * @param labelings each n labels in [0, k), with 2 ≤ k ≤ n
 * @param sums the hot loop; the WebAssembly kernels provide a faster one
 * @returns n silhouettes for each labelling
 * @throws RangeError if a labelling has fewer than two clusters, skips a label or does not cover the rows
 */
export function silhouetteSamples(
  z: Matrix,
  labelings: readonly Int32Array[],
  sums: ClusterDistanceSums = clusterDistanceSums,
): Float64Array[] {
  if (labelings.length === 0) return [];
  const grouped = groupRows(z, labelings);
  const total = new Float64Array(z.rows * grouped.cells.width);
  for (const [from, to] of pairParts(z.rows)) addSums(total, sums(grouped.rows, grouped.cells, from, to));
  return silhouettesFromSums(total, grouped, labelings);
}

/** Rows grouped by the cells of several labelings. */
export interface GroupedRows {
  rows: Matrix;
  cells: JointCells;
  /** Cluster sizes of each labelling. */
  sizes: Int32Array[];
}

/** Checks the labelings and groups the rows by them. */
export function groupRows(z: Matrix, labelings: readonly Int32Array[]): GroupedRows {
  requireDistances(z);
  const sizes = labelings.map((labels) => clusterSizes(labels, z.rows));
  for (const {length} of sizes)
    if (length < 2) throw new RangeError(`invalid labels; a silhouette needs at least 2 clusters: ${length}`);
  const cells = jointCells(labelings, sizes);
  return {rows: takeRows(z, cells.order), cells, sizes};
}

/** Divides the rows so that each part has about as many pairs of a row and a later one. */
export function pairParts(n: number): [from: number, to: number][] {
  const end = (part: number) => Math.round(n * (1 - Math.sqrt(1 - part / PARTS)));
  return Array.from({length: PARTS}, (_, part): [number, number] => [end(part), end(part + 1)]).filter(
    ([from, to]) => to > from,
  );
}

/** Adds one part's sums to those of the parts before. */
export function addSums(total: Float64Array, part: Float64Array): void {
  for (let i = 0; i < total.length; i++) total[i] += part[i];
}

/** Silhouettes of each labelling from the sums of distances per row and cluster. */
export function silhouettesFromSums(
  sums: Float64Array,
  {cells: {order, width, offsets}, sizes}: GroupedRows,
  labelings: readonly Int32Array[],
): Float64Array[] {
  return labelings.map((labels, l) => {
    const silhouettes = new Float64Array(labels.length);
    for (let p = 0; p < labels.length; p++)
      silhouettes[order[p]] = silhouette(sums, p * width + offsets[l], sizes[l], labels[order[p]]);
    return silhouettes;
  });
}

function silhouette(sums: Float64Array, at: number, sizes: Int32Array, own: number): number {
  if (sizes[own] === 1) return 0;
  const a = sums[at + own] / (sizes[own] - 1);
  let b = Number.POSITIVE_INFINITY;
  for (let c = 0; c < sizes.length; c++) if (c !== own) b = Math.min(b, sums[at + c] / sizes[c]);
  return a === b ? 0 : (b - a) / Math.max(a, b);
}

/** The sums in plain TypeScript: distances to rows at even and at odd places are added apart, then both. */
export const clusterDistanceSums: ClusterDistanceSums = (rows, cells, from, to) => {
  const {rows: n, cols, values} = rows;
  const {starts, columns, labelings, width} = cells;
  const count = starts.length - 1;
  const sums = new Float64Array(n * width);
  const toCell = new Float64Array(n);
  const add = (row: number, cell: number, distance: number) => {
    for (let l = 0; l < labelings; l++) sums[row * width + columns[cell * labelings + l]] += distance;
  };
  for (let a = 0; a < count; a++) {
    toCell.fill(0);
    for (let i = Math.max(starts[a], from); i < Math.min(starts[a + 1], to); i++)
      for (let b = a; b < count; b++) {
        let even = 0;
        let odd = 0;
        for (let j = Math.max(starts[b], i + 1); j < starts[b + 1]; j++) {
          const distance = Math.sqrt(squaredDistance(values, i, values, j, cols));
          if (j % 2 === 0) even += distance;
          else odd += distance;
          toCell[j] += distance;
        }
        add(i, b, even + odd);
      }
    for (let j = starts[a]; j < n; j++) add(j, a, toCell[j]);
  }
  return sums;
};
