import type {Finding} from "../../src/lib/input/finding.js";
import {listLines} from "../../src/lib/input/lines.js";
import {plainHeader} from "../../src/lib/input/plainHeader.js";
import {isMissing} from "../../src/lib/input/readNumber.js";
import type {Contract} from "../datasets/dataset.js";
import {type Checked, qualityRule, rowsNoted} from "./qualityRule.js";
import type {RawTable} from "./rawTable.js";

const TOTAL = /^((grand|sub)[ -]?)?totals?:?$|^(sum|average|mean|count):?$/i;

/** Takes out the rows that hold the column names again, as where several exports were put together. */
export function withoutHeaders(raw: RawTable): RawTable {
  const names = raw.header.map(plainHeader).join("\0");
  return withoutRows(
    raw,
    raw.rows.map((row) => row.map(plainHeader).join("\0") === names),
    {
      found: "the column names again",
      expected: `the column names once, on ${raw.place} ${raw.headerLine}`,
      remedy: "Delete the row.",
    },
  );
}

/** Takes out the rows that sum up others: a `Total` in the first cell that is not empty, or in the key. */
export function withoutTotals(raw: RawTable, key: number | undefined): RawTable {
  const isTotal = raw.rows.map((row) => {
    const first = row.find((cell) => cell.trim() !== "") ?? "";
    return TOTAL.test(first.trim()) || (key !== undefined && TOTAL.test(row[key].trim()));
  });
  return withoutRows(raw, isTotal, {
    found: "a row of totals",
    expected: "one row for each customer and no others",
    remedy: "Delete the row.",
  });
}

/** Takes out the rows that are marked; each is a finding. */
function withoutRows(
  raw: RawTable,
  isOut: readonly boolean[],
  why: Pick<Finding, "found" | "expected" | "remedy">,
): RawTable {
  const out = raw.lines.filter((_, i) => isOut[i]);
  return {
    ...raw,
    rows: raw.rows.filter((_, i) => !isOut[i]),
    lines: raw.lines.filter((_, i) => !isOut[i]),
    findings: [...raw.findings, ...out.map((line) => ({line, column: null, ...why}))],
  };
}

/** Rows that repeat others, and whether there are enough of them. */
export interface CheckedRows extends Checked {
  /** False for a row that the contract drops. */
  kept: boolean[];
}

/**
 * Applies the rules on whole rows: keys once, no row twice, how many combinations of features differ,
 * and enough rows for the models. How many rows differ is a finding only where the table has none so far.
 *
 * @param given the customers' keys, one for each row; undefined where the file has none
 * @param features the columns of the models, as long as `keys`
 */
