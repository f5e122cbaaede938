import {adjustedRand} from "../../../src/lib/statistics/clustering/adjustedRand.js";
import {nearestCentroid} from "../../../src/lib/statistics/clustering/nearestCentroid.js";
import {silhouetteSamples} from "../../../src/lib/statistics/clustering/silhouetteSamples.js";
import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import {takeRows} from "../../../src/lib/statistics/matrices/rowOrder.js";
import {cutTree} from "../../../src/lib/statistics/trees/cutTree.js";
import type {PopulationGroups} from "../../engine/population/passes/lloyd.js";
import {type ClusterSearchResult, type Clusters, ofRows, withoutGaps} from "../cluster/clusterCustomers.js";
import {matchLabels} from "../cluster/matchLabels.js";

/**
 * The groups of all customers on a sample of them: each customer of it is in the group of the nearest centroid. What compares
 * customers in pairs is measured on the rows that the search compared.
 *
 * @param z the sample's standardised variables
 */
export function clustersOfSample(
  {fits: _, ...found}: ClusterSearchResult,
  {centroids, sizes, inertia, steps, converged}: PopulationGroups,
  z: Matrix,
): Clusters {
  const k = centroids.rows;
  const {compared, ward} = found;
  const labels = nearestCentroid(z, centroids);
  const among = ofRows(labels, compared);
  const numbered = withoutGaps(among);
  const widths = numbered.some((label) => label > 0)
    ? silhouetteSamples(takeRows(z, compared), [numbered])[0]
    : new Float64Array(compared.length).fill(Number.NaN);
  const silhouette = new Float64Array(z.rows).fill(Number.NaN);
  compared.forEach((row, i) => {
    silhouette[row] = widths[i];
  });
  const wardLabels = matchLabels(cutTree(ward, k), among, k);
  return {
    ...found,
    chosen: {
      labels,
      centroids,
      inertia,
      iterations: steps,
      converged,
      sizes: Int32Array.from(sizes),
      inertias: Float64Array.of(inertia),
      restartsAtBest: 1,
    },
    silhouette,
    wardLabels,
    agreement: k === 1 ? Number.NaN : adjustedRand(numbered, withoutGaps(wardLabels)),
  };
}
