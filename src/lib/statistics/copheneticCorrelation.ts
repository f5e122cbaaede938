import type {Matrix} from "../matrix.js";
import {leafOrder} from "./leafOrder.js";
import type {MergeTree} from "./mergeTree.js";
import {requireDistances} from "./requireDistances.js";
import {takeRows} from "./rowOrder.js";
import {squaredDistance} from "./squaredDistance.js";

/**
 * Sums of distances, and of their squares, between blocks of rows.
 *
 * @param bounds three integers a block: it pairs the rows [a, b) with the rows [b, c)
 * @returns two sums a block: of the distances, and of their squares
 */
export type CrossDistances = (rows: Matrix, bounds: Int32Array) => Float64Array;

/**
 * Cophenetic correlation: Pearson's correlation, over all pairs of rows, of their Euclidean distance and the height at
 * which the tree joins them; 1 if the tree keeps all distances.
 *
 * Sokal & Rohlf, Taxon 11 (1962). Cost: n²·d / 2, memory n·d. Checked against SciPy 1.10.1 `cophenet`.
 *
 * @param tree of the rows of z
 * @param z n × d, n ≥ 3
 * @param distances the hot loop; the WebAssembly kernels provide a faster one
 * @throws RangeError if the tree is of other rows, or if all distances or all heights are equal
 */
export function copheneticCorrelation(
  tree: MergeTree,
  z: Matrix,
  distances: CrossDistances = crossDistances,
): number {
  requireDistances(z);
  if (tree.rows !== z.rows) throw new RangeError(`invalid tree; not one of ${z.rows} rows: ${tree.rows}`);
  const {order, start} = leafOrder(tree);
  const n = z.rows;
  const bounds = new Int32Array(3 * (n - 1));
  for (let t = 0; t < n - 1; t++) {
    const first = start[n + t];
    bounds.set([first, start[tree.right[t]], first + tree.size[t]], 3 * t);
  }
  const sums = distances(takeRows(z, order), bounds);
  let pairs = 0;
  let d = 0;
  let dd = 0;
  let h = 0;
  let hh = 0;
  let dh = 0;
  for (let t = 0; t < n - 1; t++) {
    const sum = sums[2 * t];
    const [a, b, c] = bounds.subarray(3 * t, 3 * t + 3);
    const count = (b - a) * (c - b);
    const height = tree.height[t];
    pairs += count;
    d += sum;
    dd += sums[2 * t + 1];
    h += count * height;
    hh += count * height * height;
    dh += sum * height;
  }
  const variation = (dd - (d * d) / pairs) * (hh - (h * h) / pairs);
  const flat = pairs < 2 || variation <= 1e-24 * dd * hh;
  if (flat) throw new RangeError(`invalid tree; its heights or distances are all equal: ${pairs} pairs`);
  return (dh - (d * h) / pairs) / Math.sqrt(variation);
}

/** The sums in plain TypeScript; rows at even and at odd positions are added up apart, as the kernel's two lanes do. */
export const crossDistances: CrossDistances = ({values, cols}, bounds) => {
  const sums = new Float64Array((2 * bounds.length) / 3);
  for (let t = 0; 3 * t < bounds.length; t++) {
    const [a, b, c] = bounds.subarray(3 * t, 3 * t + 3);
    const lanes = new Float64Array(4);
    for (let i = a; i < b; i++)
      for (let j = b; j < c; j++) {
        const square = squaredDistance(values, i, values, j, cols);
        lanes[j % 2] += Math.sqrt(square);
        lanes[2 + (j % 2)] += square;
      }
    sums[2 * t] = lanes[0] + lanes[1];
    sums[2 * t + 1] = lanes[2] + lanes[3];
  }
  return sums;
};
