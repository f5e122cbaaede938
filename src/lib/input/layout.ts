import {csvRecords} from "./csvRecords.js";
import type {Dialect} from "./dialect.js";
import type {Finding} from "./finding.js";
import {lineStarts} from "./lines.js";
import {plainHeader} from "./plainHeader.js";
import {quoted} from "./quoted.js";
import {numberReader, otherMarkReader} from "./readNumber.js";

/** What a layout is held against: the part of a contract that says how the text is written. */
export interface DeclaredLayout {
  dialect: Dialect;
  columns: readonly {
    header: string;
    type: "integer" | "number" | "text" | "date";
    role: "feature" | "describe" | "outcome" | "key" | "extra";
  }[];
}

const HEAD_BYTES = 65_536;
const HEAD_LINES = 50;

const SEPARATORS: readonly {separator: Dialect["separator"]; name: string}[] = [
  {separator: ",", name: "comma"},
  {separator: ";", name: "semicolon"},
  {separator: "\t", name: "tab"},
];

/**
 * Says what the head of a text looks like if it is not what the contract declares: another separator
 * (and decimal mark), lines above the header, or no header at all. Nothing is guessed for reading: the file is refused.
 */
export function otherLayout(text: Uint8Array, contract: DeclaredLayout): Finding | undefined {
  const head = headOf(text);
  return otherDialect(head, contract) ?? preamble(head, contract) ?? noHeader(head, contract);
}

/** The first lines of the text: enough for the header, and for a look at the numbers. */
function headOf(text: Uint8Array): Uint8Array {
  const head = text.subarray(0, HEAD_BYTES);
  const starts = lineStarts(head);
  const end =
    starts[HEAD_LINES] ?? (text.length > HEAD_BYTES && starts.length > 1 ? starts.at(-1) : undefined);
  return head.subarray(0, end);
}

function otherDialect(head: Uint8Array, contract: DeclaredLayout): Finding | undefined {
  const named = (separator: Dialect["separator"]) =>
    bestHeader(csvRecords(head, separator).records, contract).named;
  const declared = named(contract.dialect.separator);
  const other = SEPARATORS.map((each) => ({...each, named: named(each.separator)})).sort(
    (a, b) => b.named - a.named,
  )[0];
  if (other.named < 2 || other.named <= declared) return undefined;
  const decimal = decimalMark(head, other.separator, contract);
  const expectedSeparator = SEPARATORS.find((each) => each.separator === contract.dialect.separator)?.name;
  return {
    line: null,
    column: null,
    found: `what looks like values separated by ${other.name}${decimal === undefined ? "" : `, with a decimal ${decimal}`}`,
    expected: `values separated by ${expectedSeparator}, with a decimal ${markName(contract.dialect.decimal)}, as the contract declares`,
    remedy:
      "Export the file again in that form, or have whoever builds the report declare the file's dialect in the data set's contract (data-loaders/datasets).",
  };
}

/** How many columns of the contract a record names. */
function namedColumns(cells: readonly string[], {columns}: DeclaredLayout): number {
  const named = new Set(cells.map(plainHeader));
  return columns.filter(({header}) => named.has(plainHeader(header))).length;
}

function bestHeader(
  records: readonly {cells: string[]; line: number}[],
  contract: DeclaredLayout,
): {named: number; index: number} {
  let best = {named: 0, index: 0};
  records.forEach(({cells}, index) => {
    const named = namedColumns(cells, contract);
    if (named > best.named) best = {named, index};
  });
  return best;
}

function decimalMark(
  head: Uint8Array,
  separator: Dialect["separator"],
  contract: DeclaredLayout,
): string | undefined {
  const {records} = csvRecords(head, separator);
  const {index} = bestHeader(records, contract);
  const numeric = new Set(
    contract.columns.filter(({type}) => type === "number").map(({header}) => plainHeader(header)),
  );
  const positions = records[index].cells.flatMap((cell, i) => (numeric.has(plainHeader(cell)) ? [i] : []));
  const cells = records
    .slice(index + 1)
    .flatMap((record) => positions.map((i) => (record.cells[i] ?? "").trim()));
  const fractions = cells.filter((cell) => /[.,]\d{1,2}$|[.,]\d{4,}$/.test(cell));
  if (fractions.length === 0) return undefined;
  const withPoint = numberReader({decimal: ".", thousands: ","});
  const withComma = otherMarkReader({decimal: "."});
  const commas = fractions.filter((cell) => Number.isNaN(withPoint(cell)) && !Number.isNaN(withComma(cell)));
  return markName(commas.length > fractions.length / 2 ? "," : ".");
}

function markName(decimal: Dialect["decimal"]): string {
  return decimal === "," ? "comma" : "point";
}

function preamble(head: Uint8Array, contract: DeclaredLayout): Finding | undefined {
  const {records} = csvRecords(head, contract.dialect.separator);
  const first = records.findIndex(({cells}) => cells.some((cell) => cell.trim() !== ""));
  const {named, index} = bestHeader(records, contract);
  if (first < 0 || named < 2 || namedColumns(records[first].cells, contract) > 0) return undefined;
  return {
    line: records[first].line,
    column: null,
    found: `other lines above the column names, beginning ${quoted(records[first].cells.join(contract.dialect.separator))}`,
    expected: `the column names, which stand on line ${records[index].line}`,
    remedy: deleteLines(records[first].line, records[index].line - 1),
  };
}

function deleteLines(from: number, to: number): string {
  return from === to ? `Delete line ${from}.` : `Delete lines ${from} to ${to}.`;
}

function noHeader(head: Uint8Array, contract: DeclaredLayout): Finding | undefined {
  const {records} = csvRecords(head, contract.dialect.separator);
  const first = records.find(({cells}) => cells.some((cell) => cell.trim() !== ""));
  if (first === undefined || bestHeader(records, contract).named > 0) return undefined;
  const names = contract.columns.filter(({role}) => role !== "extra").map(({header}) => header);
  return {
    line: first.line,
    column: null,
    found: `none of the column names, but ${quoted(first.cells.join(contract.dialect.separator))}`,
    expected: `a line with the names ${names.join(", ")}`,
    remedy: "Check that it is the right file, and that its first line holds the column names.",
  };
}
