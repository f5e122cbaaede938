import type {KernelServices} from "../../engine/stages/stageServices.js";
import type {Features} from "../features/prepareFeatures.js";
import {evaluateLabel} from "./evaluateLabel.js";
import {fitRiskModels, type Risk} from "./fitRiskModels.js";
import type {OutcomeColumns} from "./outcome.js";
import type {RiskRule} from "./riskRule.js";
import {type ConstantValues, withConstants} from "./withConstants.js";

/** Labels the customers by the declared rule and fits the models on those that have a label and all values. */
export async function modelRisk(
  features: Features,
  outcomes: OutcomeColumns,
  rule: RiskRule,
  constants: ConstantValues,
  {kernels}: KernelServices,
): Promise<Risk> {
  const label = await evaluateLabel(features, outcomes, withConstants(rule.expression, constants));
  return fitRiskModels(features, label, rule, kernels.logisticLikelihood);
}
