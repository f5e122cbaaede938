import type {Matrix} from "../matrices/matrix.js";
import {requireDistances} from "../matrices/requireDistances.js";
import {takeRows} from "../matrices/rowOrder.js";
import {squaredDistance} from "../matrices/squaredDistance.js";
import {leafOrder} from "./leafOrder.js";
import type {MergeTree} from "./mergeTree.js";

/**
 * Sums of distances, and of their squares, between blocks of rows.
 *
 * @param bounds three integers a block: it pairs the rows [a, b) with the rows [b, c)
 * @returns two sums a block: of the distances, and of their squares
 */
export type CrossDistances = (rows: Matrix, bounds: Int32Array) => Float64Array;

/** A variance below this share of the mean square is rounding. */
const FLAT = 1e-12;

/**
 * Cophenetic correlation: Pearson's correlation, over all pairs of rows, of their Euclidean distance and the height at
 * which the tree joins them; 1 if the tree keeps all distances.
 *
 * Sokal & Rohlf, Taxon 11 (1962). Cost: n²·d / 2, memory n·d. Checked against SciPy 1.10.1 `cophenet`.
 *
 * @param tree of the rows of z
 * @param z n × d, n ≥ 3
 * @param distances the hot loop; the WebAssembly kernels provide a faster one
 * @throws RangeError if the tree is of other rows, or if all distances or all heights are equal but for
 * rounding
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
  // variances relative to the mean squares, one by one: products of four distances may leave the range of a double
  const ofDistances = 1 - ((d / pairs) * d) / dd;
  const ofHeights = 1 - ((h / pairs) * h) / hh;
  const vary = pairs > 1 && ofDistances > FLAT && ofHeights > FLAT;
  if (!vary) throw new RangeError(`invalid tree; its heights or distances are all equal: ${pairs} pairs`);
  const roots = Math.sqrt(dd) * Math.sqrt(hh);
  return (dh / roots - ((d / pairs) * h) / roots) / Math.sqrt(ofDistances * ofHeights);
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