export function checkRows(
  raw: RawTable,
  given: readonly string[] | undefined,
  features: readonly Float64Array[],
  contract: Contract,
): CheckedRows {
  const keys = given ?? raw.lines.map(String);
  const keysChecked = given?.length ?? 0;
  const profiles = keys.map((_, i) => features.map((values) => values[i]).join("|"));
  const sameKey = earlierRows(keys.map((key) => (isMissing(key) ? undefined : key)));
  const sameRow = earlierRows(keys.map((key, i) => (isMissing(key) ? undefined : `${profiles[i]}|${key}`)));
  const kept = sameRow.map((earlier) => earlier === undefined || contract.duplicateRows !== "drop");
  const {place, lines} = raw;
  const checked = keys.length;
  const pairs = (earlier: readonly (number | undefined)[]) =>
    lines.filter((_, i) => earlier[i] !== undefined);
  const otherKeys = sameKey.map((earlier, i) => (sameRow[i] === undefined ? earlier : undefined));
  const keyLines = pairs(otherKeys);
  const rowLines = pairs(sameRow);
  // of the rows kept: what pages count, they count on these
  const profileLines = pairs(earlierRows(profiles.map((profile, i) => (kept[i] ? profile : undefined))));
  const repeatedKeys = new Set(keys.filter((_, i) => otherKeys[i] !== undefined)).size;
  return {
    kept,
    findings: [
      ...(contract.duplicateKeys === "fail" ? repeats(raw, otherKeys, keyColumn(contract), "the key") : []),
      ...(contract.duplicateRows === "fail" ? repeats(raw, sameRow, null, "the key and all the values") : []),
      ...tooFew(raw, new Set(profiles).size, contract),
    ],
    quality: [
      qualityRule(
        "rows.empty",
        "",
        "Every line holds a customer.",
        {checked: checked + raw.emptyLines.length, noted: raw.emptyLines.length},
        rowsNoted("without any value, passed over", raw.emptyLines, place),
      ),
      qualityRule(
        "rows.keys",
        keyName(contract),
        "The file has the customers' keys.",
        {checked, noted: given === undefined ? checked : 0},
        "No column of keys: row numbers stand for the customers. They cannot be followed from one edition to the next, and a customer who is there twice is not noticed.",
      ),
      qualityRule(
        "rows.key",
        keyName(contract),
        "A customer's key stands on one row.",
        {checked: keysChecked, noted: keyLines.length},
        `${repeatedKeys === 1 ? "One key stands" : `${repeatedKeys} keys stand`} on more than one row, with different values; all rows were kept. ${listPairs(raw, otherKeys)}.`,
      ),
      qualityRule(
        "rows.repeated",
        "",
        "No row repeats the key and all the values of an earlier row.",
        {checked: keysChecked, noted: rowLines.length},
        rowsNoted(
          contract.duplicateRows === "drop"
            ? "repeating an earlier one, left out"
            : "repeating an earlier one, kept",
          rowLines,
          place,
        ),
      ),
      qualityRule(
        "rows.profile",
        "",
        "No two rows agree in every feature.",
        {checked: kept.filter(Boolean).length, noted: profileLines.length},
        rowsNoted("with all the features of an earlier row, kept", profileLines, place),
      ),
      qualityRule(
        "rows.enough",
        "",
        `There are at least ${contract.minimumRows} rows, and as many that differ in their features.`,
        {checked, noted: 0},
      ),
    ],
  };
}

/** For each value the index of the first one that equals it; undefined for the first, and where there is no value. */
function earlierRows(values: readonly (string | undefined)[]): (number | undefined)[] {
  const first = new Map<string, number>();
  return values.map((value, i) => {
    if (value === undefined) return undefined;
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, i);
    return earlier;
  });
}

function keyColumn({columns}: Contract): string | null {
  return columns.find((column) => column.role === "key")?.header ?? null;
}

function keyName({columns}: Contract): string {
  return columns.find((column) => column.role === "key")?.name ?? "";
}

function repeats(
  raw: RawTable,
  earlier: readonly (number | undefined)[],
  column: string | null,
  what: string,
): Finding[] {
  return earlier.flatMap((first, i) =>
    first === undefined
      ? []
      : {
          line: raw.lines[i],
          column,
          found: `${what} of ${raw.place} ${raw.lines[first]} again`,
          expected: "one row for each customer",
          remedy: "Remove one of the rows; a join may have doubled them.",
        },
  );
}

function listPairs(raw: RawTable, earlier: readonly (number | undefined)[]): string {
  const groups = new Map<number, number[]>();
  earlier.forEach((first, i) => {
    if (first === undefined) return;
    groups.set(first, [...(groups.get(first) ?? [raw.lines[first]]), raw.lines[i]]);
  });
  const inOrder = Array.from(groups).sort(([a], [b]) => a - b);
  const shown = inOrder.slice(0, 20).map(([, lines]) => listLines(lines, raw.place));
  const rest = groups.size - shown.length;
  const text = shown.join("; ") + (rest > 0 ? `; and ${rest} more` : "");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function tooFew(raw: RawTable, profiles: number, {minimumRows}: Contract): Finding[] {
  const remedy = "The models compare up to ten groups of customers: use a longer file.";
  const whole = {line: null, column: null};
  const rows = raw.rowsInFile;
  if (rows < minimumRows) {
    const found = rows === 0 ? "column names but no rows" : rows === 1 ? "1 row" : `${rows} rows`;
    return [{...whole, found, expected: `at least ${minimumRows} rows`, remedy}];
  }
  if (raw.findings.length > 0 || profiles >= minimumRows) return [];
  const found = `${rows} rows, but only ${profiles} that differ in their features`;
  return [{...whole, found, expected: `at least ${minimumRows} rows that differ`, remedy}];
}
