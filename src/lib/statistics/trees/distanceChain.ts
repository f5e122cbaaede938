import type {Matrix} from "../matrices/matrix.js";
import {squaredDistance} from "../matrices/squaredDistance.js";
import type {Merges} from "./merges.js";
import {nearestNeighbourChain} from "./nearestNeighbourChain.js";

/** Distance from the union of clusters of a and b rows to a third, of which they are ac and bc away. */
export type UpdateDistance = (a: number, b: number, ac: number, bc: number) => number;

/** n(n − 1) / 2 doubles must fit into one array. */
const MOST_ROWS = 40_000;

/**
 * Merges by the chain of nearest neighbours on the table of all distances, updated after each merge (Lance & Williams,
 * Computer Journal 9, 1967). Cost: n²·d, memory n² / 2 doubles.
 *
 * @param rows n × d in canonical order
 * @throws RangeError for more than 40,000 rows
 */
export function distanceChain(rows: Matrix, update: UpdateDistance): Merges {
  const {rows: n, cols, values} = rows;
  if (n > MOST_ROWS)
    throw new RangeError(
      `invalid rows; this linkage keeps all distances and takes at most ${MOST_ROWS}: ${n}`,
    );
  const distances = new Float64Array((n * (n - 1)) / 2);
  const at = (i: number, j: number) => (i < j ? (j * (j - 1)) / 2 + i : (i * (i - 1)) / 2 + j);
  for (let j = 1, p = 0; j < n; j++)
    for (let i = 0; i < j; i++, p++) distances[p] = Math.sqrt(squaredDistance(values, i, values, j, cols));

  const sizes = new Int32Array(n).fill(1);
  const join = (a: number, b: number) => {
    for (let c = 0; c < n; c++)
      if (c !== a && c !== b && sizes[c] > 0)
        distances[at(a, c)] = update(sizes[a], sizes[b], distances[at(a, c)], distances[at(b, c)]);
    sizes[a] += sizes[b];
    sizes[b] = 0;
  };
  return nearestNeighbourChain(n, (a, b) => distances[at(a, b)], join);
}
