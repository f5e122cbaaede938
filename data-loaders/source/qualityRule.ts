import type {Finding, Place} from "../../src/lib/input/finding.js";
import {listLines} from "../../src/lib/input/lines.js";
import type {QualityRule} from "./customers.js";

/** What a check found: what stops the build, and the rules that are published. */
export interface Checked {
  findings: Finding[];
  quality: QualityRule[];
}

/** A rule that all rows pass, but for those that are noted. `detail` must not contain a value of a key column. */
export function qualityRule(
  id: string,
  column: string,
  rule: string,
  counts: {checked: number; noted: number},
  detail = "",
): QualityRule {
  const {checked, noted} = counts;
  return {
    id,
    rule,
    column,
    checked,
    passed: checked - noted,
    noted,
    failed: 0,
    detail: noted > 0 ? detail : "",
  };
}

/** A sentence on the rows that a rule noted: how many of them and which. */
export function rowsNoted(what: string, lines: readonly number[], place: Place): string {
  const rows = lines.length === 1 ? "1 row" : `${lines.length.toLocaleString("en-US")} rows`;
  return `${rows} ${what}: ${listLines(lines, place)}.`;
}
