import type {Matrix} from "../matrices/matrix.js";
import {squaredDistance} from "../matrices/squaredDistance.js";
import {clusterMeans} from "./clusterMeans.js";
import type {LloydRun} from "./lloyd.js";

/** A row moves only if the inertia falls by more than rounding. */
const RELATIVE_GAIN = 1e-12;

/** Most passes over the rows; a few are usual. */
const MOST_PASSES = 100;

/**
 * Improves a k-means partition by moving one row at a time to the cluster where it adds least to the inertia, the
 * centroids following at once, until no single move helps. This leaves many partitions at which Lloyd's algorithm
 * stops, and every row is still nearest to its own centroid.
 *
 * J. A. Hartigan, Clustering Algorithms (1975), ch. 4; Telgarsky & Vattani, "Hartigan's method", AISTATS 2010. R's
 * `kmeans` ends in such moves too. Cost: n·k·d a pass.
 *
 * @param rows n × d
 * @param run where Lloyd's algorithm stopped; not changed
 */
export function transferRows(rows: Matrix, run: LloydRun): LloydRun {
  const {rows: n, cols, values} = rows;
  const labels = run.labels.slice();
  const centroids = run.centroids.values.slice();
  const sizes = new Float64Array(run.centroids.rows);
  for (const label of labels) sizes[label]++;

  let moves = 0;
  let unmoved = 0;
  for (let step = 0; unmoved < n && step < MOST_PASSES * n; step++) {
    const i = step % n;
    const from = labels[i];
    const to = cheapestCluster(rows, i, from, centroids, sizes);
    unmoved++;
    if (to === from) continue;
    for (let j = 0; j < cols; j++) {
      const value = values[i * cols + j];
      centroids[from * cols + j] += (centroids[from * cols + j] - value) / (sizes[from] - 1);
      centroids[to * cols + j] += (value - centroids[to * cols + j]) / (sizes[to] + 1);
    }
    sizes[from]--;
    sizes[to]++;
    labels[i] = to;
    moves++;
    unmoved = 0;
  }
  return moves === 0 ? run : {...run, ...atMeans(rows, labels)};
}

/** The cluster in which a row adds least to the inertia; its own unless another is clearly better. */
function cheapestCluster(
  rows: Matrix,
  i: number,
  own: number,
  centroids: Float64Array,
  sizes: Float64Array,
): number {
  if (sizes[own] <= 1) return own;
  const saved = (sizes[own] / (sizes[own] - 1)) * squaredDistance(rows.values, i, centroids, own, rows.cols);
  let least = saved * (1 - RELATIVE_GAIN);
  let cheapest = own;
  for (let c = 0; c < sizes.length; c++) {
    if (c === own) continue;
    const cost = (sizes[c] / (sizes[c] + 1)) * squaredDistance(rows.values, i, centroids, c, rows.cols);
    if (cost < least) {
      least = cost;
      cheapest = c;
    }
  }
  return cheapest;
}

function atMeans(rows: Matrix, labels: Int32Array): Pick<LloydRun, "labels" | "centroids" | "inertia"> {
  const {means} = clusterMeans(rows, labels);
  let inertia = 0;
  for (let i = 0; i < rows.rows; i++)
    inertia += squaredDistance(rows.values, i, means.values, labels[i], rows.cols);
  return {labels, centroids: means, inertia};
}
