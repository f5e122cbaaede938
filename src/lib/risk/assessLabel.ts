import {matrixFromColumns} from "../statistics/matrices/matrix.js";
import {fitRiskModel, type RiskFit} from "./fitRiskModel.js";
import {judgeRiskModel, type RiskJudgement} from "./judgeRiskModel.js";

/** A fitted and judged model. */
export type AssessedModel = RiskFit & RiskJudgement & {predictors: string[]};

/** A label, and how well regressions tell it. */
export interface Assessment {
  rows: number;
  positives: number;
  /** Without the variables that define the label; undefined where none are left. */
  honest: AssessedModel | undefined;
  /** With them: it sees its own answer. */
  leaking: AssessedModel;
}

/**
 * Fits and judges a label as the build does, with and without the variables that define it. Cost: that of
 * `fitRiskModel` and `judgeRiskModel`, twice.
 *
 * @param columns values of each variable, by name
 * @param variables names of the model's variables
 * @param y label of each customer
 * @param definedBy variables of the label's rule
 * @returns undefined where the label holds for fewer than two customers, or for all but one
 */
export function assessLabel(
  columns: Readonly<Record<string, ArrayLike<number>>>,
  variables: readonly string[],
  y: Uint8Array,
  definedBy: readonly string[],
): Assessment | undefined {
  const positives = y.reduce((sum, label) => sum + label, 0);
  if (Math.min(positives, y.length - positives) < 2) return undefined;
  const model = (predictors: string[]): AssessedModel => {
    const x = matrixFromColumns(predictors.map((name) => columns[name]));
    const fit = fitRiskModel(x, y, predictors);
    return {...fit, ...judgeRiskModel(fit, x, y), predictors};
  };
  const honest = variables.filter((name) => !definedBy.includes(name));
  return {
    rows: y.length,
    positives,
    honest: honest.length === 0 ? undefined : model(honest),
    leaking: model([...variables]),
  };
}
