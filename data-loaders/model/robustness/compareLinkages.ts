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

/** A tree, and how it fits the distances. */
interface GrownTree extends Pick<LinkageComparison, "method" | "copheneticCorrelation"> {
  tree: MergeTree;
}

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
  services: KernelServices,
): LinkageComparison[] {
  return cutTrees(growTrees(z, ward, methods, services), z, labels, k, services);
}

/** Grows a tree by each linkage: what divisions into several numbers of groups share. */
export function growTrees(
  z: Matrix,
  ward: MergeTree,
  methods: readonly LinkageMethod[],
  {kernels}: Pick<KernelServices, "kernels">,
): GrownTree[] {
  return methods.map((method) => {
    const tree = method === "ward" ? ward : linkage(z, method);
    return {method, tree, copheneticCorrelation: copheneticCorrelation(tree, z, kernels.crossDistances)};
  });
}

/** Cuts each tree into k, and holds it against the groups of the report. */
export function cutTrees(
  trees: readonly GrownTree[],
  z: Matrix,
  labels: Int32Array,
  k: number,
  {kernels}: Pick<KernelServices, "kernels">,
): LinkageComparison[] {
  const cuts = trees.map(({tree}) => cutTree(tree, k));
  // a single cluster has no silhouette
  const silhouettes =
    k === 1
      ? trees.map(() => new Float64Array(z.rows).fill(Number.NaN))
      : silhouetteSamples(z, cuts, kernels.clusterDistanceSums);
  return trees.map(({method, tree, copheneticCorrelation}, i) => ({
    method,
    copheneticCorrelation,
    labels: matchLabels(cuts[i], labels, k),
    silhouette: silhouettes[i].reduce((sum, value) => sum + value, 0) / z.rows,
    adjustedRand: adjustedRand(labels, cuts[i]),
    lastHeights: tree.height.slice(-heightsShown).reverse(),
  }));
}
