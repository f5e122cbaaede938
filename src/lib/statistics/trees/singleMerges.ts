import {squaredDistance} from "../matrices/squaredDistance.js";
import type {FindMerges} from "./merges.js";

/**
 * Single linkage: the edges of a minimum spanning tree, grown from the first row (Prim). Of equally near rows the
 * earliest is taken. Gower & Ross, Applied Statistics 18 (1969). Cost: n²·d / 2, memory n.
 *
 * @param rows n × d in canonical order
 */
export const singleMerges: FindMerges = ({rows: n, cols, values}) => {
  const merges = {a: new Int32Array(n - 1), b: new Int32Array(n - 1), height: new Float64Array(n - 1)};
  const outside = Int32Array.from({length: n - 1}, (_, i) => i + 1);
  const distance = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const neighbour = new Int32Array(n);
  let newest = 0;
  for (let t = 0; t < n - 1; t++) {
    const count = n - 1 - t;
    let nearest = 0;
    for (let p = 0; p < count; p++) {
      const row = outside[p];
      const candidate = squaredDistance(values, row, values, newest, cols);
      if (candidate < distance[row]) {
        distance[row] = candidate;
        neighbour[row] = newest;
      }
      if (distance[row] < distance[outside[nearest]]) nearest = p;
    }
    newest = outside[nearest];
    merges.a[t] = neighbour[newest];
    merges.b[t] = newest;
    merges.height[t] = Math.sqrt(distance[newest]);
    outside.copyWithin(nearest, nearest + 1, count);
  }
  return merges;
};
