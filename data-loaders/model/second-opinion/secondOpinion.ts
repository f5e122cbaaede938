import {uniformFloat64} from "pure-rand/distribution/uniformFloat64";
import {adjustedRand} from "../../../src/lib/statistics/clustering/adjustedRand.js";
import type {Kmeans} from "../../../src/lib/statistics/clustering/kmeans.js";
import {type Matrix, selectColumns, selectRows} from "../../../src/lib/statistics/matrices/matrix.js";
import {seededRandom} from "../../../src/lib/statistics/matrices/seededRandom.js";
import {standardise} from "../../../src/lib/statistics/matrices/standardise.js";
import {independentColumns} from "../../../src/lib/statistics/regression/independentColumns.js";
import {logisticRegression} from "../../../src/lib/statistics/regression/logisticRegression.js";
import {drawRows} from "../../../src/lib/statistics/resampling/drawRows.js";
import {cutTree} from "../../../src/lib/statistics/trees/cutTree.js";
import {linkage} from "../../../src/lib/statistics/trees/linkage.js";
import {mlHclust} from "./mlHclust.js";
import {mlKmeans, mlKmeansFrom} from "./mlKmeans.js";
import {mlLogisticRegression} from "./mlLogisticRegression.js";
import {packageVersion} from "./packageVersion.js";

/** One comparison of a model of ours with that of an independent package. */
export interface AgreementRow {
  dataset: string;
  /** The model, in words. */
  what: string;
  package: string;
  version: string;
  /** What is compared, in words. */
  measure: string;
  /** The value compared; null where labels are compared, of which an index says how well they agree. */
  ours: number | null;
  theirs: number | null;
  /** How well the two agree, in the unit that `measure` names; null where it says why there is no such number. */
  agreement: number | null;
  /** The least (≥) or greatest (≤) agreement that counts. */
  tolerance: number;
  bound: "≥" | "≤";
  /** Null where the package came to no result: its weakness is not a difference. */
  agrees: boolean | null;
  /** The rows on which both were fitted. */
  checkedOn: string;
  /** What to do where they differ, for whoever builds. */
  remedy: string;
}

/** The models of one data set that are fitted a second time. */
export interface SecondOpinionRequest {
  dataset: string;
  /** n × d standardised variables. */
  z: Matrix;
  /** Our k-means fit at the chosen k. */
  kmeans: Kmeans;
  /** The regression's variables (m × p, in any unit) and outcomes. */
  logistic?: {x: Matrix; y: Uint8Array};
  /** A 32-bit integer: of the packages' starts, and of the samples. */
  seed: number;
}

/** Rows beyond which a package is given a sample: its time grows with n³, or it takes hundreds of passes. */
const MOST_ROWS = {wardClustering: 700, regression: 2000};

/** So many rows are drawn for the package that takes n³ steps. */
const WARD_SAMPLE = 500;

const oneIsWrong =
  "One of the two computes wrongly on these rows: run npm test, and report this message with what it says.";

/** A millionth of a standard deviation. */
const JITTER = 1e-6;

/** In standard errors of the coefficients. */
const LOGISTIC_TOLERANCE = 1e-4;

/**
 * Fits the models a second time with independent packages and compares.
 *
 * - k-means: from five random starts of its own, ml-kmeans finds no inertia that is lower by 1e-4; from our centroids, it
 *   gives our labels.
 * - Ward: ml-hclust's heights are ours, to 1e-9, and its cut is ours. Where distances tie, trees differ for no fault of
 *   either; both get the rows with a seeded millionth of noise, which leaves no tie.
 * - Logistic regression: ml-logistic-regression's coefficients lie within a ten-thousandth of a standard error of ours.
 *
 * Cost: about two seconds a data set.
 */
export function secondOpinion(
  request: SecondOpinionRequest,
  advance: (fraction: number) => void = () => {},
): AgreementRow[] {
  const models = [kmeansAgreement, wardAgreement, logisticAgreement];
  return models.flatMap((compare, index) => {
    advance(index / models.length);
    return compare(request);
  });
}

/** The values of a comparison, held against its tolerance; null where a package came to no result. */
function judged(agreement: number | null, bound: AgreementRow["bound"], tolerance: number) {
  const within = (value: number) => (bound === "≥" ? value >= tolerance : value <= tolerance);
  return {agreement, bound, tolerance, agrees: agreement === null ? null : within(agreement)};
}

