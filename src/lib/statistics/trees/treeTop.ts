import {cutTree} from "./cutTree.js";
import type {MergeTree} from "./mergeTree.js";

/** The upper part of a tree, whose leaves are clusters. */
export interface TreeTop {
  /** The last merges; its rows are the leaves, and its sizes count them. */
  tree: MergeTree;
  /** For each row of the whole tree the leaf, from 0, that it belongs to: larger leaves first. */
  leaves: Int32Array;
}

/**
 * Keeps the last merges of a tree: what a reader can see of one with thousands of rows. Cutting the top into k gives
 * the same clusters as cutting the whole tree. Cost: n.
 *
 * @param leafCount number of leaves to keep; all rows if there are not as many
 */
export function treeTop(tree: MergeTree, leafCount: number): TreeTop {
  const count = Math.min(leafCount, tree.rows);
  const leaves = cutTree(tree, count);
  const below = tree.rows - count;
  const number = new Map<number, number>();
  const leafOf = new Int32Array(tree.rows + below).fill(-1);
  for (let row = 0; row < tree.rows; row++) leafOf[row] = leaves[row];
  for (let t = 0; t < below; t++) leafOf[tree.rows + t] = leafOf[tree.left[t]];
  const renumber = (node: number) =>
    node < tree.rows + below ? leafOf[node] : (number.get(node) ?? Number.NaN);
  const kept = Array.from({length: count - 1}, (_, i) => below + i);
  const sizes = new Int32Array(count - 1);
  const sizeOf = (node: number) => (node < count ? 1 : sizes[node - count]);
  const pairs = kept.map((t, i) => {
    const pair = [renumber(tree.left[t]), renumber(tree.right[t])].sort((a, b) => a - b);
    number.set(tree.rows + t, count + i);
    sizes[i] = sizeOf(pair[0]) + sizeOf(pair[1]);
    return pair;
  });
  return {
    leaves,
    tree: {
      rows: count,
      left: Int32Array.from(pairs, ([left]) => left),
      right: Int32Array.from(pairs, ([, right]) => right),
      height: Float64Array.from(kept, (t) => tree.height[t]),
      size: sizes,
    },
  };
}
