import {deviation, max, mean, min} from "d3-array";
import {quartileFences} from "../../../src/lib/statistics/description/quartileFences.js";
import {robustZ} from "../../../src/lib/statistics/description/robustZ.js";
import {skewness} from "../../../src/lib/statistics/description/skewness.js";
import {type Matrix, matrixFromColumns} from "../../../src/lib/statistics/matrices/matrix.js";
import {type Correlations, pearsonCorrelation} from "../../../src/lib/statistics/tests/pearsonCorrelation.js";
import {spearmanCorrelation} from "../../../src/lib/statistics/tests/spearmanCorrelation.js";
import {givenVariables} from "../features/givenVariables.js";
import {ROBUST_LIMIT} from "../features/outlierLimits.js";
import type {Features} from "../features/prepareFeatures.js";

/** One variable in figures. */
export interface VariableSummary {
  variable: string;
  count: number;
  imputed: number;
  mean: number;
  sd: number;
  min: number;
  q25: number;
  median: number;
  q75: number;
  max: number;
  skewness: number;
  lowerFence: number;
  upperFence: number;
  /** Values beyond the fences, and beyond the robust limit. */
  beyondFences: number;
  beyondRobust: number;
}

/** One pair of variables. `row_number` is the position in the file. */
export interface CorrelationRow {
  method: "pearson" | "spearman";
  first: string;
  second: string;
  coefficient: number;
  lower: number;
  upper: number;
}

export interface Description {
  summaries: VariableSummary[];
  /** All ordered pairs, both methods. */
  correlations: CorrelationRow[];
}

/** Describes each variable and each pair, the row number among them. */
export function describeVariables(features: Features): Description {
  const columns = namedColumns(features);
  const varying = columns.filter(([, values]) => min(values) !== max(values));
  const rowNumber = Float64Array.from({length: features.values.rows}, (_, row) => row + 1);
  const names = [...columns.map(([name]) => name), "row_number"];
  const correlated = [...varying.map(([name]) => name), "row_number"];
  const matrix = matrixFromColumns([...varying.map(([, values]) => values), rowNumber]);
  return {
    summaries: columns.map(([name, values]) => summarise(name, values, imputedValues(features, name))),
    correlations: [
      ...pairs("pearson", names, correlated, pearsonCorrelation(matrix)),
      ...pairs("spearman", names, correlated, spearmanCorrelation(matrix)),
    ],
  };
}

/** The variables of the file and the engineered ones, with their values. */
function namedColumns(features: Features): [string, Float64Array][] {
  return [
    ...givenVariables(features).map(({name, values}): [string, Float64Array] => [name, values]),
    ...Object.entries(features.engineered),
  ];
}

function imputedValues(features: Features, name: string): number {
  return givenVariables(features).find((variable) => variable.name === name)?.imputed ?? 0;
}

function summarise(variable: string, values: Float64Array, imputed: number): VariableSummary {
  const {q25, median, q75, lower, upper} = quartileFences(values);
  return {
    variable,
    count: values.length,
    imputed,
    mean: mean(values) ?? Number.NaN,
    sd: deviation(values) ?? Number.NaN,
    min: min(values) ?? Number.NaN,
    q25,
    median,
    q75,
    max: max(values) ?? Number.NaN,
    skewness: skewness(values),
    lowerFence: lower,
    upperFence: upper,
    beyondFences: values.filter((value) => value < lower || value > upper).length,
    beyondRobust: robustZ(values).filter((z) => Math.abs(z) > ROBUST_LIMIT).length,
  };
}

/** All ordered pairs; of those with a variable that does not vary, the numbers are NaN. */
function pairs(
  method: CorrelationRow["method"],
  names: readonly string[],
  correlated: readonly string[],
  {coefficients, lower, upper}: Correlations,
): CorrelationRow[] {
  return names.flatMap((first) =>
    names.map((second) => {
      const [i, j] = [correlated.indexOf(first), correlated.indexOf(second)];
      const at = ({cols, values}: Matrix) => (i < 0 || j < 0 ? Number.NaN : values[i * cols + j]);
      return {method, first, second, coefficient: at(coefficients), lower: at(lower), upper: at(upper)};
    }),
  );
}
