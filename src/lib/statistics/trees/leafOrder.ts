import type {MergeTree} from "./mergeTree.js";

/** Rows from left to right as a dendrogram draws them, and where each merge's clusters stand in that order. */
export interface LeafOrder {
  /** `order[p]` is the row at position p. */
  order: Int32Array;
  /** First position of each node: rows first, then merges. A node covers as many positions as it has rows. */
  start: Int32Array;
}

/**
 * Lays out the leaves so that every cluster is a contiguous range, the left cluster of a merge before the right one.
 * Cost: n. Checked against SciPy 1.10.1 `leaves_list`.
 */
export function leafOrder(tree: MergeTree): LeafOrder {
  const {rows, left, right, size} = tree;
  const start = new Int32Array(Math.max(2 * rows - 1, 0));
  for (let t = rows - 2; t >= 0; t--) {
    start[left[t]] = start[rows + t];
    start[right[t]] = start[rows + t] + (left[t] < rows ? 1 : size[left[t] - rows]);
  }
  const order = new Int32Array(rows);
  for (let i = 0; i < rows; i++) order[start[i]] = i;
  return {order, start};
}
