import {kmeans} from "ml-kmeans";
import {clusterMeans} from "../../../src/lib/statistics/clustering/clusterMeans.js";
import {nearestCentroid} from "../../../src/lib/statistics/clustering/nearestCentroid.js";
import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import {requireFinite} from "../../../src/lib/statistics/matrices/requireFinite.js";
import {squaredDistance} from "../../../src/lib/statistics/matrices/squaredDistance.js";
import {arrayRows} from "./arrayRows.js";

/** What the package found. */
export interface MlKmeans {
  labels: Int32Array;
  inertia: number;
}

/**
 * Best of several starts of the package ml-kmeans, guarded against what goes wrong in it: values that are not finite are
 * refused, starts are seeded, 300 rounds are allowed (its default stops at 100), labels are those of the centroids returned
 * (its own are of the round before), and the inertia is computed here. A start that loses a cluster does not count. Starts are random rows:
 * its k-means++ takes seconds on thousands of rows.
 *
 * @param z n × d
 * @param seeds one for each start
 * @returns undefined if every start loses a cluster, as happens where most rows are equal
 */
export function mlKmeans(z: Matrix, k: number, seeds: readonly number[]): MlKmeans | undefined {
  requireFinite(z);
  const rows = arrayRows(z);
  return seeds
    .map((seed) =>
      finished(z, k, kmeans(rows, k, {seed, initialization: "random", maxIterations: 300}).centroids),
    )
    .filter((fit) => fit !== undefined)
    .reduce<MlKmeans | undefined>(
      (best, fit) => (best === undefined || fit.inertia < best.inertia ? fit : best),
      undefined,
    );
}

/** The package's fit from given centroids: where we stopped, it should stay. Undefined if it loses a cluster. */
export function mlKmeansFrom(z: Matrix, centroids: Matrix): MlKmeans | undefined {
  requireFinite(z);
  const initialization = arrayRows(centroids);
  const fit = kmeans(arrayRows(z), centroids.rows, {initialization, maxIterations: 300});
  return finished(z, centroids.rows, fit.centroids);
}

function finished(z: Matrix, k: number, centroids: number[][]): MlKmeans | undefined {
  const values = Float64Array.from(centroids.flat());
  const labels = nearestCentroid(z, {rows: k, cols: z.cols, values});
  if (new Set(labels).size < k) return undefined;
  const {means} = clusterMeans(z, labels);
  let inertia = 0;
  for (let i = 0; i < z.rows; i++) inertia += squaredDistance(z.values, i, means.values, labels[i], z.cols);
  return {labels, inertia};
}
