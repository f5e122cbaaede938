import {inverseLogit} from "../../../src/lib/statistics/regression/inverseLogit.js";
import type {Features} from "../../model/features/prepareFeatures.js";
import type {Risk, RiskModel, RiskModelName} from "../../model/risk/fitRiskModels.js";
import {allPredictors} from "../../model/risk/predictors.js";

/** A model by its name. */
export function riskModelNamed(risk: Risk, name: RiskModelName): RiskModel {
  const found = risk.models.find(({model}) => model === name);
  if (found === undefined) throw new Error(`no risk model: ${name}`);
  return found;
}

/** Probability of the label for every customer by the honest model, also for those that it was not fitted on. */
export function riskProbability(features: Features, risk: Risk): Float64Array {
  const [intercept, ...terms] = riskModelNamed(risk, "honest").terms;
  const used = terms.filter(({coefficient}) => Number.isFinite(coefficient));
  const described = [...new Set(risk.levels.map(({column}) => column))];
  const predictors = allPredictors(features, described, risk.rows);
  const columns = used.map(({term}) => {
    const found = predictors.find((predictor) => predictor.term === term);
    if (found === undefined) throw new Error(`no predictor: ${term}`);
    return found.values;
  });
  return Float64Array.from({length: features.values.rows}, (_, row) => {
    const logOdds = used.reduce(
      (sum, {coefficient, mean, scale}, j) => sum + coefficient * ((columns[j][row] - mean) / scale),
      intercept.coefficient,
    );
    return inverseLogit(logOdds);
  });
}
