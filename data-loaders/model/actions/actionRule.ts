import type {Action} from "../../datasets/action.js";

/** An action without words for people: what its customers, its worth and its trial follow from. */
export type ActionRule = Pick<Action, "id" | "rule" | "units" | "outcome"> &
  Record<"response" | "unitValue" | "costPerCustomer", {value: number}> & {change?: {value: number}};

/** The part of an action that its targets depend on. */
export function actionRule(action: Action): ActionRule {
  const {id, rule, units, outcome, response, change, unitValue, costPerCustomer} = action;
  const only = ({value}: {value: number}) => ({value});
  return {
    id,
    rule,
    units,
    outcome,
    response: only(response),
    ...(change && {change: only(change)}),
    unitValue: only(unitValue),
    costPerCustomer: only(costPerCustomer),
  };
}
