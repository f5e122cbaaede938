import {type Matrix, matrixColumn, matrixFromColumns} from "../../src/lib/matrix.js";
import {type AucInterval, aucInterval} from "../../src/lib/statistics/aucInterval.js";
import {type LogisticRegression, logisticRegression} from "../../src/lib/statistics/logisticRegression.js";
import {predictedProbability} from "../../src/lib/statistics/predictedProbability.js";
import {type RocPoint, rocCurve} from "../../src/lib/statistics/rocCurve.js";
import {standardise} from "../../src/lib/statistics/standardise.js";
import type {Constant, RiskLabel} from "../datasets/dataset.js";
import type {Features} from "../features/prepareFeatures.js";
import {createTable, withDatabase} from "../publish/database.js";
import {double} from "../publish/publishedTable.js";

/** A logistic regression of the declared label. */
export interface RiskModel {
  /** `honest` leaves out the variables that define the label; `leaking` keeps them, to show what that does. */
  model: "honest" | "leaking";
  predictors: string[];
  fit: LogisticRegression;
  /** Probability of the label per row used. */
  probability: Float64Array;
  aucInterval: AucInterval;
  accuracy: number;
  brierScore: number;
  roc: RocPoint[];
}

export interface Risk {
  /** 1 where the label holds, 0 where not, −1 where it cannot be said. */
  label: Int8Array;
  /** Rows on which the models were fitted. */
  rows: Int32Array;
  models: RiskModel[];
}

/** Labels the customers by the declared rule and fits the two models on those that have a label. */
export async function modelRisk(
  features: Features,
  rule: RiskLabel,
  constants: Readonly<Record<string, Constant>>,
): Promise<Risk> {
  const label = await evaluateLabel(features, withConstants(rule.expression, constants));
  const rows = Int32Array.from(label.keys()).filter((row) => label[row] >= 0);
  const y = Uint8Array.from(rows, (row) => label[row]);
  const honest = features.names.filter((name) => !rule.definedBy.includes(name));
  return {
    label,
    rows,
    models: [
      fitModel("honest", honest, features, rows, y),
      fitModel("leaking", features.names, features, rows, y),
    ],
  };
}

/**
 * Puts the constants' values into an SQL expression that names them as `$name`.
 *
 * @throws Error if a constant is not declared
 */
export function withConstants(expression: string, constants: Readonly<Record<string, Constant>>): string {
  return expression.replaceAll(/\$(\w+)/g, (_, name: string) => {
    if (constants[name] === undefined) throw new Error(`the risk rule names no declared constant: $${name}`);
    return String(constants[name].value);
  });
}

async function evaluateLabel(features: Features, expression: string): Promise<Int8Array> {
  return withDatabase(async (connection) => {
    const columns = features.names.map((name, j) => double(name, "", matrixColumn(features.values, j)));
    await createTable(connection, "memory", {name: "customers", definition: "", columns});
    const result = await connection.runAndReadAll(
      `SELECT coalesce(CAST(${expression} AS INTEGER), -1) FROM memory.customers`,
    );
    return Int8Array.from(result.getColumnsJS()[0] as number[]);
  });
}

function fitModel(
  model: RiskModel["model"],
  predictors: string[],
  features: Features,
  rows: Int32Array,
  y: Uint8Array,
): RiskModel {
  const raw = matrixFromColumns(
    predictors.map((name) => selectRows(features.values, features.names.indexOf(name), rows)),
  );
  const {z} = standardise(raw);
  const fit = logisticRegression(z, y);
  const probability = predictedProbability(fit.coefficients, z);
  return {
    model,
    predictors,
    fit,
    probability,
    aucInterval: aucInterval(probability, y),
    accuracy: share(probability, (p, i) => p >= 0.5 === (y[i] === 1)),
    brierScore: probability.reduce((sum, p, i) => sum + (p - y[i]) ** 2, 0) / y.length,
    roc: rocCurve(probability, y),
  };
}

function selectRows(values: Matrix, column: number, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => values.values[row * values.cols + column]);
}

function share(values: Float64Array, test: (value: number, index: number) => boolean): number {
  return values.reduce((count, value, index) => count + (test(value, index) ? 1 : 0), 0) / values.length;
}
