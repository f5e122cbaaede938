import type {Matrix} from "../matrices/matrix.js";
import {negligibleDistance} from "../matrices/negligibleDistance.js";
import {requireDistances} from "../matrices/requireDistances.js";
import {squaredDistance} from "../matrices/squaredDistance.js";
import {clusterMeans} from "./clusterMeans.js";

/**
 * Davies–Bouldin index of a labelling: how much each cluster overlaps the one most like it, on average; 0 is best.
 *
 * Davies & Bouldin, IEEE Trans. Pattern Anal. 1 (1979), with p = 2 and q = 1. Cost: n·d + k²·d. Checked against
 * scikit-learn 1.2.1 `davies_bouldin_score`.
 *
 * @param z n × d
 * @param labels n labels in [0, k), k ≥ 2
 * @throws RangeError for fewer than two clusters, or if two clusters have the same centroid but for rounding
 */
export function daviesBouldin(z: Matrix, labels: Int32Array): number {
  requireDistances(z);
  const {means, sizes} = clusterMeans(z, labels);
  const k = sizes.length;
  if (k < 2) throw new RangeError(`invalid labels; the index needs at least 2 clusters: ${k}`);
  const spread = new Float64Array(k);
  for (let i = 0; i < z.rows; i++)
    spread[labels[i]] +=
      Math.sqrt(squaredDistance(z.values, i, means.values, labels[i], z.cols)) / sizes[labels[i]];
  const negligible = negligibleDistance(z);
  let sum = 0;
  for (let a = 0; a < k; a++) {
    let worst = 0;
    for (let b = 0; b < k; b++) {
      if (a === b) continue;
      const distance = Math.sqrt(squaredDistance(means.values, a, means.values, b, z.cols));
      if (distance <= negligible)
        throw new RangeError(`invalid labels; two clusters have the same centroid: ${a}, ${b}`);
      worst = Math.max(worst, (spread[a] + spread[b]) / distance);
    }
    sum += worst;
  }
  return sum / k;
}
