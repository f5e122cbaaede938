import {breakEvenResponse, worthOf} from "../../../src/lib/actions/worthOf.js";
import {numberOf, type Population} from "../../engine/population/population.js";
import {type ConstantValues, withConstants} from "../risk/withConstants.js";
import type {ActionRule} from "./actionRule.js";
import {sizeTrial} from "./sizeTrial.js";
import type {Targets} from "./targetsOf.js";

/**
 * How many of all customers each action names, what it is worth and what a trial can show; lists and rows stay those of the
 * sample.
 *
 * @param all the customers with their published columns
 * @param sampled the targets among the customers of a sample, in the order of the actions
 */
export async function targetsOverAll(
  {engine, from}: Population,
  actions: readonly ActionRule[],
  constants: ConstantValues,
  sampled: readonly Targets[],
): Promise<Targets[]> {
  const found: Targets[] = [];
  for (const [i, action] of actions.entries()) {
    const rule = withConstants(action.rule, constants);
    const value = "variable" in action.outcome ? `"${action.outcome.variable}"` : "NULL";
    const [[named, units, mean, sd]] = await engine.rows(
      `targets of ${action.id}`,
      `SELECT count(*), coalesce(${action.units}, 0), avg(${value}), stddev_samp(${value}) FROM ${from} WHERE ${rule}`,
    );
    const [[allUnits]] = await engine.rows(`units of ${action.id}`, `SELECT ${action.units} FROM ${from}`);
    const inputs = {
      customers: numberOf(named),
      units: numberOf(units),
      response: action.response.value,
      change: action.change?.value ?? null,
      unitValue: action.unitValue.value,
      costPerCustomer: action.costPerCustomer.value,
    };
    found.push({
      ...sampled[i],
      customers: inputs.customers,
      units: inputs.units,
      unitsShare: inputs.units / numberOf(allUnits),
      worth: worthOf(inputs),
      breakEvenResponse: breakEvenResponse(inputs),
      trial: sizeTrial(action, inputs.customers, {mean: numberOf(mean), sd: numberOf(sd)}),
    });
  }
  return found;
}
