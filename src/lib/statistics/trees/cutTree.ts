import type {MergeTree} from "./mergeTree.js";

/**
 * Cuts a tree into k clusters by undoing its last k − 1 merges. Cost: n.
 *
 * D. Müllner, arXiv:1109.2378 (2011), 2.2. Checked against SciPy 1.10.1 `fcluster(…, "maxclust")` and R 4.2.2 `cutree`.
 *
 * @param k in [1, rows]
 * @returns n labels in [0, k): 0 is the largest cluster; of equally large ones that with the earliest row first
 * @throws RangeError for k outside [1, rows]
 */
export function cutTree(tree: MergeTree, k: number): Int32Array {
  const {rows, left, right} = tree;
  if (!Number.isInteger(k) || k < 1 || k > rows)
    throw new RangeError(`invalid k; not an integer in [1, rows]: ${k}`);
  const kept = rows - k;
  const top = new Int32Array(rows + kept).fill(-1);
  for (let node = rows + kept - 1; node >= 0; node--) {
    if (top[node] < 0) top[node] = node;
    if (node < rows) continue;
    top[left[node - rows]] = top[node];
    top[right[node - rows]] = top[node];
  }
  const count = new Map<number, number>();
  for (let i = 0; i < rows; i++) count.set(top[i], (count.get(top[i]) ?? 0) + 1);
  const bySize = [...count].sort(([, a], [, b]) => b - a);
  const label = new Map(bySize.map(([node], position) => [node, position]));
  return Int32Array.from({length: rows}, (_, i) => label.get(top[i]) ?? 0);
}
