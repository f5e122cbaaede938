import {adjustedRand} from "../../../src/lib/statistics/clustering/adjustedRand.js";
import {clusterMeans} from "../../../src/lib/statistics/clustering/clusterMeans.js";
import {kmeansOfRows} from "../../../src/lib/statistics/clustering/kmeans.js";
import {
  type ClusterDistanceSums,
  silhouetteSamples,
} from "../../../src/lib/statistics/clustering/silhouetteSamples.js";
import {type Matrix, matrixColumn, matrixFromColumns} from "../../../src/lib/statistics/matrices/matrix.js";
import {canonicalRows, takeRows} from "../../../src/lib/statistics/matrices/rowOrder.js";
import {seededRandom} from "../../../src/lib/statistics/matrices/seededRandom.js";
import {squaredDistance} from "../../../src/lib/statistics/matrices/squaredDistance.js";
import {standardise} from "../../../src/lib/statistics/matrices/standardise.js";
import {drawRows} from "../../../src/lib/statistics/resampling/drawRows.js";
import type {ClusterSearch, DatasetDefinition} from "../../datasets/dataset.js";
import type {KernelServices} from "../../engine/stages/stageServices.js";
import type {CustomerTable} from "../../source/customers.js";
import type {SweepRow} from "../cluster/clusterCustomers.js";
import {matchLabels} from "../cluster/matchLabels.js";
import type {Features} from "../features/prepareFeatures.js";
import {withLogarithms} from "../features/prepareFeatures.js";
import {reportTreatment} from "../features/treatment.js";
import type {Preparation} from "./preparation.js";
import {preparations} from "./preparations.js";

/** What k-means finds after one preparation, for one k. */
export interface PreparationFit {
  preparation: Omit<Preparation, "rows" | "z">;
  k: number;
  /** Customers that it keeps. */
  customers: number;
  /** Of these, in another cluster than in the report's own solution, the clusters paired so that they are fewest. */
  moved: number;
  variables: number;
  /** Share of the sum of squares that lies between the clusters. */
  explained: number;
  /** Mean over customers chosen at random, the same number for every preparation. */
  silhouette: number;
  /** Against the report's own solution at this k, over the customers that both keep. */
  adjustedRand: number;
  /** Customers by the cluster of the report's solution (from 0) that each cluster is paired with. */
  sizes: Int32Array;
}

/** Customers on whom silhouettes are compared: enough for two digits, and quick. */
const silhouetteRows = 1_500;
const restarts = 6;

/** The variables as preparations are compared on them. */
export type ComparedFeatures = Pick<Features, "names" | "values" | "logs"> & {
  /** The distances' own scale, where it is not that of standardised values: n × d, and what it is in words. */
  own?: {z: Matrix; definition: string};
};

/** What preparations are compared on; only a definition with a treatment has a scale of its own. */
export function comparedFeatures(
  {treatment}: Pick<DatasetDefinition, "treatment">,
  {names, values, logs, z}: Features,
): ComparedFeatures {
  if (treatment === undefined) return {names, values, logs};
  return {names, values, logs, own: {z, definition: treatmentWords(treatment)}};
}

function treatmentWords(given: NonNullable<DatasetDefinition["treatment"]>): string {
  const {missing, outliers, scaling} = {...reportTreatment, ...given};
  return `As the definition's treatment says: missing values ${missing}, outliers ${outliers}, scale ${scaling}.`;
}

/**
 * How much the segments depend on what is done to the data before clustering: k-means after each preparation, at the
 * chosen k and one below, held against the report's own solution.
 *
 * @param sweep the report's solutions
 * @param compared rows on which preparations are compared; see `comparedRows`
 * @param k the chosen number of clusters
 */
