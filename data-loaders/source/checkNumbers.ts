import type {Dialect} from "../../src/lib/input/dialect.js";
import type {Finding, Place} from "../../src/lib/input/finding.js";
import {figure, kindText, rangeText} from "../../src/lib/input/numberRange.js";
import {isMissing, NATIVE, numberReader} from "../../src/lib/input/readNumber.js";
import {refuser} from "../../src/lib/input/refuseNumber.js";
import type {ColumnRule} from "../datasets/dataset.js";
import type {QualityRule} from "./customers.js";
import {missingFindings} from "./missingValues.js";
import {type Checked, qualityRule, rowsNoted} from "./qualityRule.js";
import type {RawTable} from "./rawTable.js";

/** A column of numbers after its checks; `NaN` where a value is missing or was refused. */
export interface NumberColumn extends Checked {
  values: Float64Array;
}

/** Lines that a column's rules note. */
interface Noted {
  written: number[];
  missing: number[];
  unexpected: number[];
}

/**
 * Reads a column of numbers and applies the contract's rules for it: type, range, missing values, and
 * whether it varies at all. All cells are checked; every one that is refused is a finding.
 */
export function checkNumbers(
  raw: RawTable,
  position: number,
  rule: ColumnRule,
  declared: Dialect,
): NumberColumn {
  const dialect = raw.native[position] ? {...declared, ...NATIVE} : declared;
  const read = numberReader(dialect);
  const readPlain = numberReader({...dialect, thousands: ""});
  const refuse = refuser(rule, dialect);
  const values = new Float64Array(raw.rows.length).fill(Number.NaN);
  const findings: Finding[] = [];
  const noted: Noted = {written: [], missing: [], unexpected: []};
  raw.rows.forEach((row, i) => {
    const line = raw.lines[i];
    const cell = row[position];
    const trimmed = cell.trim();
    if (isMissing(trimmed)) {
      noted.missing.push(line);
      return;
    }
    const value = read(trimmed);
    const refusal = refuse(trimmed, value);
    if (refusal !== undefined) {
      findings.push({line, column: rule.header, ...refusal});
      return;
    }
    values[i] = value;
    if (trimmed.length !== cell.length || Number.isNaN(readPlain(trimmed))) noted.written.push(line);
    if (isUnexpected(value, rule)) noted.unexpected.push(line);
  });
  return {
    values,
    findings: [...findings, ...missingFindings(noted.missing, raw.rows.length, rule)],
    quality: numberRules(values, noted, rule, raw.place),
  };
}

function isUnexpected(value: number, {expected = {}}: ColumnRule): boolean {
  return value < (expected.min ?? -Infinity) || value > (expected.max ?? Infinity);
}

function numberRules(values: Float64Array, noted: Noted, rule: ColumnRule, place: Place): QualityRule[] {
  const {name, label} = rule;
  const checked = values.length;
  const make = (id: string, sentence: string, lines: readonly number[], what: string) =>
    qualityRule(
      `${name}.${id}`,
      name,
      `${label}: ${sentence}.`,
      {checked, noted: lines.length},
      rowsNoted(what, lines, place),
    );
  const rules = [
    make("type", kindText(rule), [], ""),
    make(
      "spelling",
      "written without padding and thousands marks",
      noted.written,
      "with padding or thousands marks, read as the number meant",
    ),
    make(
      "missing",
      "never missing",
      noted.missing,
      rule.missing === "keep" ? "without a value, kept as such" : "without a value, filled with the median",
    ),
  ];
  if (rule.expected) {
    rules.push(
      make("range", `expected${rangeText(rule.expected)}`, noted.unexpected, "beyond that range, kept"),
    );
  }
  if (rule.role === "feature") rules.push(varies(values, rule));
  return rules;
}

function varies(values: Float64Array, {name, label}: ColumnRule): QualityRule {
  const known = values.filter((value) => !Number.isNaN(value));
  const constant = known.length > 0 && known.every((value) => value === known[0]);
  return qualityRule(
    `${name}.constant`,
    name,
    `${label}: not the same in every row.`,
    {checked: values.length, noted: constant ? values.length : 0},
    `${figure(known[0] ?? Number.NaN)} in every row, so left out of the distances.`,
  );
}
