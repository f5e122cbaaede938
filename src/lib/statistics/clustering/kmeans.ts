import type {Matrix} from "../matrices/matrix.js";
import {type CanonicalRows, canonicalRows, rowOrder, takeRows} from "../matrices/rowOrder.js";
import {type LloydRun, lloyd} from "./lloyd.js";
import {seedCentroids, seedingDraws} from "./seedCentroids.js";
import {transferRows} from "./transferRows.js";

export interface KmeansOptions {
  /** Number of clusters, in [1, different rows]. */
  k: number;
  /** Number of random starts, ≥ 1; start r uses the seed `seed + r`. */
  restarts: number;
  /** A 32-bit integer. */
  seed: number;
  /** Most rounds of one start; default 300. */
  maxIterations?: number;
}

export interface Kmeans {
  /** n labels in [0, k): 0 is the largest cluster; of equally large ones the one whose centroid is lexicographically
   * greater first. */
  labels: Int32Array;
  /** k × d. */
  centroids: Matrix;
  /** Sum of squared distances of rows to their centroids: the least that any start reached. */
  inertia: number;
  /** Rounds that the best start took. */
  iterations: number;
  /** True if the best start ended because no label changed. */
  converged: boolean;
  /** k cluster sizes, falling. */
  sizes: Int32Array;
  /** The inertia that each start reached. */
  inertias: Float64Array;
  /**
   * How many starts came within 1e-4 (relative) of the least inertia: few of many means that more are needed. Many do not
   * prove that there is no lower one.
   */
  restartsAtBest: number;
}

/** One start on rows in canonical order: k-means++, Lloyd, and transfers of single rows. */
export type KmeansStart = (rows: Matrix, k: number, draws: Float64Array, maxIterations: number) => LloydRun;

/** A start in plain TypeScript. */
export const kmeansStart: KmeansStart = (rows, k, draws, maxIterations) =>
  transferRows(rows, lloyd(rows, seedCentroids(rows, k, draws), maxIterations));

/**
 * k-means clustering: the partition into k clusters of least inertia that any of several random starts finds.
 *
 * Rows are taken in a canonical order (see `rowOrder`), so labels, centroids and inertia do not depend on the order of rows.
 * Equal inertias are decided for the lower seed. Method: Arthur & Vassilvitskii 2007, Lloyd 1982 and Hartigan 1975; see
 * `seedCentroids`, `lloyd` and `transferRows`. Cost: n·k·d a round, memory n·d.
 *
 * Checked against scikit-learn 1.2.1 `KMeans` (inertia, sizes, centroids).
 *
 * @param z n × d, usually standardised
 * @param start the hot loop; the WebAssembly kernels provide a faster one that gives the same bits
 * @throws RangeError for k outside [1, different rows], restarts or maxIterations < 1, or values that are not finite
 */
export function kmeans(z: Matrix, options: KmeansOptions, start: KmeansStart = kmeansStart): Kmeans {
  return kmeansOfRows(canonicalRows(z), options, start);
}

/** `kmeans` on rows that are in canonical order already. */
export function kmeansOfRows(canonical: CanonicalRows, options: KmeansOptions, start: KmeansStart): Kmeans {
  const {k, restarts, seed, maxIterations} = checkedOptions(canonical, options);
  const runs = Array.from({length: restarts}, (_, r) =>
    start(canonical.rows, k, seedingDraws(k, seed + r), maxIterations),
  );
  return bestOfStarts(runs, canonical.order);
}

/** The options with their defaults; an error where they do not fit the rows. */
export function checkedOptions(canonical: CanonicalRows, options: KmeansOptions): Required<KmeansOptions> {
  const {k, maxIterations = 300} = options;
  const {rows, distinct} = canonical;
  if (!Number.isInteger(k) || k < 1 || k > rows.rows)
    throw new RangeError(`invalid k; not an integer in [1, rows]: ${k}`);
  if (k > distinct) throw new RangeError(`invalid k; there are only ${distinct} different rows: ${k}`);
  requirePositiveInteger("restarts", options.restarts);
  requirePositiveInteger("maxIterations", maxIterations);
  return {...options, maxIterations};
}

/** Picks the best of several starts on rows in canonical order, and gives its labels in the rows' own order. */
export function bestOfStarts(runs: readonly LloydRun[], order: Int32Array): Kmeans {
  const best = runs.reduce((least, run) => (run.inertia < least.inertia ? run : least));
  const {number, sizes, centroids} = canonicalClusters(best);
  const labels = new Int32Array(order.length);
  for (let p = 0; p < order.length; p++) labels[order[p]] = number[best.labels[p]];
  const inertias = Float64Array.from(runs, (run) => run.inertia);
  return {
    labels,
    centroids,
    inertia: best.inertia,
    iterations: best.iterations,
    converged: best.converged,
    sizes,
    inertias,
    restartsAtBest: inertias.filter((inertia) => inertia <= best.inertia * (1 + 1e-4)).length,
  };
}

/** Numbers clusters by falling size, equally large ones by their centroids. */
function canonicalClusters({labels, centroids}: LloydRun) {
  const k = centroids.rows;
  const count = new Int32Array(k);
  for (const label of labels) count[label]++;
  const byCentroid = rowOrder(centroids);
  const order = Int32Array.from(byCentroid).sort((a, b) => count[b] - count[a]);
  const number = new Int32Array(k);
  order.forEach((cluster, position) => {
    number[cluster] = position;
  });
  return {number, sizes: order.map((cluster) => count[cluster]), centroids: takeRows(centroids, order)};
}

function requirePositiveInteger(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`invalid ${name}; not an integer ≥ 1: ${value}`);
}
