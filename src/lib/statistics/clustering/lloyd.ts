import type {Matrix} from "../matrices/matrix.js";
import {squaredDistance} from "../matrices/squaredDistance.js";

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

/** A run under way. */
interface State {
  rows: Matrix;
  centroids: Matrix;
  labels: Int32Array;
  /** Squared distance of each row to the centroid that it was assigned to. */
  distances: Float64Array;
  sizes: Int32Array;
  /** k × d: sums of the labelled rows. */
  sums: Float64Array;
}

/**
 * Lloyd's algorithm: assigns each row to its nearest centroid (ties to the lower number), moves centroids to the means,
 * and repeats until no label changes. A cluster that loses all rows takes over the row farthest from its centroid.
 * The inertia never rises from one round to the next.
 *
 * Between rounds, the clusters' sums follow the rows that move. When none does, sums are taken afresh, and a further round
 * must confirm the labels: the centroids returned are plain means.
 *
 * S. P. Lloyd, "Least squares quantization in PCM", IEEE Trans. Inf. Theory 28 (1982); Hastie, Tibshirani & Friedman,
 * The Elements of Statistical Learning (2009), 14.3.6. Cost: n·k·d a round.
 *
 * @param rows n × d
 * @param start k × d first centroids; not changed
 * @param maxIterations most rounds
 */
export function lloyd(rows: Matrix, start: Matrix, maxIterations: number): LloydRun {
  const state: State = {
    rows,
    centroids: {...start, values: start.values.slice()},
    labels: new Int32Array(rows.rows).fill(-1),
    distances: new Float64Array(rows.rows),
    sizes: new Int32Array(start.rows),
    sums: new Float64Array(start.rows * start.cols),
  };
  let iterations = 0;
  let fresh = false;
  let converged = false;
  while (iterations < maxIterations && !converged) {
    iterations++;
    const changed = assign(state) + fillEmptyClusters(state);
    converged = changed === 0 && fresh;
    if (converged) break;
    fresh = changed === 0;
    if (fresh) sumAfresh(state);
    moveToMeans(state);
  }
  if (!fresh) {
    sumAfresh(state);
    moveToMeans(state);
  }
  const {labels, centroids} = state;
  return {labels, centroids, inertia: inertia(rows, centroids, labels), iterations, converged};
}

/** Gives every row its nearest centroid; returns how many labels changed. */
function assign(state: State): number {
  const {rows, centroids, labels, distances} = state;
  let changed = 0;
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
    distances[i] = least;
    if (labels[i] === nearest) continue;
    relabel(state, i, nearest);
    changed++;
  }
  return changed;
}

/** Gives each empty cluster the row farthest from its own centroid; returns how many there were. */
function fillEmptyClusters(state: State): number {
  const {labels, distances, sizes} = state;
  let repaired = 0;
  for (let c = 0; c < sizes.length; c++) {
    if (sizes[c] > 0) continue;
    let farthest = -1;
    for (let i = 0; i < labels.length; i++)
      if (sizes[labels[i]] > 1 && (farthest < 0 || distances[i] > distances[farthest])) farthest = i;
    relabel(state, farthest, c);
    repaired++;
  }
  return repaired;
}

/** Takes row i from its cluster, if it has one, and gives it to another. */
function relabel({rows, labels, sizes, sums}: State, i: number, to: number): void {
  const {cols, values} = rows;
  const from = labels[i];
  if (from >= 0) {
    sizes[from]--;
    for (let j = 0; j < cols; j++) sums[from * cols + j] -= values[i * cols + j];
  }
  sizes[to]++;
  for (let j = 0; j < cols; j++) sums[to * cols + j] += values[i * cols + j];
  labels[i] = to;
}

function sumAfresh({rows, labels, sums}: State): void {
  const {cols, values} = rows;
  sums.fill(0);
  for (let i = 0, p = 0; i < rows.rows; i++)
    for (let j = 0, q = labels[i] * cols; j < cols; j++, p++, q++) sums[q] += values[p];
}

function moveToMeans({centroids, sizes, sums}: State): void {
  const {cols, values} = centroids;
  for (let c = 0, q = 0; c < sizes.length; c++)
    for (let j = 0; j < cols; j++, q++) values[q] = sums[q] / sizes[c];
}

function inertia(rows: Matrix, centroids: Matrix, labels: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < rows.rows; i++)
    sum += squaredDistance(rows.values, i, centroids.values, labels[i], rows.cols);
  return sum;
}
