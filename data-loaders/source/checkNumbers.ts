import {quantile} from "d3-array";
import type {Dialect} from "../../src/lib/input/dialect.js";
import type {Finding} from "../../src/lib/input/finding.js";
import {figure, kindText, rangeText} from "../../src/lib/input/numberRange.js";
import {otherFormat, type RefusedCell} from "../../src/lib/input/otherFormat.js";
import {isMissing, NATIVE, numberReader, scaler} from "../../src/lib/input/readNumber.js";
import {refuser} from "../../src/lib/input/refuseNumber.js";
import type {ColumnRule} from "../datasets/dataset.js";
import type {QualityRule} from "./customers.js";
import {missingFindings} from "./missingValues.js";
import {type Checked, qualityRule, rowsNoted} from "./qualityRule.js";
import type {RawTable} from "./rawTable.js";

/** A column of numbers after its checks; `NaN` where a value is missing or was refused. */
export interface NumberColumn extends Checked {
  values: Float64Array;
  /** The same with the values that are beyond the range; `NaN` only where no number is. */
  written: Float64Array;
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
  const scale = scaler(rule.factor);
  const values = new Float64Array(raw.rows.length).fill(Number.NaN);
  const written = values.slice();
  const findings: Finding[] = [];
  const noted: Noted = {written: [], missing: [], unexpected: []};
  const notNumbers: RefusedCell[] = [];
  raw.rows.forEach((row, i) => {
    const line = raw.lines[i];
    const cell = row[position];
    const trimmed = cell.trim();
    if (isMissing(trimmed)) {
      noted.missing.push(line);
      return;
    }
    const value = scale(read(trimmed));
    written[i] = value;
    const refusal = refuse(trimmed, value);
    if (refusal !== undefined) {
      findings.push({line, column: rule.header, ...refusal});
      if (Number.isNaN(value)) notNumbers.push({trimmed, line});
      return;
    }
    values[i] = value;
    if (trimmed.length !== cell.length || Number.isNaN(readPlain(trimmed))) noted.written.push(line);
    if (isUnexpected(value, rule)) noted.unexpected.push(line);
  });
  return {
    values,
    written,
    findings: [
      ...asWhole(
        withLostPoints(findings, rule),
        otherFormat(rule.header, notNumbers, dialect, {expected: kindText(rule), place: raw.place}),
      ),
      ...missingFindings(noted.missing, raw.rows.length, rule),
    ],
    quality: numberRules(values, noted, rule, raw),
  };
}

/** Least number of cells that have something in common, rather than by chance. */
const ALIKE = 5;

/**
 * Says so where the values beyond the range of a column of shares are all whole numbers, as `875` for 0.875: a spreadsheet
 * has taken off their points.
 */
function withLostPoints(findings: Finding[], {type, max = Infinity}: ColumnRule): Finding[] {
  const beyond = findings.filter(({found}) => Number(found.slice(1, -1)) > max);
  const areWhole = beyond.every(({found}) => /^"\d+"$/.test(found));
  if (type !== "number" || max > 10 || beyond.length < ALIKE || !areWhole) return findings;
  const remedy =
    "These are all whole numbers: a spreadsheet may have taken off their decimal points. Export the column again.";
  return findings.map((finding) => (beyond.includes(finding) ? {...finding, remedy} : finding));
}

/** Puts one problem of the column in place of those of its cells. */
function asWhole(findings: Finding[], whole: ReturnType<typeof otherFormat>): Finding[] {
  if (whole === undefined) return findings;
  const {finding, lines} = whole;
  return [finding, ...findings.filter(({line}) => line === null || !lines.has(line))];
}

function isUnexpected(value: number, {expected = {}}: ColumnRule): boolean {
  return value < (expected.min ?? -Infinity) || value > (expected.max ?? Infinity);
}

function numberRules(values: Float64Array, noted: Noted, rule: ColumnRule, raw: RawTable): QualityRule[] {
  const {place} = raw;
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
  if (rule.factor !== undefined && rule.factor !== 1) {
    const detail = `Every value was multiplied by ${figure(rule.factor)}, as the contract declares.`;
    rules.push(
      qualityRule(
        `${name}.factor`,
        name,
        `${label}: in the contract's unit.`,
        {checked, noted: checked},
        detail,
      ),
    );
  }
  if (rule.role === "feature") rules.push(tail(values, rule, raw));
  if (rule.expected) {
    rules.push(
      make("range", `expected${rangeText(rule.expected)}`, noted.unexpected, "beyond that range, kept"),
    );
  }
  if (rule.role === "feature") rules.push(varies(values, rule));
  return rules;
}

/** Times the 99th percentile beyond which a value is far from all others. */
const FAR = 10;

/** Values so far beyond the column's own tail that they may be in another unit, or have lost a decimal point. */
function tail(values: Float64Array, {name, label}: ColumnRule, {lines, place}: RawTable): QualityRule {
  const end = quantile(values, 0.99) ?? 0;
  const far = end > 0 ? lines.filter((_, i) => values[i] > FAR * end) : [];
  return qualityRule(
    `${name}.tail`,
    name,
    `${label}: no value over ten times the 99th percentile.`,
    {checked: values.length, noted: far.length},
    rowsNoted(`over ten times ${figure(Number(end.toPrecision(6)))}, kept`, far, place),
  );
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
