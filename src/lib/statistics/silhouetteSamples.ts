import type {Matrix} from "../matrix.js";
import {clusterSizes} from "./clusterSizes.js";
import {jointCells} from "./jointCells.js";
import {requireDistances} from "./requireDistances.js";
import {takeRows} from "./rowOrder.js";
import {squaredDistance} from "./squaredDistance.js";

/** Adds up, for every row and every cluster of every labelling, the distances from the row to the cluster. */
export type ClusterDistanceSums = (
  rows: Matrix,
  starts: Int32Array,
  columns: Int32Array,
  labelings: number,
  width: number,
) => Float64Array;

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
  requireDistances(z);
  const sizes = labelings.map((labels) => clusterSizes(labels, z.rows));
  for (const {length} of sizes)
    if (length < 2) throw new RangeError(`invalid labels; a silhouette needs at least 2 clusters: ${length}`);
  if (labelings.length === 0) return [];
  const {order, starts, columns, width, offsets} = jointCells(labelings, sizes);
  const total = sums(takeRows(z, order), starts, columns, labelings.length, width);
  return labelings.map((labels, l) => {
    const silhouettes = new Float64Array(z.rows);
    for (let p = 0; p < z.rows; p++) {
      const row = order[p];
      silhouettes[row] = silhouette(total, p * width + offsets[l], sizes[l], labels[row]);
    }
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

/**
 * The sums in plain TypeScript.
 *
 * @param rows n × d, grouped by cell
 * @param starts first row of each cell, and n at the end
 * @param columns for each cell and labelling, the column of its cluster in the result
 * @param width Σk
 * @returns n × width
 */
export const clusterDistanceSums: ClusterDistanceSums = (rows, starts, columns, labelings, width) => {
  const {rows: n, cols, values} = rows;
  const cells = starts.length - 1;
  const sums = new Float64Array(n * width);
  const toCell = new Float64Array(n);
  const add = (row: number, cell: number, distance: number) => {
    for (let l = 0; l < labelings; l++) sums[row * width + columns[cell * labelings + l]] += distance;
  };
  for (let a = 0; a < cells; a++) {
    toCell.fill(0);
    for (let i = starts[a]; i < starts[a + 1]; i++)
      for (let b = a; b < cells; b++) {
        let fromCell = 0;
        for (let j = Math.max(starts[b], i + 1); j < starts[b + 1]; j++) {
          const distance = Math.sqrt(squaredDistance(values, i, values, j, cols));
          fromCell += distance;
          toCell[j] += distance;
        }
        add(i, b, fromCell);
      }
    for (let j = starts[a]; j < n; j++) add(j, a, toCell[j]);
  }
  return sums;
};
