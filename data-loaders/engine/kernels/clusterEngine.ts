import {availableParallelism} from "node:os";
import {
  bestOfStarts,
  checkedOptions,
  type Kmeans,
  type KmeansOptions,
} from "../../../src/lib/statistics/clustering/kmeans.js";
import {seedingDraws} from "../../../src/lib/statistics/clustering/seedCentroids.js";
import {
  addSums,
  groupRows,
  pairParts,
  silhouettesFromSums,
} from "../../../src/lib/statistics/clustering/silhouetteSamples.js";
import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import {canonicalRows} from "../../../src/lib/statistics/matrices/rowOrder.js";
import {treeOfMerges} from "../../../src/lib/statistics/trees/linkage.js";
import type {MergeTree} from "../../../src/lib/statistics/trees/mergeTree.js";
import {openKernelPool} from "./kernelPool.js";

/** The heavy parts of clustering, shared among threads; the same bytes whatever their number. */
export interface ClusterEngine {
  /** `kmeansSweep` of the statistics library. */
  kmeansSweep(z: Matrix, ks: readonly number[], options: Omit<KmeansOptions, "k">): Promise<Kmeans[]>;
  /** `silhouetteSamples` of the statistics library. */
  silhouetteSamples(z: Matrix, labelings: readonly Int32Array[]): Promise<Float64Array[]>;
  /** `linkage(z, "ward")` of the statistics library. */
  ward(z: Matrix): Promise<MergeTree>;
  /** Ends the threads. */
  close(): Promise<void>;
}

/**
 * Starts the engine (about a tenth of a second). Its functions may run at the same time: what is asked first starts first.
 *
 * @param threads number of worker threads; default: the machine's cores
 */
export async function openClusterEngine(threads: number = availableParallelism()): Promise<ClusterEngine> {
  const pool = await openKernelPool(threads);
  return {
    async kmeansSweep(z, ks, options) {
      const {order, ...canonical} = canonicalRows(z);
      const rows = inSharedMemory(canonical.rows);
      const starts = ks.map((k) => {
        const {restarts, seed, maxIterations} = checkedOptions({order, ...canonical}, {...options, k});
        return Array.from({length: restarts}, (_, r) => ({
          k,
          draws: seedingDraws(k, seed + r),
          maxIterations,
        }));
      });
      const runs = starts.map((tasks) =>
        Promise.all(tasks.map((task) => pool.run({kind: "kmeansStart", rows, ...task}))),
      );
      return (await Promise.all(runs)).map((ofK) => bestOfStarts(ofK, order));
    },
    async silhouetteSamples(z, labelings) {
      if (labelings.length === 0) return [];
      const grouped = groupRows(z, labelings);
      const rows = inSharedMemory(grouped.rows);
      const {cells} = grouped;
      const total = new Float64Array(z.rows * cells.width);
      // parts may end in any order, but are added in theirs; none is kept afterwards
      let added = Promise.resolve();
      for (const [from, to] of pairParts(z.rows)) {
        const before = added;
        const sums = pool.run({kind: "clusterDistanceSums", rows, cells, from, to});
        added = Promise.all([sums, before]).then(([part]) => addSums(total, part));
      }
      await added;
      return silhouettesFromSums(total, grouped, labelings);
    },
    async ward(z) {
      const {rows, order} = canonicalRows(z);
      return treeOfMerges(await pool.run({kind: "wardMerges", rows: inSharedMemory(rows)}), order);
    },
    close: pool.close,
  };
}

function inSharedMemory({rows, cols, values}: Matrix): Matrix {
  const shared = new Float64Array(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return {rows, cols, values: shared};
}
