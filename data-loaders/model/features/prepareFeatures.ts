import {mean, median} from "d3-array";
import {type Matrix, matrixFromColumns} from "../../../src/lib/statistics/matrices/matrix.js";
import type {CategoryVariable} from "../../datasets/dataset.js";
import type {CustomerTable} from "../../source/customers.js";
import {bandedColumn, type DescribingColumn, levelledColumn} from "../../source/describingValues.js";
import type {FeatureDefinition} from "./featureDefinition.js";
import type {Limits} from "./outlierLimits.js";
import {fillMissing, scaleVariables, type Treatment, treatmentOf} from "./treatment.js";

/** A variable of the file that no distance and no model sees: it is the same for every customer, or the definition says so. */
export interface LeftOutVariable {
  name: string;
  /** Place among the features of the contract, from 0. */
  position: number;
  /** n values, missing ones imputed. */
  values: Float64Array;
  /** n: 1 where the value was missing and imputed. */
  missing: Uint8Array;
  imputed: number;
}

/** The variables of the models, and what was done to get them. This is the one place that decides which are in. */
export interface Features {
  /** Names of the variables that are in, in the order of the matrix columns. */
  names: string[];
  /** Those that are not, in the order of the contract. */
  leftOut: LeftOutVariable[];
  /** n × d, in the variables' own units, missing values imputed. */
  values: Matrix;
  /** n × d, each variable, or its logarithm, with mean 0 and population standard deviation 1, or as the treatment says. */
  z: Matrix;
  /** Per variable, whether the distances use log(1 + x). */
  logs: boolean[];
  means: Float64Array;
  scales: Float64Array;
  /** Per variable, what its values are capped at in the distances, after logarithms; absent where outliers are kept. */
  limits?: Limits[];
  /** Per variable, how many values were missing and imputed. */
  imputed: Int32Array;
  /** Per variable, what stands for a missing value of a new customer: the median of the values that are there, or their mean. */
  medians: Float64Array;
  /** n × d, row by row: 1 where the value was missing and imputed. */
  missing: Uint8Array;
  /** Engineered variables by name, n values each. */
  engineered: Record<string, Float64Array>;
  /** Categories by name, n band names each. */
  categories: Record<string, string[]>;
  /** Columns that describe the customers and enter no distance. */
  describing: DescribingColumn[];
}

/** What is known of the variables over all customers, where the customers given are a sample of them. By name. */
export interface KnownScales {
  /** Of every variable of the file. */
  medians: Readonly<Record<string, number>>;
  /** Missing values of every variable. */
  missing: Readonly<Record<string, number>>;
  /** Of the variables that vary: mean and population standard deviation, of log(1 + x) where the distances use it. */
  scales: Readonly<Record<string, {mean: number; scale: number}>>;
}

/** The features of a sample, in the units of all customers: filled, standardised and left out as all are. */
export function prepareSample(
  customers: Pick<CustomerTable, "numbers" | "text">,
  definition: FeatureDefinition,
  {medians, missing, scales}: KnownScales,
): Features {
  const given = definition.contract.columns.filter(({role}) => role === "feature");
  const gaps = (name: string) => Uint8Array.from(customers.numbers[name], (x) => (Number.isNaN(x) ? 1 : 0));
  const filled = (name: string) =>
    customers.numbers[name].map((value) => (Number.isNaN(value) ? medians[name] : value));
  const kept = given.filter(({name}) => name in scales);
  const names = kept.map(({name}) => name);
  const values = matrixFromColumns(names.map(filled));
  const logs = kept.map(({scale}) => scale === "log");
  const means = Float64Array.from(names, (name) => scales[name].mean);
  const units = Float64Array.from(names, (name) => scales[name].scale);
  const linear = withLogarithms(values, logs);
  const absent = names.map(gaps);
  return {
    names,
    leftOut: given.flatMap(({name}, position) =>
      name in scales
        ? []
        : {name, position, values: filled(name), missing: gaps(name), imputed: missing[name]},
    ),
    values,
    z: {
      ...linear,
      values: linear.values.map((value, at) => (value - means[at % names.length]) / units[at % names.length]),
    },
    logs,
    means,
    scales: units,
    imputed: Int32Array.from(names, (name) => missing[name]),
    medians: Float64Array.from(names, (name) => medians[name]),
    missing: Uint8Array.from(
      {length: values.values.length},
      (_, at) => absent[at % names.length][Math.floor(at / names.length)],
    ),
    engineered: Object.fromEntries(
      definition.engineered.map(({name, sumOf}) => [name, sumColumns(sumOf.map(filled))]),
    ),
    categories: Object.fromEntries(
      definition.categories.map(({name, variable, bands}) => [
        name,
        Array.from(filled(variable), (value) => bandOf(value, bands)),
      ]),
    ),
    describing: describingColumns(customers, definition),
  };
}

