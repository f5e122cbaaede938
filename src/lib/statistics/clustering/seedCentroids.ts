import {uniformFloat64} from "pure-rand/distribution/uniformFloat64";
import type {Matrix} from "../matrices/matrix.js";
import {seededRandom} from "../matrices/seededRandom.js";
import {squaredDistance} from "../matrices/squaredDistance.js";

/** Candidates tried for each further centroid: 2 + ⌊ln k⌋, as scikit-learn does. */
export function seedingTrials(k: number): number {
  return 2 + Math.floor(Math.log(k));
}

/** The uniform numbers in [0, 1) that `seedCentroids` uses up for one start: 1 + (k − 1)·trials of them. */
export function seedingDraws(k: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({length: 1 + (k - 1) * seedingTrials(k)}, () => uniformFloat64(random));
}

/**
 * Chooses k rows as first centroids: greedy k-means++.
 *
 * The first is drawn uniformly. For each further one, `seedingTrials(k)` rows are drawn with probability proportional
 * to the squared distance from the nearest centroid so far, and the one that lowers the sum of these squares most is
 * kept (the first such). Arthur & Vassilvitskii, "k-means++: the advantages of careful seeding", SODA 2007; the greedy
 * choice is that of their own code and of scikit-learn 1.2. Cost: n·k·d·ln k.
 *
 * @param rows n × d with at least k different rows
 * @param draws the start's random numbers, from `seedingDraws`
 * @returns k × d
 */
export function seedCentroids(rows: Matrix, k: number, draws: Float64Array): Matrix {
  const {rows: n, cols, values} = rows;
  const centroids = new Float64Array(k * cols);
  const trials = seedingTrials(k);
  let nearest: Float64Array = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  let candidate: Float64Array = new Float64Array(n);
  let kept: Float64Array = new Float64Array(n);
  let next = 0;
  const place = (c: number, row: number) =>
    centroids.set(values.subarray(row * cols, (row + 1) * cols), c * cols);

  const first = Math.floor(draws[next++] * n);
  place(0, first);
  let total = lowerTo(rows, first, nearest, nearest);
  for (let c = 1; c < k; c++) {
    let best = -1;
    let bestTotal = Number.POSITIVE_INFINITY;
    for (let t = 0; t < trials; t++) {
      const row = drawnRow(nearest, draws[next++] * total);
      const sum = lowerTo(rows, row, nearest, candidate);
      if (sum < bestTotal) {
        best = row;
        bestTotal = sum;
        [kept, candidate] = [candidate, kept];
      }
    }
    place(c, best);
    total = bestTotal;
    [nearest, kept] = [kept, nearest];
  }
  return {rows: k, cols, values: centroids};
}

/** Writes min(nearest, squared distance to a row) for every row, and returns the sum. */
function lowerTo(rows: Matrix, row: number, nearest: Float64Array, into: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < rows.rows; i++) {
    const distance = squaredDistance(rows.values, i, rows.values, row, rows.cols);
    into[i] = Math.min(distance, nearest[i]);
    sum += into[i];
  }
  return sum;
}

/** The first row at which the running sum of weights passes a target; never one of weight 0. */
function drawnRow(weights: Float64Array, target: number): number {
  let sum = 0;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    sum += weights[i];
    last = i;
    if (sum > target) return i;
  }
  return last;
}
