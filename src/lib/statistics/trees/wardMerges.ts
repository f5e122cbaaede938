import {squaredDistance} from "../matrices/squaredDistance.js";
import type {FindMerges} from "./merges.js";
import {nearestNeighbourChain} from "./nearestNeighbourChain.js";

/**
 * Ward's merges by the chain of nearest neighbours on centroids and sizes, without a table of distances.
 *
 * The cost of joining clusters of a and b rows is 2·a·b / (a + b) times the squared distance of their centroids, and a
 * merge's height its square root. Cost: n²·d, memory n·d.
 *
 * @param rows n × d in canonical order
 */
export const wardMerges: FindMerges = (rows) => {
  const {rows: n, cols} = rows;
  const centroids = rows.values.slice();
  const sizes = new Float64Array(n).fill(1);
  const cost = (a: number, b: number) =>
    ((2 * sizes[a] * sizes[b]) / (sizes[a] + sizes[b])) * squaredDistance(centroids, a, centroids, b, cols);
  const join = (a: number, b: number) => {
    const total = sizes[a] + sizes[b];
    for (let j = 0, p = a * cols, q = b * cols; j < cols; j++, p++, q++)
      centroids[p] = (sizes[a] * centroids[p] + sizes[b] * centroids[q]) / total;
    sizes[a] = total;
  };
  const merges = nearestNeighbourChain(n, cost, join);
  return {...merges, height: merges.height.map(Math.sqrt)};
};
