import type {AnalysisChoices} from "../../../src/lib/lab/analysisChoices.js";
import {clusterMeans} from "../../../src/lib/statistics/clustering/clusterMeans.js";
import type {Kmeans} from "../../../src/lib/statistics/clustering/kmeans.js";
import {silhouetteSamples} from "../../../src/lib/statistics/clustering/silhouetteSamples.js";
import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import {squaredDistance} from "../../../src/lib/statistics/matrices/squaredDistance.js";
import {cutTree} from "../../../src/lib/statistics/trees/cutTree.js";
import {linkage} from "../../../src/lib/statistics/trees/linkage.js";
import type {MergeTree} from "../../../src/lib/statistics/trees/mergeTree.js";
import type {ClusterSearch} from "../../datasets/dataset.js";
import type {KernelServices} from "../../engine/stages/stageServices.js";
import {type SweepRow, sweepRow} from "./clusterCustomers.js";

/** A way of growing a tree of customers. */
export type TreeMethod = Exclude<AnalysisChoices["method"], "kmeans">;

/** The groups of a tree in the form of a k-means fit, and their row beside the search. */
export interface TreeGroups {
  fit: Kmeans;
  row: SweepRow;
}

/**
 * Divides the customers by a tree that is cut into k groups.
 *
 * @param z n × d, as in the distances
 * @param ward Ward's tree of all rows
 */
export function treeGroups(
  z: Matrix,
  ward: MergeTree,
  method: TreeMethod,
  k: number,
  search: ClusterSearch,
  {kernels}: KernelServices,
): TreeGroups {
  const fit = fitOfTree(z, method === "ward" ? ward : linkage(z, method, kernels.wardMerges), k);
  const [silhouettes] =
    k === 1
      ? [new Float64Array(z.rows).fill(Number.NaN)]
      : silhouetteSamples(z, [fit.labels], kernels.clusterDistanceSums);
  return {fit, row: sweepRow(z, fit, silhouettes, k, search)};
}

/** The groups of a tree cut into k. */
export function fitOfTree(z: Matrix, tree: MergeTree, k: number): Kmeans {
  const labels = cutTree(tree, k);
  const {means: centroids, sizes} = clusterMeans(z, labels);
  const inertia = labels.reduce(
    (sum, label, row) => sum + squaredDistance(z.values, row, centroids.values, label, z.cols),
    0,
  );
  return {
    labels,
    centroids,
    sizes,
    inertia,
    inertias: Float64Array.of(inertia),
    iterations: 1,
    converged: true,
    restartsAtBest: 1,
  };
}
