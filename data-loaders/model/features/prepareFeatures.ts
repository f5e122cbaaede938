import {op, table} from "arquero";
import {type Matrix, matrixFromColumns} from "../../../src/lib/statistics/matrices/matrix.js";
import {standardise} from "../../../src/lib/statistics/matrices/standardise.js";
import type {CategoryVariable} from "../../datasets/dataset.js";
import type {CustomerTable} from "../../source/customers.js";
import {bandedColumn, type DescribingColumn, levelledColumn} from "../../source/describingValues.js";
import type {FeatureDefinition} from "./featureDefinition.js";

/** A variable of the file that no distance and no model sees, since it is the same for every customer. */
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
  /** n × d, each variable, or its logarithm, with mean 0 and population standard deviation 1. */
  z: Matrix;
  /** Per variable, whether the distances use log(1 + x). */
  logs: boolean[];
  means: Float64Array;
  scales: Float64Array;
  /** Per variable, how many values were missing and imputed by the median. */
  imputed: Int32Array;
  /** Per variable, the median of the values that are there. */
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

/** Imputes missing values by the column's median, engineers sums, leaves out what does not vary, and standardises. */
export function prepareFeatures(
  customers: Pick<CustomerTable, "numbers" | "text">,
  definition: FeatureDefinition,
): Features {
  const given = definition.contract.columns.filter(({role}) => role === "feature");
  const columns = Object.fromEntries(given.map(({name}) => [name, customers.numbers[name]]));
  const medians = Object.fromEntries(given.map(({name}) => [name, op.median(name)]));
  const complete = table(columns).impute(medians);
  const filled = (name: string) => Float64Array.from(complete.array(name));
  const kept = given.filter(({name}) => varies(filled(name)));
  const names = kept.map(({name}) => name);
  const values = matrixFromColumns(names.map(filled));
  const engineered = Object.fromEntries(
    definition.engineered.map(({name, sumOf}) => [
      name,
      sumColumns(sumOf.map((part) => Array.from(complete.array(part), Number))),
    ]),
  );
  const categories = Object.fromEntries(
    definition.categories.map(({name, variable, bands}) => [
      name,
      Array.from(complete.array(variable), (value) => bandOf(Number(value), bands)),
    ]),
  );
  const logs = kept.map(({scale}) => scale === "log");
  const {z, means, scales} = standardise(withLogarithms(values, logs));
  const imputed = Int32Array.from(names, (name) => columns[name].filter(Number.isNaN).length);
  const missing = Uint8Array.from({length: values.values.length}, (_, at) =>
    Number.isNaN(columns[names[at % names.length]][Math.floor(at / names.length)]) ? 1 : 0,
  );
  const middle = table(columns).rollup(medians).object() as Record<string, number>;
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
    imputed,
    medians: Float64Array.from(names, (name) => middle[name]),
    missing,
    engineered,
    categories,
    logs,
    describing: definition.contract.columns
      .filter(({role}) => role === "describe")
      .map((column) =>
        column.type === "text"
          ? levelledColumn(column, customers.text[column.name])
          : bandedColumn(column, customers.numbers[column.name]),
      ),
  };
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
