import type {ColumnRule, Contract, EngineeredVariable} from "../../datasets/dataset.js";
import type {ColumnType} from "../../engine/tables/publishedTable.js";

/** Largest value of the type INTEGER. */
const LARGEST = 2 ** 31 - 1;

/**
 * Type of a published variable, from the definition alone: a query that works with one file must work with every other.
 *
 * A variable is INTEGER if its contract says that it is a whole number, that none may be missing (the median of whole
 * numbers may have a fraction), and that its range is within INTEGER's; a sum of variables if all of this holds for its
 * parts and for the sum of their ranges. All others are DOUBLE.
 *
 * @throws Error if the contract has no such variable
 */
export function variableType(
  name: string,
  {columns}: Pick<Contract, "columns">,
  engineered: readonly EngineeredVariable[],
): ColumnType {
  const parts = engineered.find((variable) => variable.name === name)?.sumOf ?? [name];
  const rules = parts.map((part) => {
    const rule = columns.find((column) => column.name === part);
    if (rule === undefined) throw new Error(`the contract has no variable ${part}`);
    return rule;
  });
  const sum = (end: (rule: ColumnRule) => number) => rules.reduce((total, rule) => total + end(rule), 0);
  const isWhole = rules.every(({type, missing}) => type === "integer" && missing === "fail");
  const fits = sum(({min = -Infinity}) => min) >= -LARGEST && sum(({max = Infinity}) => max) <= LARGEST;
  return isWhole && fits ? "INTEGER" : "DOUBLE";
}
