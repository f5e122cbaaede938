/** A hierarchical clustering of n rows: n − 1 merges in SciPy's numbering, by rising height. */
export interface MergeTree {
  /** Number of rows (leaves). */
  rows: number;
  /** The two clusters that merge t joins, the lower number left: below n a row, else n + the merge that made it. */
  left: Int32Array;
  right: Int32Array;
  /** Distance at which they join; never falling. */
  height: Float64Array;
  /** Rows in the joined cluster. */
  size: Int32Array;
}

/**
 * Orders merges by height (equal heights as they come) and numbers clusters as SciPy does.
 *
 * A merge is given by any row of each of its two clusters. Heights that rounding put below an earlier merge of one of
 * the two are raised to it. D. Müllner, "Modern hierarchical, agglomerative clustering algorithms" (2011), fig. 5.
 * Cost: n·log n.
 *
 * @param rows number of rows n
 * @param a a row of the one cluster, for each of the n − 1 merges
 * @param b a row of the other
 * @param height their distance
 */
export function mergeTree(rows: number, a: Int32Array, b: Int32Array, height: Float64Array): MergeTree {
  const merges = Math.max(rows - 1, 0);
  const order = Int32Array.from({length: merges}, (_, t) => t).sort((s, t) => height[s] - height[t] || s - t);
  const tree: MergeTree = {
    rows,
    left: new Int32Array(merges),
    right: new Int32Array(merges),
    height: new Float64Array(merges),
    size: new Int32Array(merges),
  };
  const parent = Int32Array.from({length: rows + merges}, (_, i) => i);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  };
  const sizeOf = (node: number) => (node < rows ? 1 : tree.size[node - rows]);
  for (let t = 0; t < merges; t++) {
    const x = root(a[order[t]]);
    const y = root(b[order[t]]);
    tree.left[t] = Math.min(x, y);
    tree.right[t] = Math.max(x, y);
    tree.height[t] = height[order[t]];
    tree.size[t] = sizeOf(x) + sizeOf(y);
    parent[x] = rows + t;
    parent[y] = rows + t;
  }
  return tree;
}
