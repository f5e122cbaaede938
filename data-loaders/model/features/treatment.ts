import {mean, median} from "d3-array";
import {robustScale} from "../../../src/lib/statistics/description/robustZ.js";
import {type Matrix, matrixColumn, matrixFromColumns} from "../../../src/lib/statistics/matrices/matrix.js";
import {type Standardised, standardise} from "../../../src/lib/statistics/matrices/standardise.js";
import type {DatasetDefinition} from "../../datasets/dataset.js";
import {nearestNeighbourValues} from "./nearestNeighbourValues.js";
import {cap, fenceLimits, type Limits, robustLimits} from "./outlierLimits.js";
import {tailLimits} from "./winsorise.js";

/** What is done to the variables before customers are compared. */
export interface Treatment {
  /** What stands for a missing value. */
  missing: "median" | "mean" | "neighbours";
  /** Whether values beyond limits are drawn in to them: Tukey's fences, robust limits, or the first and last hundredth. */
  outliers: "kept" | "fences" | "robust" | "tails";
  /** The unit of each variable in the distances: its standard deviation, its range, its robust spread, or its own. */
  scaling: "deviation" | "range" | "robust" | "none";
}

/** Where a definition says nothing. */
export const reportTreatment: Treatment = {missing: "median", outliers: "kept", scaling: "deviation"};

/** What a definition does to the variables; customers whom it leaves out for a gap or an outlier are out before. */
export function treatmentOf({treatment}: Pick<DatasetDefinition, "treatment">): Treatment {
  const {missing, outliers, scaling} = {...reportTreatment, ...treatment};
  return {
    missing: missing === "dropped" ? reportTreatment.missing : missing,
    outliers: outliers === "removed" ? reportTreatment.outliers : outliers,
    scaling,
  };
}

const neighbours = 5;
/** Tails that are drawn in to their quantile. */
const tail = 0.01;

/**
 * Fills in missing values.
 *
 * @param columns d columns of n values, NaN where one is missing
 * @returns columns without gaps
 * @throws RangeError where neighbours are asked for and no row is complete
 */
export function fillMissing(columns: readonly Float64Array[], how: Treatment["missing"]): Float64Array[] {
  if (how === "neighbours" && columns.some((column) => column.some(Number.isNaN))) {
    const rows = Int32Array.from({length: columns[0].length}, (_, row) => row);
    const complete = rows.filter((row) => columns.every((column) => !Number.isNaN(column[row])));
    if (complete.length === 0)
      throw new RangeError("no customer has all values; missing values cannot come from neighbours");
    const filled = nearestNeighbourValues(columns, complete, neighbours);
    return columns.map((_, j) => matrixColumn(filled, j));
  }
  const middle = how === "mean" ? mean : median;
  return columns.map((column) => {
    if (!column.some(Number.isNaN)) return column;
    const value = middle(column) ?? 0;
    return column.map((x) => (Number.isNaN(x) ? value : x));
  });
}

/** Variables on the scale of the distances. */
export interface Scaled extends Omit<Standardised, "constant"> {
  /** Least and greatest value of each variable before it is centred; absent where outliers are kept. */
  limits?: Limits[];
}

/**
 * Brings variables to the scale of the distances: outliers are treated, then each variable is centred and divided by its unit.
 *
 * @param values n × d without gaps, logarithms taken
 */
export function scaleVariables(values: Matrix, {outliers, scaling}: Omit<Treatment, "missing">): Scaled {
  const given = Array.from({length: values.cols}, (_, j) => matrixColumn(values, j));
  const limits = outliers === "kept" ? undefined : given.map((column) => limitsOf(column, outliers));
  const columns = limits === undefined ? given : given.map((column, j) => cap(column, limits[j]));
  const capped = limits === undefined ? {} : {limits};
  const {means, ...standardised} = standardise(limits === undefined ? values : matrixFromColumns(columns));
  if (scaling === "deviation") return {z: standardised.z, means, scales: standardised.scales, ...capped};
  const scales = Float64Array.from(
    columns,
    (column, j) => unitOf(column, scaling) || standardised.scales[j] || 1,
  );
  const z = columns.map((column, j) => column.map((value) => (value - means[j]) / scales[j]));
  return {z: matrixFromColumns(z), means, scales, ...capped};
}

function limitsOf(column: Float64Array, outliers: Exclude<Treatment["outliers"], "kept">): Limits {
  switch (outliers) {
    case "fences":
      return fenceLimits(column);
    case "robust":
      return robustLimits(column);
    case "tails":
      return tailLimits(column, tail);
  }
}

/** 0 where the spread is: the standard deviation is used then. */
function unitOf(column: Float64Array, scaling: Exclude<Treatment["scaling"], "deviation">): number {
  switch (scaling) {
    case "range":
      return (
        column.reduce((most, value) => Math.max(most, value), -Infinity) -
        column.reduce((least, value) => Math.min(least, value), Infinity)
      );
    case "robust":
      return robustScale(column).unit;
    case "none":
      return 1;
  }
}
