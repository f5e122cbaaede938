import {median} from "d3-array";
import type {Finding} from "../../src/lib/input/finding.js";
import {figure, rangeText} from "../../src/lib/input/numberRange.js";
import type {ColumnRule} from "../datasets/dataset.js";
import type {QualityRule} from "./customers.js";
import {type Checked, qualityRule} from "./qualityRule.js";

/** Powers of ten that a unit can be off by. */
const LARGEST_POWER = 6;

/** Fewest different values whose steps tell a unit. */
const FEWEST_VALUES = 10;

/** Share of values on steps from which these are the column's: a few are set by other rules. */
const NEARLY_ALL = 0.95;

/** Share of different values on the usual steps from which a column in finer steps is one that is only less round. */
const ROUND_SHARE = 0.3;

/** A column of numbers with its rule. */
export interface RuledColumn {
  rule: ColumnRule;
  /** In the contract's unit; `NaN` where there is none. */
  values: Float64Array;
}

/**
 * Holds the median of each column against where the contract expects it. Columns that a power of ten would bring there are
 * in another unit, as limits in thousands: they are one finding for each power, if one of them is far beyond. Other medians beyond are noted, and so are
 * values in steps that are off by a power of ten.
 */
export function checkUnits(columns: readonly RuledColumn[]): Checked {
  const off = new Map<number, OffMedian[]>();
  const quality: QualityRule[] = [];
  for (const {rule, values} of columns) {
    quality.push(...stepRule({rule, values}));
    if (rule.median === undefined) continue;
    const found = typical(values);
    if (found === undefined) continue;
    const power = powerOff(found, rule.median);
    if (power !== undefined) off.set(power, [...(off.get(power) ?? []), {rule, found}]);
    const isBeyond = found < rule.median.min || found > rule.median.max;
    quality.push(
      qualityRule(
        `${rule.name}.median`,
        rule.name,
        `${rule.label}: expected a median${rangeText(rule.median)}.`,
        {checked: values.length, noted: isBeyond ? values.length : 0},
        `The median is ${figure(found)}. All values are kept.`,
      ),
    );
  }
  const clear = [...off].filter(([, found]) => found.some(isFarOff));
  return {findings: clear.map(([power, found]) => unitFinding(power, found)), quality};
}

/** The median of the values other than zero (how many are zero says nothing of the unit), if these are enough to tell it. */
function typical(values: Float64Array): number | undefined {
  const given = values.filter((value) => !Number.isNaN(value));
  const others = given.filter((value) => value !== 0);
  if (others.length === 0) return median(given);
  return tellsUnit(others.length, given.length) ? median(others) : undefined;
}

/** Whether the values other than zero are enough to tell a unit: a few may be extreme ones. */
export function tellsUnit(others: number, values: number): boolean {
  return others >= values / 3;
}

/** What was noted of the units of columns, a line each: whoever builds the report must know before it is read. */
export function unitNotes(file: string, quality: readonly QualityRule[]): string[] {
  return quality
    .filter(({id, noted}) => noted > 0 && /\.(?:median|step)$/.test(id))
    .map(({column, detail}) => `${file}, ${column}: ${detail}`);
}

/**
 * Holds the steps in which a column's values move against those that are usual: where limits are set in thousands, a file
 * that has hardly anything but tens of thousands is ten times too large, though its median may be as good as another's. (What is off
 * by more shows in the median.) That is noted, not refused, as another bank may round otherwise.
 */
function stepRule({rule, values}: RuledColumn): QualityRule[] {
  const amounts = Array.from(values).filter((value) => value !== 0 && !Number.isNaN(value));
  const {step} = rule;
  // a rule that tells nothing is not one that is passed
  if (step === undefined || new Set(amounts).size < FEWEST_VALUES) return [];
  const times = timesOff(amounts, step);
  const noted = qualityRule(
    `${rule.name}.step`,
    rule.name,
    `${rule.label}: expected in steps of ${figure(step)}, not ten times as large or as small.`,
    {checked: values.length, noted: times === 1 ? 0 : values.length},
    `Nearly every value is a multiple of ${figure(step * times)}, where ${figure(step)} is usual: the unit looks ten times too ${times > 1 ? "large" : "small"}. If it is, declare factor: ${1 / times} in the data set's contract; if not, change the step there. All values are kept.`,
  );
  return [noted];
}

