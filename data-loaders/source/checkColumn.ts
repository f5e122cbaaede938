import type {ColumnRule, Dialect} from "../datasets/dataset.js";
import type {QualityRule} from "./customers.js";
import {type Finding, type Place, quoted} from "./inputError.js";
import {type Checked, qualityRule, rowsNoted} from "./qualityRule.js";
import type {RawTable} from "./rawTable.js";
import {hasOtherDecimalMark, isMissing, NATIVE, numberReader} from "./readNumber.js";

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
    const refusal = refusedNumber(trimmed, value, rule, dialect);
    if (refusal !== undefined) {
      findings.push({line, column: rule.header, ...refusal});
      return;
    }
    values[i] = value;
    if (trimmed.length !== cell.length || (dialect.thousands !== "" && trimmed.includes(dialect.thousands))) {
      noted.written.push(line);
    }
    if (isUnexpected(value, rule)) noted.unexpected.push(line);
  });
  return {
    values,
    findings: [...findings, ...missingFindings(noted.missing, raw.rows.length, rule)],
    quality: numberRules(values, noted, rule, raw.place),
  };
}

/** Reads a column of text, such as the customer's key: padding is taken off, digits stay as they are. */
export function checkText(raw: RawTable, position: number, rule: ColumnRule): Checked & {values: string[]} {
  const values = raw.rows.map((row) => row[position].trim());
  const written = raw.lines.filter((_, i) => values[i].length !== raw.rows[i][position].length);
  const missing = raw.lines.filter((_, i) => isMissing(values[i]));
  const findings = missingFindings(missing, raw.rows.length, rule);
  values.forEach((value, i) => {
    if (!hasLostDigits(value)) return;
    findings.push({
      line: raw.lines[i],
      column: rule.header,
      found: `${quoted(value)}, a number in short form, whose last digits are lost`,
      expected: "the key with all its digits",
      remedy: "Format the column as text before saving, or export the file again.",
    });
  });
  const counts = {checked: values.length, noted: written.length};
  return {
    values,
    findings,
    quality: [
      qualityRule(
        `${rule.name}.spelling`,
        rule.name,
        `${rule.label}: written without padding.`,
        counts,
        rowsNoted("with padding that was taken off", written, raw.place),
      ),
    ],
  };
}

/** `1.23457E+18`: what a spreadsheet makes of a key of many digits. */
function hasLostDigits(key: string): boolean {
  return /^\d([.,]\d+)?e\+?\d{2}$/i.test(key);
}

type Refusal = Pick<Finding, "found" | "expected" | "remedy">;

function refusedNumber(
  trimmed: string,
  value: number,
  rule: ColumnRule,
  dialect: Dialect,
): Refusal | undefined {
  if (Number.isNaN(value)) {
    const point = dialect.decimal === "." ? "comma" : "point";
    const written = hasOtherDecimalMark(trimmed, dialect) ? `, which looks like a decimal ${point}` : "";
    return refusal(
      `${quoted(trimmed)}${written}`,
      rule,
      `Write the value in digits${markText(rule, dialect)}.`,
    );
  }
  if (rule.type === "integer" && !Number.isSafeInteger(value)) {
    return refusal(quoted(trimmed), rule, "Correct the value: counts have no fraction.");
  }
  if (value < (rule.min ?? -Infinity) || value > (rule.max ?? Infinity)) {
    const remedy = "Correct the value, or change the range in the data set's contract if it is true.";
    return refusal(quoted(trimmed), rule, remedy);
  }
}

function refusal(found: string, rule: ColumnRule, remedy: string): Refusal {
  return {found, expected: kindText(rule), remedy};
}

/** `a whole number from 1 to 100`. */
function kindText(rule: ColumnRule): string {
  return `${rule.type === "integer" ? "a whole number" : "a number"}${rangeText(rule)}`;
}

function markText({type}: ColumnRule, {decimal, thousands}: Dialect): string {
  const fraction = type === "integer" ? "" : `, with ${quoted(decimal)} before a fraction`;
  return thousands === "" ? fraction : `${fraction}, with or without ${quoted(thousands)} between thousands`;
}

function rangeText({min, max}: {min?: number; max?: number}): string {
  if (min !== undefined && max !== undefined) return ` from ${figure(min)} to ${figure(max)}`;
  if (min !== undefined) return ` of at least ${figure(min)}`;
  return max === undefined ? "" : ` of at most ${figure(max)}`;
}

function figure(value: number): string {
  return value.toLocaleString("en-US", {maximumFractionDigits: 10});
}

function isUnexpected(value: number, {expected = {}}: ColumnRule): boolean {
  return value < (expected.min ?? -Infinity) || value > (expected.max ?? Infinity);
}

function missingFindings(missing: readonly number[], rows: number, rule: ColumnRule): Finding[] {
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
  if (rule.missing === "median") return [];
  return missing.map((line) => ({
    line,
    column,
    found: "no value",
    expected: rule.type === "text" ? "a value in each row" : kindText(rule),
    remedy: "Fill the cell, or leave the whole row out.",
  }));
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
    make("missing", "never missing", noted.missing, "without a value, filled with the median"),
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
