import type {Matrix} from "../matrices/matrix.js";
import {canonicalRows} from "../matrices/rowOrder.js";
import {type Kmeans, type KmeansOptions, type KmeansStart, kmeansOfRows, kmeansStart} from "./kmeans.js";

/**
 * k-means for several numbers of clusters, each from the same seeds. See `kmeans`; cost: the sum over k.
 *
 * @param z n × d
 * @param ks numbers of clusters, each in [1, different rows]
 * @returns one fit for each of `ks`, in its order
 */
export function kmeansSweep(
  z: Matrix,
  ks: readonly number[],
  options: Omit<KmeansOptions, "k">,
  start: KmeansStart = kmeansStart,
): Kmeans[] {
  const canonical = canonicalRows(z);
  return ks.map((k) => kmeansOfRows(canonical, {...options, k}, start));
}
