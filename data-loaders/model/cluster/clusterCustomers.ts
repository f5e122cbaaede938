import {adjustedRand} from "../../../src/lib/statistics/clustering/adjustedRand.js";
import {calinskiHarabasz} from "../../../src/lib/statistics/clustering/calinskiHarabasz.js";
import {daviesBouldin} from "../../../src/lib/statistics/clustering/daviesBouldin.js";
import type {Kmeans} from "../../../src/lib/statistics/clustering/kmeans.js";
import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import {cutTree} from "../../../src/lib/statistics/trees/cutTree.js";
import type {MergeTree} from "../../../src/lib/statistics/trees/mergeTree.js";
import type {ClusterSearch} from "../../datasets/dataset.js";
import {openClusterEngine} from "../../engine/kernels/clusterEngine.js";
import {matchLabels} from "./matchLabels.js";

/** One row of the search for k. */
export interface SweepRow {
  k: number;
  inertia: number;
  silhouette: number;
  daviesBouldin: number;
  calinskiHarabasz: number;
  restarts: number;
  /** How many restarts reached the best inertia. */
  restartsAtBest: number;
  iterations: number;
  /** The inertia that each restart reached. */
  restartInertias: Float64Array;
  /** Cluster of each customer in the best solution, from 0, larger clusters first. */
  labels: Int32Array;
  /** Silhouette of each customer in that solution. */
  silhouettes: Float64Array;
}

export interface Clusters {
  sweep: SweepRow[];
  /** The k-means solution at the chosen k; labels 0 … k−1. */
  chosen: Kmeans;
  /** Silhouette of each customer at the chosen k. */
  silhouette: Float64Array;
  ward: MergeTree;
  /** Ward's tree cut into k clusters, labels 0 … k−1, matched to those of k-means. */
  wardLabels: Int32Array;
  /** Adjusted Rand index of k-means against Ward at the chosen k. */
  agreement: number;
}

/**
 * Searches k with k-means, grows Ward's tree, and compares the two at the chosen k.
 *
 * @param z n × d standardised variables
 * @param k chosen number of clusters
 */
export async function clusterCustomers(
  z: Matrix,
  k: number,
  search: ClusterSearch,
  advance: (fraction: number) => void,
): Promise<Clusters> {
  const ks = Array.from({length: search.to - search.from + 1}, (_, i) => search.from + i);
  const engine = await openClusterEngine();
  const growing = engine.ward(z);
  const fits: Kmeans[] = [];
  for (const size of ks) {
    fits.push(...(await engine.kmeansSweep(z, [size], search)));
    advance(fits.length / (ks.length + 2));
  }
  const labelings = fits.map(({labels}) => labels);
  const [ward, silhouettes] = await Promise.all([growing, engine.silhouetteSamples(z, labelings)]);
  await engine.close();
  const chosenIndex = ks.indexOf(k);
  if (chosenIndex < 0) throw new RangeError(`invalid k; not in [${search.from}, ${search.to}]: ${k}`);
  const chosen = fits[chosenIndex];
  const wardLabels = matchLabels(cutTree(ward, k), chosen.labels, k);
  return {
    sweep: fits.map((fit, i) => sweepRow(z, fit, silhouettes[i], ks[i], search)),
    chosen,
    silhouette: silhouettes[chosenIndex],
    ward,
    wardLabels,
    agreement: adjustedRand(chosen.labels, wardLabels),
  };
}

function sweepRow(
  z: Matrix,
  fit: Kmeans,
  silhouettes: Float64Array,
  k: number,
  search: ClusterSearch,
): SweepRow {
  return {
    k,
    inertia: fit.inertia,
    silhouette: mean(silhouettes),
    daviesBouldin: daviesBouldin(z, fit.labels),
    calinskiHarabasz: calinskiHarabasz(z, fit.labels),
    restarts: search.restarts,
    restartsAtBest: fit.restartsAtBest,
    iterations: fit.iterations,
    restartInertias: fit.inertias,
    labels: fit.labels,
    silhouettes,
  };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
