import type {Finding} from "../../src/lib/input/finding.js";
import {kindText} from "../../src/lib/input/numberRange.js";
import type {ColumnRule} from "../datasets/dataset.js";

/**
 * What missing values of a column do: nothing where the contract lets them be imputed, unless there is no
 * value at all; else each is a finding.
 *
 * @param missing lines without a value
 * @param rows number of rows that were looked at
 */
export function missingFindings(missing: readonly number[], rows: number, rule: ColumnRule): Finding[] {
  if (missing.length === 0) return [];
  const column = rule.header;
  if (missing.length === rows) {
    const remedy = "Export the column with its values; a column without any cannot be filled.";
    return [
      {
        line: null,
        column,
        found: "no value in any row",
        expected: `${rule.label.toLowerCase()} of each customer`,
        remedy,
      },
    ];
  }
  if (rule.missing !== "fail") return [];
  const expected = rule.type === "text" || rule.type === "date" ? "a value in each row" : kindText(rule);
  return missing.map((line) => ({
    line,
    column,
    found: "no value",
    expected,
    remedy: "Fill the cell, or leave the whole row out.",
  }));
}
