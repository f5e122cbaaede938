import type {Matrix} from "../matrix.js";
import {leafOrder} from "./leafOrder.js";
import type {MergeTree} from "./mergeTree.js";
import {requireDistances} from "./requireDistances.js";
import {takeRows} from "./rowOrder.js";
import {squaredDistance} from "./squaredDistance.js";

/** Sums of distances and of their squares between the positions [a, b) and [b, c). */
export type BlockDistances = (
  rows: Matrix,
  a: number,
  b: number,
  c: number,
) => {sum: number; squares: number};

/**
 * Cophenetic correlation: Pearson's correlation, over all pairs of rows, of their Euclidean distance and the height at
 * which the tree joins them; 1 if the tree keeps all distances.
 *
 * Sokal & Rohlf, Taxon 11 (1962). Cost: n²·d / 2, memory n·d. Checked against SciPy 1.10.1 `cophenet`.
 *
 * @param tree of the rows of z
 * @param z n × d, n ≥ 3
 * @param block the hot loop; the WebAssembly kernels provide a faster one
 * @throws RangeError if the tree is of other rows, or if all distances or all heights are equal
 */
export function copheneticCorrelation(
  tree: MergeTree,
  z: Matrix,
  block: BlockDistances = blockDistances,
): number {
  requireDistances(z);
  if (tree.rows !== z.rows) throw new RangeError(`invalid tree; not one of ${z.rows} rows: ${tree.rows}`);
  const {order, start} = leafOrder(tree);
  const rows = takeRows(z, order);
  const n = z.rows;
  let pairs = 0;
  let d = 0;
  let dd = 0;
  let h = 0;
  let hh = 0;
  let dh = 0;
  for (let t = 0; t < n - 1; t++) {
    const a = start[n + t];
    const b = start[tree.right[t]];
    const c = a + tree.size[t];
    const {sum, squares} = block(rows, a, b, c);
    const count = (b - a) * (c - b);
    const height = tree.height[t];
    pairs += count;
    d += sum;
    dd += squares;
    h += count * height;
    hh += count * height * height;
    dh += sum * height;
  }
  const variation = (dd - (d * d) / pairs) * (hh - (h * h) / pairs);
  const flat = pairs < 2 || variation <= 1e-24 * dd * hh;
  if (flat) throw new RangeError(`invalid tree; its heights or distances are all equal: ${pairs} pairs`);
  return (dh - (d * h) / pairs) / Math.sqrt(variation);
}

/** The sums in plain TypeScript. */
export const blockDistances: BlockDistances = ({values, cols}, a, b, c) => {
  let sum = 0;
  let squares = 0;
  for (let i = a; i < b; i++)
    for (let j = b; j < c; j++) {
      const square = squaredDistance(values, i, values, j, cols);
      squares += square;
      sum += Math.sqrt(square);
    }
  return {sum, squares};
};
