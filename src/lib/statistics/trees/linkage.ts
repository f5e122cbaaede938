import type {Matrix} from "../matrices/matrix.js";
import {canonicalRows} from "../matrices/rowOrder.js";
import {distanceChain} from "./distanceChain.js";
import type {FindMerges, Merges} from "./merges.js";
import {type MergeTree, mergeTree} from "./mergeTree.js";
import {singleMerges} from "./singleMerges.js";
import {wardMerges} from "./wardMerges.js";

/** How the distance between two clusters follows from the distances of their rows. */
export type LinkageMethod = "ward" | "single" | "complete" | "average";

/**
 * Hierarchical clustering of rows by Euclidean distance.
 *
 * "ward" is SciPy's `ward` and R's `ward.D2` (not `ward.D`): a merge's height is √(2·a·b / (a + b)) times the distance of
 * the two centroids, a and b their sizes. "single", "complete" and "average" take the least, greatest and mean distance.
 *
 * Ties: rows are taken in falling lexicographic order of their values (see `rowOrder`); of equally near clusters, the one
 * that the chain of nearest neighbours came from wins, else the one that holds the earliest row; merges of equal height keep
 * the order in which they are found. The tree is thus a function of the set of rows and not of their order. R and SciPy take
 * rows as they come, and differ from each other where distances tie. Equally near is meant to the last bit: distances that
 * tie only before rounding are told apart by it.
 *
 * D. Müllner, "Modern hierarchical, agglomerative clustering algorithms", arXiv:1109.2378 (2011); Ward, JASA 58 (1963).
 * Cost: n²·d; memory n·d for ward and single, n² / 2 distances for complete and average. Checked against SciPy 1.10.1
 * `linkage` and fastcluster 1.2.3.
 *
 * @param z n × d, n ≥ 1
 * @param ward the hot loop of Ward's method; the WebAssembly kernels provide a faster one that gives the same bits
 * @throws RangeError for values that are not finite
 */
export function linkage(z: Matrix, method: LinkageMethod, ward: FindMerges = wardMerges): MergeTree {
  const {rows, order} = canonicalRows(z);
  return treeOfMerges(findMerges(rows, method, ward), order);
}

/** The tree of rows in their own order, from merges of rows in canonical order. */
export function treeOfMerges({a, b, height}: Merges, order: Int32Array): MergeTree {
  const toRow = (position: number) => order[position];
  return mergeTree(order.length, a.map(toRow), b.map(toRow), height);
}

function findMerges(rows: Matrix, method: LinkageMethod, ward: FindMerges): Merges {
  switch (method) {
    case "ward":
      return ward(rows);
    case "single":
      return singleMerges(rows);
    case "complete":
      return distanceChain(rows, (_a, _b, ac, bc) => Math.max(ac, bc));
    case "average":
      return distanceChain(rows, (a, b, ac, bc) => (a * ac + b * bc) / (a + b));
  }
}
