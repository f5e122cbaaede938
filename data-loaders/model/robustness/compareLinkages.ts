import {adjustedRand} from "../../../src/lib/statistics/clustering/adjustedRand.js";
import {silhouetteSamples} from "../../../src/lib/statistics/clustering/silhouetteSamples.js";
import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import {copheneticCorrelation} from "../../../src/lib/statistics/trees/copheneticCorrelation.js";
import {cutTree} from "../../../src/lib/statistics/trees/cutTree.js";
import {type LinkageMethod, linkage} from "../../../src/lib/statistics/trees/linkage.js";
import type {MergeTree} from "../../../src/lib/statistics/trees/mergeTree.js";
import type {KernelServices} from "../../engine/stages/stageServices.js";
import {matchLabels} from "../cluster/matchLabels.js";

/** One way of joining clusters, and how its tree fits the distances and the report's segments. */
export interface LinkageComparison {
  method: LinkageMethod;
  copheneticCorrelation: number;
  /** n labels of the tree cut into k, matched to those of the report. */
  labels: Int32Array;
  silhouette: number;
  adjustedRand: number;
  /** Heights of the last merges, the last first. */
  lastHeights: Float64Array;
}

const heightsShown = 12;

/**
 * Grows a tree by each linkage and cuts it into k.
 *
 * @param z n × d
 * @param labels the report's n labels in [0, k)
 * @param ward Ward's tree, which is there already
 */
export function compareLinkages(
  z: Matrix,
  labels: Int32Array,
  k: number,
  ward: MergeTree,
  methods: readonly LinkageMethod[],
  {kernels}: KernelServices,
): LinkageComparison[] {
  const trees = methods.map((method) => {
    const tree = method === "ward" ? ward : linkage(z, method);
    return {method, tree, cut: cutTree(tree, k)};
  });
  // a single cluster has no silhouette
  const silhouettes =
    k === 1
      ? trees.map(() => new Float64Array(z.rows).fill(Number.NaN))
      : silhouetteSamples(
          z,
          trees.map(({cut}) => cut),
          kernels.clusterDistanceSums,
        );
  return trees.map(({method, tree, cut}, i) => ({
    method,
    copheneticCorrelation: copheneticCorrelation(tree, z, kernels.crossDistances),
    labels: matchLabels(cut, labels, k),
    silhouette: silhouettes[i].reduce((sum, value) => sum + value, 0) / z.rows,
    adjustedRand: adjustedRand(labels, cut),
    lastHeights: tree.height.slice(-heightsShown).reverse(),
  }));
}