/** By how many times the steps of amounts are larger than usual: 10, 0.1, or 1 where they are as usual or do not tell. */
function timesOff(amounts: readonly number[], step: number): number {
  if (shareOn(10 * step, amounts) >= NEARLY_ALL) return 10;
  // a few amounts that many have may be round in any unit
  const isFiner = shareOn(step, [...new Set(amounts)]) < ROUND_SHARE;
  return shareOn(step / 10, amounts) >= NEARLY_ALL && isFiner ? 0.1 : 1;
}

function shareOn(step: number, amounts: readonly number[]): number {
  return amounts.filter((value) => isMultiple(value, step)).length / amounts.length;
}

function isMultiple(value: number, step: number): boolean {
  const times = value / step;
  return Math.abs(times - Math.round(times)) < 1e-9 * Math.max(1, Math.abs(times));
}

interface OffMedian {
  rule: ColumnRule;
  /** The median. */
  found: number;
}

/** True where a median is beyond its range by half a power of ten or more: nearer to it, it is only unusual. */
function isFarOff({rule: {median: range}, found}: OffMedian): boolean {
  return range !== undefined && (found * Math.sqrt(10) <= range.min || found >= range.max * Math.sqrt(10));
}

/** The power of ten by which a median must be multiplied to be nearest to the middle of its range; undefined where it is there, or none brings it there. */
function powerOff(found: number, {min, max}: {min: number; max: number}): number | undefined {
  if (found <= 0 || (found >= min && found <= max)) return undefined;
  const power = Math.round((Math.log10(min) + Math.log10(max)) / 2 - Math.log10(found));
  const moved = found * 10 ** power;
  return power !== 0 && Math.abs(power) <= LARGEST_POWER && moved >= min && moved <= max ? power : undefined;
}

function unitFinding(power: number, columns: readonly OffMedian[]): Finding {
  const [{rule, found}] = columns;
  const isAlone = columns.length === 1;
  const times = `${figure(10 ** Math.abs(power))} times too ${power > 0 ? "small" : "large"}`;
  const unit = UNITS[power] === undefined ? "" : `; it looks like ${UNITS[power]}`;
  const names = columns.map((column) => column.rule.header).join(", ");
  const where = isAlone ? "" : ` in ${rule.header}`;
  const others = isAlone ? "" : `, as in all of ${names}`;
  return {
    line: null,
    column: isAlone ? rule.header : null,
    found: `a median of ${figure(found)}${where}, ${times}${others}${unit}`,
    expected: `a median${rangeText(rule.median ?? {})}`,
    remedy: `Declare factor: ${Number(`1e${power}`)} for the column${isAlone ? "" : "s"} in the data set's contract, or give the file in the contract's unit. If the values are right, change the median there.`,
  };
}

/** Units that a file may be in instead of the contract's, by the power of ten that is missing. */
const UNITS: Readonly<Record<number, string>> = {3: "thousands", 6: "millions", [-2]: "cents"};

/** How near the mean must be to 0, and the standard deviation to 1, in standard deviations. */
export const NEAR = 0.01;

/** Share of the columns that must be standardised for the file to be so. */
const MOST = 0.8;

/**
 * Says so where a file holds standardised values: mean 0 and standard deviation 1 in nearly all its columns.
 *
 * @param columns the file's values as they are, without regard to their ranges
 */
export function standardisedFinding(columns: readonly Float64Array[]): Finding | undefined {
  const standardised = columns.filter(isStandardised).length;
  return standardisedIn(standardised, columns.length);
}

/** The same from how many of the columns are standardised. */
export function standardisedIn(standardised: number, columns: number): Finding | undefined {
  if (standardised < 2 || standardised < MOST * columns) return undefined;
  return {
    line: null,
    column: null,
    found: `values that look standardised: mean 0 and standard deviation 1 in ${standardised} columns`,
    expected: "each variable in its own unit",
    remedy: "Give the file from before it was standardised; the report does that itself.",
  };
}

function isStandardised(values: Float64Array): boolean {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const sd = Math.sqrt(squares / known.length);
  const isOne = Math.abs(sd - 1) < NEAR || Math.abs(Math.sqrt(squares / (known.length - 1)) - 1) < NEAR;
  return Math.abs(mean) < NEAR && isOne;
}
