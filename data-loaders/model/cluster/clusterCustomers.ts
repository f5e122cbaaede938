import {adjustedRand} from "../../../src/lib/statistics/clustering/adjustedRand.js";
import {calinskiHarabasz} from "../../../src/lib/statistics/clustering/calinskiHarabasz.js";
import {daviesBouldin} from "../../../src/lib/statistics/clustering/daviesBouldin.js";
import type {Kmeans} from "../../../src/lib/statistics/clustering/kmeans.js";
import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import {takeRows} from "../../../src/lib/statistics/matrices/rowOrder.js";
import {cutTree} from "../../../src/lib/statistics/trees/cutTree.js";
import type {MergeTree} from "../../../src/lib/statistics/trees/mergeTree.js";
import type {ClusterSearch} from "../../datasets/dataset.js";
import type {ClusterEngine} from "../../engine/kernels/clusterEngine.js";
import {comparedRows} from "./comparedRows.js";
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
  /** Silhouette of each customer in that solution; NaN of those that are not among the compared rows. */
  silhouettes: Float64Array;
}

/** What is found for every number of clusters. */
export interface ClusterSearchResult {
  sweep: SweepRow[];
  /** The k-means solutions, as long as the sweep, and before them that of a single cluster. */
  fits: Kmeans[];
  /** Rows on which pairs of customers are compared: all of them, or a sample; see `comparedRows`. */
  compared: Int32Array;
  /** Ward's tree of the compared rows. */
  ward: MergeTree;
}

export interface Clusters extends Omit<ClusterSearchResult, "fits"> {
  /** The k-means solution at the chosen k; labels 0 … k−1. */
  chosen: Kmeans;
  /** Silhouette of each customer at the chosen k; NaN where there is none. */
  silhouette: Float64Array;
  /** Ward's tree cut into k clusters, labels 0 … k−1, matched to those of k-means; of the compared rows. */
  wardLabels: Int32Array;
  /** Adjusted Rand index of k-means against Ward at the chosen k, over the compared rows. */
  agreement: number;
}

/**
 * Divides the customers by k-means for every number of clusters, and grows Ward's tree.
 *
 * Cost: that of k-means on all rows, and m² · d for the m compared rows.
 *
 * @param z n × d standardised variables
 * @param engine runs the heavy parts
 * @param compared rows on which pairs of customers are compared
 */
export async function clusterCustomers(
  z: Matrix,
  search: ClusterSearch,
  advance: (fraction: number) => void,
  engine: Omit<ClusterEngine, "close">,
  compared = comparedRows(z.rows, search.seed),
): Promise<ClusterSearchResult> {
  const ks = Array.from({length: search.to - search.from + 1}, (_, i) => search.from + i);
  const pairs = compared.length === z.rows ? z : takeRows(z, compared);
  const growing = engine.ward(pairs);
  const [whole] = await engine.kmeansSweep(z, [1], {restarts: 1, seed: search.seed});
  const fits: Kmeans[] = [];
  for (const size of ks) {
    fits.push(...(await engine.kmeansSweep(z, [size], search)));
    advance(fits.length / (ks.length + 2));
  }
  const labelings = fits.map(({labels}) => ofRows(labels, compared));
  const [ward, silhouettes] = await Promise.all([growing, silhouettesOf(engine, pairs, labelings)]);
  return {
    sweep: fits.map((fit, i) => sweepRow(z, fit, overAll(silhouettes[i], compared, z.rows), ks[i], search)),
    fits: [whole, ...fits],
    compared,
    ward,
  };
}

/** Silhouettes of labelings in which the drawn rows may leave a cluster out; NaN where only one is left. */
export async function silhouettesOf(
  engine: Pick<ClusterEngine, "silhouetteSamples">,
  z: Matrix,
  labelings: readonly Int32Array[],
): Promise<Float64Array[]> {
  const numbered = labelings.map(withoutGaps);
  const several = numbered.filter((labels) => labels.some((label) => label > 0));
  const found = await engine.silhouetteSamples(z, several);
  return numbered.map(
    (labels) => found[several.indexOf(labels)] ?? new Float64Array(z.rows).fill(Number.NaN),
  );
}

/** Picks the solution of k clusters, and holds it against Ward's tree. */
export function chooseClusters({fits, ...found}: ClusterSearchResult, k: number): Clusters {
  const {sweep, compared, ward} = found;
  const chosen = fits.find(({sizes}) => sizes.length === k);
  if (chosen === undefined)
    throw new RangeError(`invalid k; not 1 or in [${sweep[0].k}, ${sweep[sweep.length - 1].k}]: ${k}`);
  const labels = ofRows(chosen.labels, compared);
  const wardLabels = matchLabels(cutTree(ward, k), labels, k);
  return {
    ...found,
    chosen,
    silhouette:
      sweep.find((row) => row.k === k)?.silhouettes ??
      new Float64Array(chosen.labels.length).fill(Number.NaN),
    wardLabels,
    agreement: k === 1 ? Number.NaN : adjustedRand(withoutGaps(labels), withoutGaps(wardLabels)),
  };
}

/** Values of some rows. */
export function ofRows(values: Int32Array, rows: Int32Array): Int32Array {
  return rows.length === values.length ? values : Int32Array.from(rows, (row) => values[row]);
}

/** Values of some rows in their places among all; NaN elsewhere. */
function overAll(values: Float64Array, rows: Int32Array, n: number): Float64Array {
  if (rows.length === n) return values;
  const all = new Float64Array(n).fill(Number.NaN);
  rows.forEach((row, i) => {
    all[row] = values[i];
  });
  return all;
}

/** Labels numbered without gaps, in their order. */
export function withoutGaps(labels: Int32Array): Int32Array {
  const present = [...new Set(labels)].sort((a, b) => a - b);
  const number = new Map(present.map((label, i) => [label, i]));
  return labels.map((label) => number.get(label) ?? 0);
}

/** One row of the search from a fit and its silhouettes. */
export function sweepRow(
  z: Matrix,
  fit: Kmeans,
  silhouettes: Float64Array,
  k: number,
  search: ClusterSearch,
): SweepRow {
  return {
    k,
    inertia: fit.inertia,
    silhouette: mean(silhouettes.filter((width) => !Number.isNaN(width))),
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
