import {quoted} from "../../src/lib/input/quoted.js";
import {isMissing} from "../../src/lib/input/readNumber.js";
import type {ColumnRule} from "../datasets/dataset.js";
import type {QualityRule} from "./customers.js";
import {missingFindings} from "./missingValues.js";
import {type Checked, qualityRule, rowsNoted} from "./qualityRule.js";
import type {RawTable} from "./rawTable.js";

/** Reads a column of text, such as the customer's key: padding is taken off, digits stay as they are. */
export function checkText(raw: RawTable, position: number, rule: ColumnRule): Checked & {values: string[]} {
  const trimmed = raw.rows.map((row) => row[position].trim());
  const written = raw.lines.filter((_, i) => trimmed[i].length !== raw.rows[i][position].length);
  const missing = raw.lines.filter((_, i) => isMissing(trimmed[i]));
  const values = rule.missing === "keep" ? trimmed.map((value) => (isMissing(value) ? "" : value)) : trimmed;
  const findings = missingFindings(missing, raw.rows.length, rule);
  values.forEach((value, i) => {
    if (rule.role !== "key" || !hasLostDigits(value)) return;
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
      ...(rule.role === "key" ? [seen(raw, values, rule)] : []),
      qualityRule(
        `${rule.name}.missing`,
        rule.name,
        `${rule.label}: never missing.`,
        {checked: values.length, noted: rule.missing === "keep" ? missing.length : 0},
        rowsNoted("without a value, kept as such", missing, raw.place),
      ),
    ],
  };
}

/** Keys that a reader would take for one: they differ in characters without a width, in spaces, or in how accents are stored. */
function seen(raw: RawTable, values: readonly string[], {name, label}: ColumnRule): QualityRule {
  const first = new Map<string, string>();
  const lines = raw.lines.filter((_, i) => {
    const look = values[i].replace(/[\p{Cf}\s]/gu, "").normalize("NFKC");
    const earlier = first.get(look);
    if (earlier === undefined) first.set(look, values[i]);
    return earlier !== undefined && earlier !== values[i];
  });
  return qualityRule(
    `${name}.seen`,
    name,
    `${label}: no two differ only in characters that cannot be seen.`,
    {checked: values.length, noted: lines.length},
    rowsNoted(
      "whose key looks like an earlier one and differs in characters that cannot be seen, kept apart",
      lines,
      raw.place,
    ),
  );
}

/** `1.23457E+18`: what a spreadsheet makes of a key of many digits. */
function hasLostDigits(key: string): boolean {
  return /^\d([.,]\d+)?e\+\d{2,}$/i.test(key);
}
