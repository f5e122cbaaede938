import {deviation, max, mean} from "d3-array";
import {uniformFloat64} from "pure-rand/distribution/uniformFloat64";
import {kmeansOfRows} from "../../../src/lib/statistics/clustering/kmeans.js";
import {silhouetteSamples} from "../../../src/lib/statistics/clustering/silhouetteSamples.js";
import {principalComponents} from "../../../src/lib/statistics/description/principalComponents.js";
import {type Matrix, selectRows} from "../../../src/lib/statistics/matrices/matrix.js";
import {canonicalRows} from "../../../src/lib/statistics/matrices/rowOrder.js";
import {seededRandom} from "../../../src/lib/statistics/matrices/seededRandom.js";
import {drawRows} from "../../../src/lib/statistics/resampling/drawRows.js";
import type {ClusterSearch} from "../../datasets/dataset.js";
import type {KernelServices} from "../../engine/stages/stageServices.js";

/** The mean silhouette for one k, and what it is in data that have no groups. */
export interface GrouplessSilhouette {
  k: number;
  /** Of the customers, or of a sample of them. */
  observed: number;
  /** Of the data sets without groups: mean and standard deviation. */
  mean: number;
  sd: number;
  /** What no data set without groups reaches, whatever its number of groups, and two hundredths more. */
  bound: number;
}

/** Customers on whom it is compared: enough for two digits, and quick. */
const mostRows = 1_000;
const restarts = 4;
/** A silhouette that is beyond chance by less than this separates nobody. */
const least = 0.02;

/**
 * Compares the mean silhouette of k-means with that of data without groups: as many customers drawn from one normal
 * distribution with the same correlations. Only a silhouette beyond what any such data set reaches tells of groups; as several
 * k are tried, the bound is the mean plus so many standard deviations as the farthest data set is above its mean at any k
 * (a maximum statistic: Westfall & Young, Resampling-Based Multiple Testing, 1993). After Liu, Hayes,
 * Nobel & Marron, "Statistical significance of clustering", JASA 103 (2008), with the silhouette in place of their cluster
 * index. Cost: references × Σk fits on at most 1,000 rows.
 *
 * @param z n × d standardised variables
 * @param references data sets without groups; with 0 nothing is compared
 */
export function silhouettesWithoutGroups(
  z: Matrix,
  {from, to, seed}: ClusterSearch,
  references: number,
  {kernels, advance}: KernelServices,
): GrouplessSilhouette[] {
  if (references === 0) return [];
  const rows = z.rows <= mostRows ? z : selectRows(z, drawRows(z.rows, mostRows, seededRandom(seed)));
  const ks = Array.from({length: to - from + 1}, (_, i) => from + i);
  const silhouettes = (points: Matrix): number[] => {
    const canonical = canonicalRows(points);
    const possible = ks.filter((k) => k <= canonical.distinct);
    const labelings = possible.map(
      (k) => kmeansOfRows(canonical, {k, restarts, seed}, kernels.kmeansStart).labels,
    );
    const widths = silhouetteSamples(points, labelings, kernels.clusterDistanceSums);
    return ks.map((_, i) => mean(widths[i] ?? []) ?? Number.NaN);
  };
  const observed = silhouettes(rows);
  const draw = normalLike(rows);
  const drawn = Array.from({length: references}, (_, reference) => {
    advance(reference / references);
    return silhouettes(draw(seed + reference));
  });
  const ofK = (i: number) => drawn.map((ofReference) => ofReference[i]);
  const means = ks.map((_, i) => mean(ofK(i)) ?? Number.NaN);
  const sds = ks.map((_, i) => deviation(ofK(i)) ?? 0);
  const farthest = max(
    drawn.flatMap((ofReference) =>
      ofReference.flatMap((value, i) => (sds[i] > 0 ? (value - means[i]) / sds[i] : [])),
    ),
  );
  return ks.map((k, i) => ({
    k,
    observed: observed[i],
    mean: means[i],
    sd: sds[i],
    bound: means[i] + (farthest ?? 0) * sds[i] + least,
  }));
}

/** Draws as many points from the normal distribution with the covariance of the rows. */
function normalLike(rows: Matrix): (seed: number) => Matrix {
  const {loadings, explainedVariance} = principalComponents(rows);
  const d = rows.cols;
  return (seed) => {
    const random = seededRandom(seed);
    const values = new Float64Array(rows.rows * d);
    for (let i = 0; i < rows.rows; i++)
      for (let c = 0; c < d; c++) {
        // Box and Muller: the radius of a pair of normal numbers, and its angle
        const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(random)));
        const score =
          radius * Math.cos(2 * Math.PI * uniformFloat64(random)) * Math.sqrt(explainedVariance[c]);
        for (let j = 0; j < d; j++) values[i * d + j] += score * loadings.values[j * d + c];
      }
    return {rows: rows.rows, cols: d, values};
  };
}
