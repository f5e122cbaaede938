import {uniformInt} from "pure-rand/distribution/uniformInt";
import {adjustedRand} from "../clustering/adjustedRand.js";
import {clusterSizes} from "../clustering/clusterSizes.js";
import {contingencyTable} from "../clustering/contingencyTable.js";
import {type KmeansStart, kmeansOfRows, kmeansStart} from "../clustering/kmeans.js";
import {nearestCentroid} from "../clustering/nearestCentroid.js";
import type {Matrix} from "../matrices/matrix.js";
import {canonicalRows, takeRows} from "../matrices/rowOrder.js";
import {seededRandom} from "../matrices/seededRandom.js";

export interface BootstrapOptions {
  /** Number of resamples, ≥ 1. */
  replicates: number;
  /** Starts of each k-means fit, ≥ 1. */
  restarts: number;
  /** A 32-bit integer; resample r uses `seed + r`. */
  seed: number;
}

export interface BootstrapStability {
  /** For each resample, the adjusted Rand index of the labels and those of the resample's centroids, over all rows. */
  adjustedRand: Float64Array;
  meanAdjustedRand: number;
  /** replicates × k: for each segment, the Jaccard index with the resampled cluster most like it. */
  jaccard: Matrix;
  /** Mean Jaccard index of each segment: above 0.85 highly stable, below 0.6 not to be trusted (Hennig). */
  meanJaccard: Float64Array;
}

/**
 * Stability of k-means segments: draws as many rows with replacement, fits again, and compares with the labels given.
 *
 * The Jaccard index of a segment is taken over the different rows in the resample; a segment of which no row was drawn has 0.
 * A resample with fewer than k different rows is clustered into as many as it has.
 *
 * C. Hennig, "Cluster-wise assessment of cluster stability", Comput. Stat. Data Anal. 52 (2007). Cost: replicates fits.
 * Checked against R's fpc 2.2-10 `clusterboot(multipleboot = TRUE)`, which counts a row as often as it was drawn.
 *
 * @param z n × d
 * @param labels n labels in [0, k), from k-means on z
 * @param start the hot loop, as for `kmeans`
 * @throws RangeError for replicates < 1 or labels that do not cover the rows
 */
export function bootstrapStability(
  z: Matrix,
  labels: Int32Array,
  bootstrap: BootstrapOptions,
  start: KmeansStart = kmeansStart,
): BootstrapStability {
  const {replicates, restarts, seed} = bootstrap;
  if (!Number.isInteger(replicates) || replicates < 1)
    throw new RangeError(`invalid replicates; not an integer ≥ 1: ${replicates}`);
  const k = clusterSizes(labels, z.rows).length;
  const rand = new Float64Array(replicates);
  const jaccard = new Float64Array(replicates * k);
  const meanJaccard = new Float64Array(k);
  for (let r = 0; r < replicates; r++) {
    const drawn = resample(z.rows, seed + r);
    const sample = takeRows(z, drawn);
    const canonical = canonicalRows(sample);
    const options = {k: Math.min(k, canonical.distinct), restarts, seed: seed + r};
    const {centroids} = kmeansOfRows(canonical, options, start);
    const again = nearestCentroid(z, centroids);
    rand[r] = adjustedRand(labels, renumbered(again));
    const present = [...new Set(drawn)];
    segmentJaccard(labels, again, present, k).forEach((value, c) => {
      jaccard[r * k + c] = value;
      meanJaccard[c] += value / replicates;
    });
  }
  const meanAdjustedRand = rand.reduce((sum, value) => sum + value, 0) / replicates;
  return {
    adjustedRand: rand,
    meanAdjustedRand,
    jaccard: {rows: replicates, cols: k, values: jaccard},
    meanJaccard,
  };
}

function resample(n: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  return Int32Array.from({length: n}, () => uniformInt(random, 0, n - 1));
}

/** Labels numbered without gaps, by first appearance. */
function renumbered(labels: Int32Array): Int32Array {
  const number = new Map<number, number>();
  return labels.map((label) => {
    const known = number.get(label) ?? number.size;
    number.set(label, known);
    return known;
  });
}

/** For each segment the greatest |A ∩ B| / |A ∪ B| over clusters B, among some of the rows. */
function segmentJaccard(
  labels: Int32Array,
  again: Int32Array,
  rows: readonly number[],
  k: number,
): Float64Array {
  const best = new Float64Array(k);
  const segments = [...new Set(rows.map((row) => labels[row]))];
  const position = new Map(segments.map((segment, p) => [segment, p]));
  const a = Int32Array.from(rows, (row) => position.get(labels[row]) ?? 0);
  const table = contingencyTable(a, renumbered(Int32Array.from(rows, (row) => again[row])));
  const total = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0);
  const columns = [...table[0]].map((_, j) => total(table.map((row) => row[j])));
  table.forEach((row, p) => {
    const size = total(row);
    row.forEach((both, j) => {
      best[segments[p]] = Math.max(best[segments[p]], both / (size + columns[j] - both));
    });
  });
  return best;
}
