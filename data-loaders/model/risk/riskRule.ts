import type {RiskLabel} from "../../datasets/dataset.js";

/** The part of a label's definition that the models depend on. */
export type RiskRule = Pick<RiskLabel, "expression" | "definedBy" | "describing"> & {
  leftOut?: readonly {variable: string}[];
};

/** A label without words for people. */
export function riskRule({expression, definedBy, describing, leftOut}: RiskLabel): RiskRule {
  return {expression, definedBy, describing, leftOut: leftOut?.map(({variable}) => ({variable}))};
}
