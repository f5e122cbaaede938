import {mean} from "d3-array";
import {principalComponents} from "../../../src/lib/statistics/description/principalComponents.js";
import {skewness} from "../../../src/lib/statistics/description/skewness.js";
import {type Matrix, matrixColumn, matrixFromColumns} from "../../../src/lib/statistics/matrices/matrix.js";
import {standardise} from "../../../src/lib/statistics/matrices/standardise.js";
import {nearestNeighbourValues} from "../features/nearestNeighbourValues.js";
import {winsorise} from "../features/winsorise.js";
import {outlierTreatments} from "./outlierTreatments.js";
import type {Preparation} from "./preparation.js";

/** Skewness from which the logarithm is taken: that of an exponential distribution. */
export const SKEWED = 2;
const neighbours = 5;
/** Tails that are drawn in to their quantile. */
const tail = 0.01;

/**
 * The preparations that analysts choose from. The first is that of the report: medians for missing values, then
 * standardised. Without a gap in the file there is nothing to fill, without a skewed variable no logarithm to take, and
 * of two variables there is nothing to reduce: these are left out.
 *
 * @param columns the variables as in the file; NaN where a value is missing
 * @param values n × d, the same with medians for missing values
 * @param own the report's own scale, where a definition's treatment makes it another than that of standardised values
 */
export function preparations(
  columns: readonly Float64Array[],
  values: Matrix,
  own?: {z: Matrix; definition: string},
): Preparation[] {
  const rows = Int32Array.from({length: values.rows}, (_, row) => row);
  const z = standardise(values).z;
  const complete = rows.filter((row) => columns.every((column) => !Number.isNaN(column[row])));
  const filled = (fill: (column: Float64Array) => number) =>
    standardise(matrixFromColumns(columns.map((column) => replaceMissing(column, fill(column))))).z;
  const isSkewed = columns.map(
    (_, j) => skewness(matrixColumn(values, j)) > SKEWED && matrixColumn(values, j).every((x) => x >= 0),
  );
  const missing: Preparation[] = [
    {
      id: "mean",
      label: "Mean for missing values",
      definition: "As in the report, with the column's mean in place of its median.",
      rows,
      z: filled((column) => mean(column.filter((x) => !Number.isNaN(x))) ?? 0),
    },
    {
      id: "neighbours",
      label: "Neighbours for missing values",
      definition: `As in the report, with the mean of the ${neighbours} complete customers who are nearest in the other variables.`,
      rows,
      z: standardise(nearestNeighbourValues(columns, complete, neighbours)).z,
    },
    {
      id: "dropped",
      label: "Rows with gaps left out",
      definition: "Customers with a missing value are left out.",
      rows: complete,
      z: standardise(
        matrixFromColumns(columns.map((column) => Float64Array.from(complete, (r) => column[r]))),
      ).z,
    },
  ];
  const logarithms: Preparation = {
    id: "log",
    label: "Logarithms of skewed variables",
    definition: `log(1 + x) of each variable whose skewness is above ${SKEWED}, then standardised.`,
    rows,
    z: standardise(
      matrixFromColumns(
        columns.map((_, j) => {
          const column = matrixColumn(values, j);
          return isSkewed[j] ? column.map(Math.log1p) : column;
        }),
      ),
    ).z,
  };
  return [
    {
      id: "report",
      label: "As in the report",
      definition: "Median for missing values, then each variable standardised.",
      rows,
      z,
      ...own,
    },
    ...(own === undefined ? [] : [standardisedOnly(rows, z)]),
    ...(complete.length < values.rows ? missing : []),
    ...(isSkewed.includes(true) ? [logarithms] : []),
    {
      id: "winsorised",
      label: "Tails drawn in",
      definition: "Values beyond the first and the last hundredth set to that quantile, then standardised.",
      rows,
      z: standardise(matrixFromColumns(columns.map((_, j) => winsorise(matrixColumn(values, j), tail)))).z,
    },
    ...outlierTreatments(values),
    ...(z.cols > 2 ? [twoComponents(rows, z)] : []),
  ];
}

function standardisedOnly(rows: Int32Array, z: Matrix): Preparation {
  return {
    id: "standardised",
    label: "Standardised only",
    definition: "Missing values as in the report, then each variable standardised, with its outliers.",
    rows,
    z,
  };
}

function replaceMissing(column: Float64Array, value: number): Float64Array {
  return column.map((x) => (Number.isNaN(x) ? value : x));
}

function twoComponents(rows: Int32Array, z: Matrix): Preparation {
  const {scores} = principalComponents(z);
  return {
    id: "two-components",
    label: "Two principal components",
    definition: "The standardised variables reduced to their first two principal components.",
    rows,
    z: matrixFromColumns([matrixColumn(scores, 0), matrixColumn(scores, 1)]),
  };
}