/**
 * Imputes missing values by the column's median, engineers sums, leaves out what does not vary, and standardises; or as the
 * definition's treatment says.
 */
export function prepareFeatures(
  customers: Pick<CustomerTable, "numbers" | "text">,
  definition: FeatureDefinition,
): Features {
  return treatFeatures(customers, definition, treatmentOf(definition));
}

/** The same by another treatment of missing values, outliers and scales. */
export function treatFeatures(
  customers: Pick<CustomerTable, "numbers" | "text">,
  definition: FeatureDefinition,
  treatment: Treatment,
): Features {
  const given = definition.contract.columns.filter(({role}) => role === "feature");
  const columns = Object.fromEntries(given.map(({name}) => [name, customers.numbers[name]]));
  const complete = new Map(
    fillMissing(Object.values(columns), treatment.missing).map((values, j) => [given[j].name, values]),
  );
  const filled = (name: string) => {
    const values = complete.get(name);
    if (values === undefined) throw new RangeError(`no feature: ${name}`);
    return values;
  };
  const kept = given.filter(({name, modelled}) => modelled !== false && varies(filled(name)));
  const names = kept.map(({name}) => name);
  const values = matrixFromColumns(names.map(filled));
  const engineered = Object.fromEntries(
    definition.engineered.map(({name, sumOf}) => [name, sumColumns(sumOf.map(filled))]),
  );
  const categories = Object.fromEntries(
    definition.categories.map(({name, variable, bands}) => [
      name,
      Array.from(filled(variable), (value) => bandOf(value, bands)),
    ]),
  );
  const middle = treatment.missing === "mean" ? mean : median;
  const logs = kept.map(({scale}) => scale === "log");
  const {z, means, scales, limits} = scaleVariables(withLogarithms(values, logs), treatment);
  const imputed = Int32Array.from(names, (name) => columns[name].filter(Number.isNaN).length);
  const missing = new Uint8Array(values.values.length);
  for (const [j, name] of names.entries()) {
    const column = columns[name];
    for (let row = 0, at = j; row < column.length; row++, at += names.length)
      if (Number.isNaN(column[row])) missing[at] = 1;
  }
  return {
    names,
    leftOut: given.flatMap(({name}, position) =>
      names.includes(name)
        ? []
        : {
            name,
            position,
            values: filled(name),
            missing: Uint8Array.from(columns[name], (value) => (Number.isNaN(value) ? 1 : 0)),
            imputed: columns[name].filter(Number.isNaN).length,
          },
    ),
    values,
    z,
    means,
    scales,
    ...(limits === undefined ? {} : {limits}),
    imputed,
    medians: Float64Array.from(names, (name) => middle(columns[name]) ?? Number.NaN),
    missing,
    engineered,
    categories,
    logs,
    describing: describingColumns(customers, definition),
  };
}

function describingColumns(
  {numbers, text}: Pick<CustomerTable, "numbers" | "text">,
  {contract}: FeatureDefinition,
): DescribingColumn[] {
  return contract.columns
    .filter(({role}) => role === "describe")
    .map((column) =>
      column.type === "text"
        ? levelledColumn(column, text[column.name])
        : bandedColumn(column, numbers[column.name]),
    );
}

/**
 * Takes log(1 + x) of some columns; of values below 0, which are rare where it makes sense, −log(1 − x).
 *
 * @param values n × d
 * @param logs d flags
 */
export function withLogarithms(values: Matrix, logs: readonly boolean[]): Matrix {
  if (!logs.includes(true)) return values;
  return {
    ...values,
    values: values.values.map((value, at) =>
      logs[at % values.cols] ? Math.sign(value) * Math.log1p(Math.abs(value)) : value,
    ),
  };
}

function varies(values: Float64Array): boolean {
  return values.some((value) => value !== values[0]);
}

function sumColumns(columns: readonly ArrayLike<number>[]): Float64Array {
  return Float64Array.from({length: columns[0].length}, (_, row) =>
    columns.reduce((sum, column) => sum + column[row], 0),
  );
}

/** Bands are cut in the variable's own unit: standardised values are negative for half of the customers. */
function bandOf(value: number, bands: CategoryVariable["bands"]): string {
  const band = bands.find(({below}) => below === undefined || value < below);
  if (band === undefined) throw new RangeError(`no band holds ${value}; the last band must have no end`);
  return band.name;
}
