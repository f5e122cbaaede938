import type {Matrix} from "../matrix.js";
import {squaredDistance} from "./squaredDistance.js";

/** One run of Lloyd's algorithm. */
export interface LloydRun {
  /** n labels in [0, k). */
  labels: Int32Array;
  /** k × d: the means of the labelled rows. */
  centroids: Matrix;
  /** Sum of squared distances of rows to their centroids. */
  inertia: number;
  /** Rounds of assignment. */
  iterations: number;
  /** True if the last round changed no label. */
  converged: boolean;
}

/**
 * Lloyd's algorithm: assigns each row to its nearest centroid (ties to the lower number), moves centroids to the means,
 * and repeats until no label changes. A cluster that loses all rows takes over the row farthest from its centroid.
 * The inertia never rises from one round to the next.
 *
 * S. P. Lloyd, "Least squares quantization in PCM", IEEE Trans. Inf. Theory 28 (1982); Hastie, Tibshirani & Friedman,
 * The Elements of Statistical Learning (2009), 14.3.6. Cost: n·k·d a round.
 *
 * @param rows n × d
 * @param start k × d first centroids; not changed
 * @param maxIterations most rounds
 */
export function lloyd(rows: Matrix, start: Matrix, maxIterations: number): LloydRun {
  const k = start.rows;
  const {cols} = rows;
  const centroids: Matrix = {rows: k, cols, values: start.values.slice()};
  const labels = new Int32Array(rows.rows).fill(-1);
  const distances = new Float64Array(rows.rows);
  const sizes = new Int32Array(k);
  let iterations = 0;
  let converged = false;
  while (iterations < maxIterations && !converged) {
    iterations++;
    const changed = assign(rows, centroids, labels, distances, sizes);
    const repaired = fillEmptyClusters(labels, distances, sizes);
    converged = changed === 0 && repaired === 0;
    if (!converged) moveToMeans(rows, labels, sizes, centroids.values);
  }
  let inertia = 0;
  for (let i = 0; i < rows.rows; i++)
    inertia += squaredDistance(rows.values, i, centroids.values, labels[i], cols);
  return {labels, centroids, inertia, iterations, converged};
}

/** Gives every row its nearest centroid; returns how many labels changed. */
function assign(
  rows: Matrix,
  centroids: Matrix,
  labels: Int32Array,
  distances: Float64Array,
  sizes: Int32Array,
): number {
  let changed = 0;
  sizes.fill(0);
  for (let i = 0; i < rows.rows; i++) {
    let nearest = 0;
    let least = squaredDistance(rows.values, i, centroids.values, 0, rows.cols);
    for (let c = 1; c < centroids.rows; c++) {
      const distance = squaredDistance(rows.values, i, centroids.values, c, rows.cols);
      if (distance < least) {
        least = distance;
        nearest = c;
      }
    }
    if (labels[i] !== nearest) changed++;
    labels[i] = nearest;
    distances[i] = least;
    sizes[nearest]++;
  }
  return changed;
}

/** Gives each empty cluster the row farthest from its own centroid; returns how many there were. */
function fillEmptyClusters(labels: Int32Array, distances: Float64Array, sizes: Int32Array): number {
  let repaired = 0;
  for (let c = 0; c < sizes.length; c++) {
    if (sizes[c] > 0) continue;
    let farthest = -1;
    for (let i = 0; i < labels.length; i++)
      if (sizes[labels[i]] > 1 && (farthest < 0 || distances[i] > distances[farthest])) farthest = i;
    sizes[labels[farthest]]--;
    labels[farthest] = c;
    distances[farthest] = 0;
    sizes[c] = 1;
    repaired++;
  }
  return repaired;
}

function moveToMeans(rows: Matrix, labels: Int32Array, sizes: Int32Array, centroids: Float64Array): void {
  const {cols, values} = rows;
  centroids.fill(0);
  for (let i = 0, p = 0; i < rows.rows; i++)
    for (let j = 0, q = labels[i] * cols; j < cols; j++, p++, q++) centroids[q] += values[p];
  for (let c = 0, q = 0; c < sizes.length; c++) for (let j = 0; j < cols; j++, q++) centroids[q] /= sizes[c];
}