function kmeansAgreement({dataset, z, kmeans, seed}: SecondOpinionRequest): AgreementRow[] {
  const k = kmeans.sizes.length;
  const seeds = Array.from({length: 5}, (_, i) => seed + i);
  const own = mlKmeans(z, k, seeds);
  const from = mlKmeansFrom(z, kmeans.centroids);
  const common = {
    dataset,
    what: `k-means, k = ${k}`,
    ...packageVersion("ml-kmeans"),
    checkedOn: allRows(z),
  };
  const lower = own === undefined ? null : (own.inertia - kmeans.inertia) / (kmeans.inertia || 1);
  const rand = from === undefined ? null : adjustedRand(kmeans.labels, from.labels);
  return [
    {
      ...common,
      measure: `inertia of the best of its five starts, relative to ours${own === undefined ? "; each start lost a cluster" : ""}`,
      ours: kmeans.inertia,
      theirs: own?.inertia ?? null,
      ...judged(lower, "≥", -1e-4),
      remedy: `There is a better grouping than ours: raise search.restarts in data-loaders/datasets/${dataset}/dataset.yaml.`,
    },
    {
      ...common,
      measure: `adjusted Rand index of the labels, started at our centroids${from === undefined ? ", where it lost a cluster" : ""}`,
      ours: null,
      theirs: null,
      ...judged(rand, "≥", 0.999),
      // where ours is a k-means partition, the package stays and loses nothing
      ...(from === undefined ? {agrees: false} : {}),
      remedy: oneIsWrong,
    },
  ];
}

function wardAgreement({dataset, z, kmeans, seed}: SecondOpinionRequest): AgreementRow[] {
  const whole = z.rows <= MOST_ROWS.wardClustering;
  const rows = jittered(whole ? z : selectRows(z, drawRows(z.rows, WARD_SAMPLE, seededRandom(seed))), seed);
  if (rows.rows < 2) return [];
  const k = Math.min(kmeans.sizes.length, rows.rows);
  const ours = linkage(rows, "ward");
  const theirs = mlHclust(rows);
  const difference = theirs.height.reduce(
    // of rows that are equal but for the noise, the distance has no more digits than the noise
    (most, height, t) => Math.max(most, Math.abs(height - ours.height[t]) / Math.max(ours.height[t], 1)),
    0,
  );
  const rand = adjustedRand(cutTree(ours, k), theirs.cut(k));
  const common = {
    dataset,
    ...packageVersion("ml-hclust"),
    what: "Ward's hierarchical clustering",
    checkedOn: `${whole ? allRows(z) : drawnRows(rows, seed)}, ties broken by noise`,
  };
  return [
    {
      ...common,
      measure: "greatest difference of any merge's height, relative above 1; the last stands here",
      ours: ours.height[rows.rows - 2],
      theirs: theirs.height[rows.rows - 2],
      ...judged(difference, "≤", 1e-9),
      remedy: oneIsWrong,
    },
    {
      ...common,
      measure: `adjusted Rand index of the cuts at k = ${k}`,
      ours: null,
      theirs: null,
      ...judged(rand, "≥", 1),
      remedy: oneIsWrong,
    },
  ];
}

/** None where no finite coefficients exist: an outcome is missing, no variable varies, or the outcomes are separated. */
function logisticAgreement({dataset, logistic, seed}: SecondOpinionRequest): AgreementRow[] {
  if (logistic === undefined) return [];
  const {rows} = logistic.x;
  const whole = rows <= MOST_ROWS.regression;
  const used = whole
    ? Int32Array.from(logistic.y.keys())
    : drawRows(rows, MOST_ROWS.regression, seededRandom(seed));
  const y = Uint8Array.from(used, (row) => logistic.y[row]);
  const drawn = selectRows(logistic.x, used);
  const standardised = standardise(drawn);
  const columns = independentColumns(standardised);
  if (new Set(y).size < 2 || columns.length === 0) return [];
  const x = selectColumns(standardised.z, columns);
  const {coefficients, standardErrors, separation} = logisticRegression(x, y);
  if (separation !== "none") return [];
  const theirs = mlLogisticRegression(x, y);
  const apart = coefficients.map((ours, j) => Math.abs(ours - theirs.coefficients[j]) / standardErrors[j]);
  const worst = apart.reduce((most, value, j) => (value > apart[most] ? j : most), 0);
  const arrived = theirs.distance <= LOGISTIC_TOLERANCE / 10;
  return [
    {
      dataset,
      what: "logistic regression",
      ...packageVersion("ml-logistic-regression"),
      measure: `greatest difference of any coefficient, in standard errors${arrived ? "" : "; its steps were too few"}`,
      ours: coefficients[worst],
      theirs: arrived ? theirs.coefficients[worst] : null,
      ...judged(arrived ? apart[worst] : null, "≤", LOGISTIC_TOLERANCE),
      checkedOn: whole ? allRows(x) : drawnRows(x, seed),
      remedy: oneIsWrong,
    },
  ];
}

function jittered(matrix: Matrix, seed: number): Matrix {
  const random = seededRandom(seed);
  return {...matrix, values: matrix.values.map((value) => value + JITTER * (uniformFloat64(random) - 0.5))};
}

function allRows({rows}: Matrix): string {
  return `all ${rows} rows`;
}

function drawnRows({rows}: Matrix, seed: number): string {
  return `${rows} rows drawn with seed ${seed}`;
}
