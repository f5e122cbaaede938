import {fitRiskModel, type RiskFit} from "../../../src/lib/risk/fitRiskModel.js";
import {judgeRiskModel, type RiskJudgement} from "../../../src/lib/risk/judgeRiskModel.js";
import {selectColumns, selectRows} from "../../../src/lib/statistics/matrices/matrix.js";
import type {Constant, RiskLabel} from "../../datasets/dataset.js";
import type {KernelServices} from "../../engine/stages/stageServices.js";
import type {Features} from "../features/prepareFeatures.js";
import {evaluateLabel} from "./evaluateLabel.js";
import {withConstants} from "./withConstants.js";

/**
 * Which variables a model sees: `honest` leaves out those that define the label, and those that others determine;
 * `leaking` sees what defines the label, to show what that does; `collinear` sees what others determine, likewise.
 */
export type RiskModelName = "honest" | "leaking" | "collinear";

/** A logistic regression of the declared label, and how well it does. */
export interface RiskModel extends RiskFit, RiskJudgement {
  model: RiskModelName;
  predictors: string[];
}

export interface Risk {
  /** 1 where the label holds, 0 where not, −1 where it cannot be said. */
  label: Int8Array;
  /** Rows on which the models were fitted: with a label, and with all values given. */
  rows: Int32Array;
  /** None where the label holds for fewer than two of the rows, or for all but one. */
  models: RiskModel[];
}

/** Labels the customers by the declared rule and fits the models on those that have a label and all values. */
export async function modelRisk(
  features: Features,
  rule: RiskLabel,
  constants: Readonly<Record<string, Constant>>,
  {kernels}: KernelServices,
): Promise<Risk> {
  const label = await evaluateLabel(features, withConstants(rule.expression, constants));
  const rows = Int32Array.from(label.keys()).filter((row) => label[row] >= 0 && isComplete(features, row));
  const y = Uint8Array.from(rows, (row) => label[row]);
  const holds = y.reduce((sum, value) => sum + value, 0);
  if (holds < 2 || y.length - holds < 2) return {label, rows, models: []};
  const model = (name: RiskModelName, predictors: string[]): RiskModel => {
    const columns = predictors.map((predictor) => features.names.indexOf(predictor));
    const x = selectColumns(selectRows(features.values, rows), columns);
    const fit = fitRiskModel(x, y, predictors, kernels.logisticLikelihood);
    return {model: name, predictors, ...fit, ...judgeRiskModel(fit, x, y, kernels.logisticLikelihood)};
  };
  return {
    label,
    rows,
    models: Object.entries(predictorsOf(features.names, rule)).map(([name, predictors]) =>
      model(name as RiskModelName, predictors),
    ),
  };
}

/** Variables of each model, in the order of the data set. */
function predictorsOf(
  names: readonly string[],
  {definedBy, leftOut = []}: RiskLabel,
): Partial<Record<RiskModelName, string[]>> {
  const determined = leftOut.map(({variable}) => variable);
  const without = (...groups: (readonly string[])[]) => names.filter((name) => !groups.flat().includes(name));
  return {
    honest: without(definedBy, determined),
    leaking: without(determined),
    ...(determined.length > 0 ? {collinear: without(definedBy)} : {}),
  };
}

function isComplete({missing, names}: Features, row: number): boolean {
  return missing.subarray(row * names.length, (row + 1) * names.length).every((flag) => flag === 0);
}
