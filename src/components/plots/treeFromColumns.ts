import type {MergeTree} from "../../lib/statistics/trees/mergeTree.js";

/** The published table `ward_merges`, by column. */
export interface MergeColumns {
  left_cluster: readonly number[];
  right_cluster: readonly number[];
  height: readonly number[];
  size: readonly number[];
}

/** A tree from the published table of its merges. */
export function treeFromColumns({left_cluster, right_cluster, height, size}: MergeColumns): MergeTree {
  return {
    rows: height.length + 1,
    left: Int32Array.from(left_cluster),
    right: Int32Array.from(right_cluster),
    height: Float64Array.from(height),
    size: Int32Array.from(size),
  };
}
