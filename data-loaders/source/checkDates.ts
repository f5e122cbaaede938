import type {Finding} from "../../src/lib/input/finding.js";
import {quoted} from "../../src/lib/input/quoted.js";
import {readDate, yearsBetween} from "../../src/lib/input/readDate.js";
import {isMissing} from "../../src/lib/input/readNumber.js";
import type {ColumnRule} from "../datasets/dataset.js";
import {missingFindings} from "./missingValues.js";
import {type Checked, qualityRule} from "./qualityRule.js";
import type {RawTable} from "./rawTable.js";

/** Reads a column of dates as years before the day that the definition names; `NaN` where a date is missing or refused. */
export function checkDates(
  raw: RawTable,
  position: number,
  rule: ColumnRule,
): Checked & {values: Float64Array} {
  const {dates = "YYYY-MM-DD", asOf = ""} = rule;
  const until = readDate(asOf, "YYYY-MM-DD");
  const findings: Finding[] = [];
  const missing: number[] = [];
  const values = Float64Array.from(raw.rows, (row, i) => {
    const cell = row[position].trim();
    if (isMissing(cell)) {
      missing.push(raw.lines[i]);
      return Number.NaN;
    }
    const day = readDate(cell, dates);
    if (!Number.isNaN(day)) return yearsBetween(day, until);
    findings.push({
      line: raw.lines[i],
      column: rule.header,
      found: quoted(cell),
      expected: `a date as ${dates}`,
      remedy: "Correct the date, or declare in the data set's definition how dates are written.",
    });
    return Number.NaN;
  });
  return {
    values,
    findings: [...findings, ...missingFindings(missing, raw.rows.length, rule)],
    quality: [
      qualityRule(`${rule.name}.type`, rule.name, `${rule.label}: a date as ${dates}.`, {
        checked: values.length,
        noted: 0,
      }),
      qualityRule(
        `${rule.name}.missing`,
        rule.name,
        `${rule.label}: never missing.`,
        {checked: values.length, noted: missing.length},
        `${missing.length} without a date.`,
      ),
    ],
  };
}
