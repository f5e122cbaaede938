import type {Kernels} from "../../../src/lib/kernels/loadKernels.js";
import {kmeansSweep} from "../../../src/lib/statistics/clustering/kmeansSweep.js";
import {silhouetteSamples} from "../../../src/lib/statistics/clustering/silhouetteSamples.js";
import {linkage} from "../../../src/lib/statistics/trees/linkage.js";
import type {ClusterEngine} from "../../engine/kernels/clusterEngine.js";

/**
 * The heavy parts of clustering in one thread: the same bytes as in several.
 *
 * @param pause called between two of them
 */
export function kernelEngine(
  {kmeansStart, clusterDistanceSums, wardMerges}: Kernels,
  pause: () => Promise<void>,
): Omit<ClusterEngine, "close"> {
  return {
    async kmeansSweep(z, ks, options) {
      await pause();
      return kmeansSweep(z, ks, options, kmeansStart);
    },
    async silhouetteSamples(z, labelings) {
      await pause();
      return silhouetteSamples(z, labelings, clusterDistanceSums);
    },
    async ward(z) {
      await pause();
      return linkage(z, "ward", wardMerges);
    },
  };
}
