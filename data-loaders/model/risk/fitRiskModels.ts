import {fitRiskModel, type RiskFit} from "../../../src/lib/risk/fitRiskModel.js";
import {judgeRiskModel, type RiskJudgement} from "../../../src/lib/risk/judgeRiskModel.js";
import {type Matrix, matrixFromColumns, selectRows} from "../../../src/lib/statistics/matrices/matrix.js";
import type {FindLikelihood} from "../../../src/lib/statistics/regression/logisticLikelihood.js";
import type {Features} from "../features/prepareFeatures.js";
import {allPredictors, type Predictor} from "./predictors.js";
import type {RiskRule} from "./riskRule.js";

/**
 * Which variables a model sees: `honest` leaves out those that define the label, and those that others determine;
 * `leaking` sees what defines the label, to show what that does; `collinear` sees what others determine, likewise.
 */
export type RiskModelName = "honest" | "leaking" | "collinear";

/** A logistic regression of the label, and how well it does. */
export interface RiskModel extends RiskFit, RiskJudgement {
  model: RiskModelName;
  predictors: string[];
}

export interface Risk {
  /** 1 where the label holds, 0 where not, −1 where it cannot be said. */
  label: Int8Array;
  /** Rows on which the models were fitted: with a label, and with all values given. */
  rows: Int32Array;
  /** Levels that the models see, each against the reference level of its column. */
  levels: NonNullable<Predictor["level"]>[];
  /** None where the label holds for fewer than two of the rows, or for all but one. */
  models: RiskModel[];
}

/**
 * Fits the models on the customers that have a label and all values.
 *
 * @param label n: 1 where the rule holds, 0 where not, −1 where it cannot be said
 * @param likelihood as for `logisticRegression`
 */
export function fitRiskModels(
  features: Features,
  label: Int8Array,
  rule: Omit<RiskRule, "expression">,
  likelihood: FindLikelihood,
): Risk {
  const rows = Int32Array.from(label.keys()).filter((row) => label[row] >= 0 && isComplete(features, row));
  const y = Uint8Array.from(rows, (row) => label[row]);
  const holds = y.reduce((sum, value) => sum + value, 0);
  const predictorsByTerm = new Map(
    allPredictors(features, rule.describing ?? [], rows).map((predictor) => [predictor.term, predictor]),
  );
  const levels = [...predictorsByTerm.values()].flatMap(({level}) => level ?? []);
  if (holds < 2 || y.length - holds < 2) return {label, rows, levels, models: []};
  const model = (name: RiskModelName, predictors: string[]): RiskModel => {
    const x = selectRows(columnsOf(predictorsByTerm, predictors), rows);
    const fit = fitRiskModel(x, y, predictors, likelihood);
    return {model: name, predictors, ...fit, ...judgeRiskModel(fit, x, y, likelihood)};
  };
  return {
    label,
    rows,
    levels,
    models: Object.entries(predictorsOf([...predictorsByTerm.keys()], rule)).map(([name, predictors]) =>
      model(name as RiskModelName, predictors),
    ),
  };
}

function columnsOf(predictors: ReadonlyMap<string, Predictor>, terms: readonly string[]): Matrix {
  return matrixFromColumns(terms.flatMap((term) => predictors.get(term)?.values ?? []));
}

/** Terms of each model, in the order of the data set. */
function predictorsOf(
  names: readonly string[],
  {definedBy, leftOut = []}: Omit<RiskRule, "expression">,
): Partial<Record<RiskModelName, string[]>> {
  const determined = leftOut.map(({variable}) => variable);
  const without = (...groups: (readonly string[])[]) => names.filter((name) => !groups.flat().includes(name));
  return {
    honest: without(definedBy, determined),
    // what happened is in no variable: there is nothing to leak
    ...(definedBy.length > 0 ? {leaking: without(determined)} : {}),
    ...(determined.length > 0 ? {collinear: without(definedBy)} : {}),
  };
}

function isComplete({missing, names}: Features, row: number): boolean {
  const end = (row + 1) * names.length;
  for (let at = row * names.length; at < end; at++) if (missing[at] !== 0) return false;
  return true;
}
