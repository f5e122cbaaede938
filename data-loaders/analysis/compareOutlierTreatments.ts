import {type Matrix, matrixColumn, matrixFromColumns} from "../../src/lib/matrix.js";
import {adjustedRand} from "../../src/lib/statistics/adjustedRand.js";
import {kmeans} from "../../src/lib/statistics/kmeans.js";
import {quartileFences} from "../../src/lib/statistics/quartileFences.js";
import {robustScale} from "../../src/lib/statistics/robustZ.js";
import {takeRows} from "../../src/lib/statistics/rowOrder.js";
import {silhouetteSamples} from "../../src/lib/statistics/silhouetteSamples.js";
import {standardise} from "../../src/lib/statistics/standardise.js";
import {matchLabels} from "../cluster/clusterCustomers.js";
import type {ClusterSearch} from "../datasets/dataset.js";
import type {StageServices} from "../threads/stageServices.js";
import {ROBUST_LIMIT} from "./describeVariables.js";

/** How outliers are found, and what is done with them. */
export type OutlierRule = "none" | "fences" | "robust_z";
export type OutlierAction = "keep" | "cap" | "remove";

/** What the segments become under one treatment of outliers. */
export interface OutlierTreatment {
  rule: OutlierRule;
  action: OutlierAction;
  /** Customers with a value beyond the limits. */
  outlying: number;
  /** Rows left to cluster. */
  rows: Int32Array;
  /** Labels of these rows, matched to those of the report. */
  labels: Int32Array;
  silhouette: number;
  /** Against the report's labels, over the rows left. */
  adjustedRand: number;
  /** Customers, of those left, that have another label than in the report. */
  moved: number;
}

/** Starts of each fit: what is asked is what the treatment changes, not which basin is best. */
const mostRestarts = 10;

const treatments: readonly (readonly [OutlierRule, OutlierAction])[] = [
  ["none", "keep"],
  ["fences", "cap"],
  ["fences", "remove"],
  ["robust_z", "cap"],
  ["robust_z", "remove"],
];

/**
 * Clusters again with outliers capped or removed, by Tukey's fences and by robust z-scores, and holds the result against
 * the report's segments.
 *
 * @param values n × d in the variables' own units
 * @param labels the report's n labels in [0, k)
 */
export function compareOutlierTreatments(
  values: Matrix,
  labels: Int32Array,
  k: number,
  search: ClusterSearch,
  {kernels}: StageServices,
): OutlierTreatment[] {
  return treatments.flatMap(([rule, action]) => {
    const limits = Array.from({length: values.cols}, (_, j) => limitsOf(matrixColumn(values, j), rule));
    const outlying = Array.from({length: values.rows}, (_, row) =>
      limits.some(([low, high], j) => {
        const value = values.values[row * values.cols + j];
        return value < low || value > high;
      }),
    );
    const rows = Int32Array.from(outlying.keys()).filter((row) => action !== "remove" || !outlying[row]);
    // a third of the customers is no longer the same data set
    if (rows.length < values.rows / 3) return [];
    const treated = action === "cap" ? capped(values, limits) : takeRows(values, rows);
    const {z} = standardise(treated);
    const fit = kmeans(
      z,
      {k, restarts: Math.min(search.restarts, mostRestarts), seed: search.seed},
      kernels.kmeansStart,
    );
    const before = Int32Array.from(rows, (row) => labels[row]);
    const matched = matchLabels(fit.labels, before, k);
    return {
      rule,
      action,
      outlying: outlying.filter(Boolean).length,
      rows,
      labels: matched,
      silhouette: mean(silhouetteSamples(z, [fit.labels], kernels.clusterDistanceSums)[0]),
      adjustedRand: adjustedRand(gapless(before), fit.labels),
      moved: matched.reduce((count, label, i) => count + (label === before[i] ? 0 : 1), 0),
    };
  });
}

function limitsOf(column: Float64Array, rule: OutlierRule): [number, number] {
  if (rule === "none") return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (rule === "fences") {
    const {lower, upper} = quartileFences(column);
    return [lower, upper];
  }
  const {center, unit} = robustScale(column);
  return [center - ROBUST_LIMIT * unit, center + ROBUST_LIMIT * unit];
}

function capped(values: Matrix, limits: readonly [number, number][]): Matrix {
  return matrixFromColumns(
    limits.map(([low, high], j) =>
      matrixColumn(values, j).map((value) => Math.min(high, Math.max(low, value))),
    ),
  );
}

/** Labels numbered without gaps: removing outliers may empty a segment. */
function gapless(labels: Int32Array): Int32Array {
  const names = [...new Set(labels)].sort((a, b) => a - b);
  return labels.map((label) => names.indexOf(label));
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
