import type {Finding} from "../../src/lib/input/finding.js";
import {kindText} from "../../src/lib/input/numberRange.js";
import type {ColumnRule} from "../datasets/dataset.js";

const WHOLE = "U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER";
const NUMBER = `${WHOLE}|FLOAT|DOUBLE|DECIMAL(\\(.*\\))?`;

/** Types of DuckDB whose values can be numbers: text is read by the dialect. */
const NUMBERS = new RegExp(`^(${NUMBER}|VARCHAR)$`);

/** Types whose values can be a key. Floating numbers are checked for lost digits later. */
const KEYS = new RegExp(`^(${NUMBER}|VARCHAR|UUID|ENUM\\(.*\\))$`);

/** Types whose values are no text. */
const NOT_TEXT = /^(BLOB|BIT|STRUCT|MAP|UNION)|\]$/;

/**
 * Refuses a column of a Parquet file whose type cannot hold what the contract asks for, such as BOOLEAN, TIMESTAMP, BLOB or a
 * list: one problem, whatever the number of rows.
 *
 * @param type as DuckDB calls it; undefined in a text file
 */
export function typeFinding(rule: ColumnRule, type: string | undefined): Finding | undefined {
  if (type === undefined || canHold(rule, type)) return undefined;
  return {
    line: null,
    column: rule.header,
    found: `a column of type ${type.length > 60 ? `${type.slice(0, 60)}…` : type}`,
    expected: expectedType(rule),
    remedy: "Export the column with that type.",
  };
}

function canHold({type, role}: ColumnRule, given: string): boolean {
  if (role === "key") return KEYS.test(given);
  return type === "integer" || type === "number" ? NUMBERS.test(given) : !NOT_TEXT.test(given);
}

function expectedType(rule: ColumnRule): string {
  if (rule.role === "key") return "a column of text or whole numbers";
  if (rule.type === "date") return "a column of dates or text";
  return rule.type === "text" ? "a column of text" : `a column of numbers: ${kindText(rule)}`;
}