export function comparePreparations(
  customers: Pick<CustomerTable, "numbers">,
  features: ComparedFeatures,
  sweep: readonly Pick<SweepRow, "k" | "labels" | "inertia">[],
  compared: Int32Array,
  k: number,
  {seed}: Pick<ClusterSearch, "seed">,
  {kernels, advance}: KernelServices,
): PreparationFit[] {
  const {columns, values} = comparedValues(customers, features, compared);
  const whole = compared.length === features.values.rows;
  const nearby = sweep
    .filter((row) => row.k === k || row.k === k - 1)
    .map((row) => (whole ? row : {...row, labels: dividedAlone(row, compared, values, seed, kernels)}));
  return preparations(columns, values, features.own).flatMap(({rows, z, ...preparation}, index, {length}) => {
    advance(index / length);
    const sample = drawRows(z.rows, Math.min(silhouetteRows, z.rows), seededRandom(seed));
    const canonical = canonicalRows(z);
    return nearby.map((reported) => {
      const own = preparation.id === "report";
      const fit = own
        ? reported
        : kmeansOfRows(canonical, {k: reported.k, restarts, seed}, kernels.kmeansStart);
      const before = pick(reported.labels, rows);
      const labels = own ? before : matchLabels(fit.labels, before, reported.k);
      return {
        preparation,
        k: reported.k,
        customers: rows.length,
        moved: labels.reduce((count, label, i) => count + (label === before[i] ? 0 : 1), 0),
        variables: z.cols,
        explained: 1 - (own && !whole ? squaresWithin(z, labels) : fit.inertia) / totalSquares(z),
        silhouette: meanSilhouette(z, labels, sample, kernels.clusterDistanceSums),
        adjustedRand: adjustedRand(withoutGaps(before), withoutGaps(labels)),
        sizes: sizesOf(labels, reported.k),
      };
    });
  });
}

/**
 * The compared customers divided by themselves, under the names of the report's clusters: other preparations divide them alone
 * too, and a difference that comes from the choice of customers is none of the preparation's.
 */
function dividedAlone(
  {k, labels}: Pick<SweepRow, "k" | "labels">,
  compared: Int32Array,
  values: Matrix,
  seed: number,
  {kmeansStart}: KernelServices["kernels"],
): Int32Array {
  const alone = kmeansOfRows(canonicalRows(standardise(values).z), {k, restarts, seed}, kmeansStart);
  return matchLabels(alone.labels, pick(labels, compared), k);
}

/** The compared customers' values on the scale of the distances: as in the file, and with medians for missing values. */
function comparedValues(
  customers: Pick<CustomerTable, "numbers">,
  {names, values, logs}: Pick<Features, "names" | "values" | "logs">,
  compared: Int32Array,
): {columns: Float64Array[]; values: Matrix} {
  const given = matrixFromColumns(names.map((name) => customers.numbers[name]));
  const asCompared = (matrix: Matrix) =>
    withLogarithms(compared.length === matrix.rows ? matrix : takeRows(matrix, compared), logs);
  const scaled = asCompared(given);
  return {
    columns: names.map((_, j) => matrixColumn(scaled, j)),
    values: asCompared(values),
  };
}

/** Sum of squares within the clusters. */
function squaresWithin(z: Matrix, labels: Int32Array): number {
  const numbered = withoutGaps(labels);
  const {means} = clusterMeans(z, numbered);
  return numbered.reduce(
    (sum, label, row) => sum + squaredDistance(z.values, row, means.values, label, z.cols),
    0,
  );
}

/** Members of each of k clusters, some of which the compared customers may leave out. */
function sizesOf(labels: Int32Array, k: number): Int32Array {
  const sizes = new Int32Array(k);
  for (const label of labels) sizes[label]++;
  return sizes;
}

function pick(values: Int32Array, rows: Int32Array): Int32Array {
  return Int32Array.from(rows, (row) => values[row]);
}

/** The points are centred: their sum of squares is that around the mean. */
function totalSquares({values}: Matrix): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

function meanSilhouette(
  z: Matrix,
  labels: Int32Array,
  rows: Int32Array,
  distanceSums: ClusterDistanceSums,
): number {
  const drawn = withoutGaps(pick(labels, rows));
  if (drawn.every((label) => label === 0)) return Number.NaN;
  const [widths] = silhouetteSamples(takeRows(z, rows), [drawn], distanceSums);
  return widths.reduce((sum, width) => sum + width, 0) / widths.length;
}

/** A cluster of which a preparation or the random choice leaves no member leaves no gap in the numbers. */
function withoutGaps(labels: Int32Array): Int32Array {
  const present = [...new Set(labels)].sort((a, b) => a - b);
  return labels.map((label) => present.indexOf(label));
}
