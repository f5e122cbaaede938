import type {Kernels} from "../../../src/lib/kernels/loadKernels.js";
import type {LabSettings} from "../../../src/lib/lab/labSettings.js";
import {clusterMeans} from "../../../src/lib/statistics/clustering/clusterMeans.js";
import type {Kmeans} from "../../../src/lib/statistics/clustering/kmeans.js";
import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import {squaredDistance} from "../../../src/lib/statistics/matrices/squaredDistance.js";
import {cutTree} from "../../../src/lib/statistics/trees/cutTree.js";
import {linkage} from "../../../src/lib/statistics/trees/linkage.js";
import type {MergeTree} from "../../../src/lib/statistics/trees/mergeTree.js";
import type {ClusterSearch} from "../../datasets/dataset.js";
import type {ClusterEngine} from "../../engine/kernels/clusterEngine.js";

/** The groups of a tree by another method, in the form of a k-means fit. */
export async function fitGroups(
  z: Matrix,
  {method, k}: Pick<LabSettings, "method" | "k">,
  search: ClusterSearch,
  engine: Omit<ClusterEngine, "close">,
  kernels: Kernels,
): Promise<Kmeans> {
  switch (method) {
    case "kmeans":
      return (await engine.kmeansSweep(z, [k], search))[0];
    case "ward":
      return fitOfTree(z, await engine.ward(z), k);
    default:
      return fitOfTree(z, linkage(z, method, kernels.wardMerges), k);
  }
}

function fitOfTree(z: Matrix, tree: MergeTree, k: number): Kmeans {
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
