import type {Matrix} from "../matrices/matrix.js";
import {negligibleDistance} from "../matrices/negligibleDistance.js";
import {requireDistances} from "../matrices/requireDistances.js";
import {squaredDistance} from "../matrices/squaredDistance.js";
import {clusterMeans} from "./clusterMeans.js";

/**
 * Calinski–Harabasz index of a labelling: variance between clusters over variance within, each by its degrees of
 * freedom; larger is better.
 *
 * Calinski & Harabasz, Communications in Statistics 3 (1974). Cost: n·d. Checked against scikit-learn 1.2.1
 * `calinski_harabasz_score`.
 *
 * @param z n × d
 * @param labels n labels in [0, k), 2 ≤ k < n
 * @throws RangeError for k outside [2, n), or if rows do not differ within clusters but by rounding
 */
export function calinskiHarabasz(z: Matrix, labels: Int32Array): number {
  requireDistances(z);
  const {means, sizes} = clusterMeans(z, labels);
  const k = sizes.length;
  const n = z.rows;
  if (k < 2 || k >= n) throw new RangeError(`invalid labels; the index needs clusters in [2, rows): ${k}`);
  const centre = clusterMeans(z, new Int32Array(n)).means.values;
  let between = 0;
  for (let c = 0; c < k; c++) between += sizes[c] * squaredDistance(means.values, c, centre, 0, z.cols);
  let within = 0;
  for (let i = 0; i < n; i++) within += squaredDistance(z.values, i, means.values, labels[i], z.cols);
  if (within <= n * negligibleDistance(z) ** 2)
    throw new RangeError(`invalid labels; rows do not differ within clusters: ${within}`);
  return between / (k - 1) / (within / (n - k));
}
