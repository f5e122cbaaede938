import {basename} from "node:path";
import {type CsvRecord, csvRecords} from "../../src/lib/input/csvRecords.js";
import type {Dialect} from "../../src/lib/input/dialect.js";
import {unreadableAsText, withoutMark} from "../../src/lib/input/fileKind.js";
import type {Finding} from "../../src/lib/input/finding.js";
import {otherLayout} from "../../src/lib/input/layout.js";
import type {Contract} from "../datasets/dataset.js";
import {InputError} from "./inputError.js";
import type {RawTable} from "./rawTable.js";

/**
 * Reads the bytes of a CSV file in the contract's dialect.
 *
 * @throws InputError with one problem if the file as a whole is not such a file
 */
export function readCsv(path: string, bytes: Uint8Array, contract: Contract): RawTable {
  const unreadable = unreadableAsText(bytes, basename(path));
  if (unreadable) throw new InputError(path, [unreadable]);
  const text = withoutMark(bytes);
  const layout = otherLayout(text, contract);
  if (layout) throw new InputError(path, [layout]);
  const {records, findings} = csvRecords(text, contract.dialect.separator);
  return tableOf(records, findings, contract.dialect);
}

function tableOf(records: readonly CsvRecord[], quoteFindings: Finding[], {separator}: Dialect): RawTable {
  const filled = records.filter(({cells}) => cells.some((cell) => cell.trim() !== ""));
  const empty = records.filter(({cells}) => cells.every((cell) => cell.trim() === ""));
  const [header = {cells: [], line: 1}, ...body] = filled;
  const width = header.cells.length;
  const rows = body.filter(({cells}) => cells.length === width);
  const ragged = body.filter(({cells}) => cells.length !== width);
  return {
    place: "line",
    header: header.cells,
    headerLine: header.line,
    rows: rows.map(({cells}) => cells),
    lines: rows.map(({line}) => line),
    emptyLines: empty.map(({line}) => line),
    rowsInFile: body.length + quoteFindings.length,
    native: header.cells.map(() => false),
    findings: [...quoteFindings, ...ragged.map((record) => raggedFinding(record, header, separator))],
  };
}

function raggedFinding({cells, line}: CsvRecord, header: CsvRecord, separator: string): Finding {
  const values = cells.length === 1 ? "1 value" : `${cells.length} values`;
  const remedy =
    cells.length < header.cells.length
      ? "Add the values that are missing; an unknown value is an empty one."
      : `Put a value that contains ${separator === "\t" ? "a tab" : `"${separator}"`} in double quotes, or remove what is too much.`;
  return {
    line,
    column: null,
    found: values,
    expected: `${header.cells.length} values, as many as there are column names on line ${header.line}`,
    remedy,
  };
}
