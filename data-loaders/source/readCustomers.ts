import {readFile} from "node:fs/promises";
import {basename} from "node:path";
import type {Contract, DatasetDefinition} from "../datasets/dataset.js";
import {sha256} from "../engine/content/sha256.js";
import {checkDates} from "./checkDates.js";
import {checkNumbers} from "./checkNumbers.js";
import {checkRelations} from "./checkRelations.js";
import {checkRows, withoutHeaders, withoutTotals} from "./checkRows.js";
import {checkText} from "./checkText.js";
import {typeFinding} from "./columnType.js";
import type {CustomerTable} from "./customers.js";
import {matchHeader} from "./header.js";
import {InputError} from "./inputError.js";
import type {InputFileContent} from "./inputFileContent.js";
import type {Checked} from "./qualityRule.js";
import type {RawTable} from "./rawTable.js";
import {readCsv} from "./readCsv.js";
import {isParquet, readParquet} from "./readParquet.js";
import {checkUnits, type RuledColumn, standardisedFinding} from "./units.js";
import {unreadableFile} from "./unreadableFile.js";

/**
 * Reads a CSV or Parquet file of customers and holds it against the data set's contract; see `checkCustomers`.
 *
 * @param synthetic whether the file is the embedded sample; it is passed on to what is published
 * @throws InputError with everything that is wrong with the file
 */
export async function readCustomers(
  path: string,
  definition: Pick<DatasetDefinition, "contract">,
  {synthetic}: {synthetic: boolean},
): Promise<CustomerTable> {
  const unreadable = unreadableFile(path);
  if (unreadable) throw new InputError(path, [unreadable]);
  const bytes = await readFile(path);
  const format = isParquet(path) ? "parquet" : "csv";
  const input = {path, name: basename(path), bytes, sha256: sha256(bytes), synthetic, format} as const;
  return checkCustomers(input, definition);
}

/**
 * Holds a file of customers against the data set's contract.
 *
 * The result has the columns of role `key` (text) and `feature` (numbers, `NaN` where a value is
 * missing and the contract lets it be), n values each in the order of the file, and the outcome of
 * every rule.
 *
 * @throws InputError with everything that is wrong with the file
 */
export async function checkCustomers(
  {path, name, bytes, sha256, synthetic, format}: InputFileContent,
  {contract}: Pick<DatasetDefinition, "contract">,
): Promise<CustomerTable> {
  const raw = format === "parquet" ? await readParquet(path, bytes) : readCsv(path, bytes, contract);
  const header = matchHeader(raw.header, raw.headerLine, contract);
  const key = contract.columns.find((column) => column.role === "key")?.name ?? "";
  const table = withoutTotals(withoutHeaders(raw), header.positions.get(key));
  const columns = checkColumns(table, header.positions, contract);
  const standardised = standardisedFinding(columns.written);
  if (standardised !== undefined) throw new InputError(path, [standardised], raw.place);
  const units = checkUnits(ruledColumns(columns, contract));
  const keys = columns.text.get(key);
  const soFar = [...table.findings, ...header.findings, ...units.findings, ...columns.findings];
  const features = contract.columns.flatMap(({role, name}) =>
    role === "feature" ? (columns.numbers.get(name) ?? []) : [],
  );
  const rows = checkRows({...table, findings: soFar}, keys, features, contract);
  const findings = [...soFar, ...rows.findings];
  if (findings.length > 0) throw new InputError(path, findings, raw.place);
  const relations = await checkRelations(table, columns.numbers, contract.relations ?? []);
  return {
    ...keptRows(columns, rows.kept),
    quality: [...header.quality, ...columns.quality, ...units.quality, ...relations, ...rows.quality],
    input: {
      name,
      bytes: bytes.length,
      sha256,
      rows: table.rows.length,
      synthetic,
      hasKeys: keys !== undefined,
    },
  };
}

interface Columns {
  text: Map<string, string[]>;
  numbers: Map<string, Float64Array>;
  /** Numbers of the features as they are written, also beyond their ranges. */
  written: Float64Array[];
}

function ruledColumns({numbers}: Columns, {columns}: Contract): RuledColumn[] {
  return columns.flatMap((rule) => {
    const values = numbers.get(rule.name);
    return values === undefined ? [] : [{rule, values}];
  });
}

/** Checks each column that the file has; those of role `extra` are not handed on. */
function checkColumns(
  raw: RawTable,
  positions: Map<string, number>,
  {columns, dialect}: Contract,
): Columns & Checked {
  const checked: Columns & Checked = {
    text: new Map(),
    numbers: new Map(),
    written: [],
    findings: [],
    quality: [],
  };
  for (const rule of columns) {
    const position = positions.get(rule.name);
    if (position === undefined || raw.rows.length === 0) continue;
    const wrongType = typeFinding(rule, raw.types?.[position]);
    if (wrongType !== undefined) {
      checked.findings.push(wrongType);
      continue;
    }
    if (rule.type === "text") {
      const {values, findings, quality} = checkText(raw, position, rule);
      checked.findings.push(...findings);
      checked.quality.push(...quality);
      if (rule.role !== "extra") checked.text.set(rule.name, values);
    } else if (rule.type === "date") {
      const {values, findings, quality} = checkDates(raw, position, rule);
      checked.findings.push(...findings);
      checked.quality.push(...quality);
      if (rule.role !== "extra") checked.numbers.set(rule.name, values);
    } else {
      const {values, written, findings, quality} = checkNumbers(raw, position, rule, dialect);
      checked.findings.push(...findings);
      checked.quality.push(...quality);
      if (rule.role === "extra") continue;
      checked.numbers.set(rule.name, values);
      if (rule.role === "feature") checked.written.push(written);
    }
  }
  return checked;
}

function keptRows(
  {text, numbers}: Pick<Columns, "text" | "numbers">,
  kept: readonly boolean[],
): Pick<CustomerTable, "rows" | "text" | "numbers"> {
  return {
    rows: kept.filter(Boolean).length,
    text: Object.fromEntries(Array.from(text, ([name, values]) => [name, values.filter((_, i) => kept[i])])),
    numbers: Object.fromEntries(
      Array.from(numbers, ([name, values]) => [name, values.filter((_, i) => kept[i])]),
    ),
  };
}
