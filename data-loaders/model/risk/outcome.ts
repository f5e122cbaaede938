import type {DatasetDefinition} from "../../datasets/dataset.js";
import type {CustomerTable} from "../../source/customers.js";

/** Columns of role `outcome`: n texts ("" where missing) or n numbers (NaN where missing) each. */
export type OutcomeColumns = Record<string, readonly string[] | Float64Array>;

/** The columns that say what happened to each customer. */
export function outcomeOf({text, numbers}: CustomerTable, {contract}: DatasetDefinition): OutcomeColumns {
  return Object.fromEntries(
    contract.columns
      .filter(({role}) => role === "outcome")
      .map(({name}) => [name, text[name] ?? numbers[name]]),
  );
}
