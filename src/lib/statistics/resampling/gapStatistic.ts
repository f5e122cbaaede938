import {deviation, mean} from "d3-array";
import {uniformFloat64} from "pure-rand/distribution/uniformFloat64";
import {type KmeansStart, kmeans, kmeansStart} from "../clustering/kmeans.js";
import {type Matrix, matrixColumn} from "../matrices/matrix.js";
import {canonicalRows} from "../matrices/rowOrder.js";
import {seededRandom} from "../matrices/seededRandom.js";

export interface GapOptions {
  /** Compare k = 1 … kMax; below the number of different rows. */
  kMax: number;
  /** Number of reference data sets, ≥ 2. */
  references: number;
  /** Starts of each k-means fit, ≥ 1. */
  restarts: number;
  /** A 32-bit integer. */
  seed: number;
}

export interface Gap {
  /** For k = 1 … kMax: expected log inertia without clusters − log inertia. */
  gap: Float64Array;
  /** Standard deviation over the references times √(1 + 1/references). */
  standardError: Float64Array;
  logInertia: Float64Array;
  expectedLogInertia: Float64Array;
  /** The least k with gap(k) ≥ gap(k + 1) − standardError(k + 1); kMax if there is none. */
  chosenK: number;
}

/**
 * Gap statistic: how much lower k-means inertia is than it would be for rows spread evenly over the columns' ranges.
 *
 * Tibshirani, Walther & Hastie, JRSS B 63 (2001), references of their kind (a). Cost: (references + 1)·Σk fits. Checked
 * against R's cluster 2.1.4 `clusGap(d.power = 2, spaceH0 = "original")`, whose log W is less by log 2, up to the random
 * references.
 *
 * @param z n × d
 * @param start the hot loop, as for `kmeans`
 * @throws RangeError for kMax outside [1, different rows), references < 2
 */
export function gapStatistic(z: Matrix, options: GapOptions, start: KmeansStart = kmeansStart): Gap {
  const {kMax, references, restarts, seed} = options;
  if (!Number.isInteger(kMax) || kMax < 1) throw new RangeError(`invalid kMax; not an integer ≥ 1: ${kMax}`);
  if (!Number.isInteger(references) || references < 2)
    throw new RangeError(`invalid references; not an integer ≥ 2: ${references}`);
  const logInertias = (rows: Matrix) =>
    Float64Array.from({length: kMax}, (_, i) =>
      Math.log(kmeans(rows, {k: i + 1, restarts, seed}, start).inertia),
    );

  // with a cluster for every different row, the inertia is rounding or 0
  if (kMax >= canonicalRows(z).distinct)
    throw new RangeError(`invalid kMax; not below the number of different rows: ${kMax}`);
  const logInertia = logInertias(z);
  const sampled = Array.from({length: references}, (_, b) => logInertias(evenRows(z, seed + b)));
  const atK = (i: number) => sampled.map((values) => values[i]);
  const expectedLogInertia = logInertia.map((_, i) => mean(atK(i)) ?? 0);
  const shrink = Math.sqrt((references - 1) / references) * Math.sqrt(1 + 1 / references);
  const standardError = logInertia.map((_, i) => (deviation(atK(i)) ?? 0) * shrink);
  const gap = logInertia.map((value, i) => expectedLogInertia[i] - value);
  return {gap, standardError, logInertia, expectedLogInertia, chosenK: firstStanding(gap, standardError)};
}

/** As many rows, drawn evenly over the range of each column. */
function evenRows(z: Matrix, seed: number): Matrix {
  const random = seededRandom(seed);
  const values = new Float64Array(z.values.length);
  for (let j = 0; j < z.cols; j++) {
    const column = matrixColumn(z, j);
    const low = column.reduce((a, b) => Math.min(a, b));
    const high = column.reduce((a, b) => Math.max(a, b));
    for (let i = 0; i < z.rows; i++) values[i * z.cols + j] = low + uniformFloat64(random) * (high - low);
  }
  return {...z, values};
}

function firstStanding(gap: Float64Array, standardError: Float64Array): number {
  const at = gap.findIndex((value, i) => i + 1 < gap.length && value >= gap[i + 1] - standardError[i + 1]);
  return at < 0 ? gap.length : at + 1;
}
