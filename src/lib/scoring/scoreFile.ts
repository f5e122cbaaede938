import {csvPieces} from "../input/csvPieces.js";
import {type CsvRecord, csvRecords} from "../input/csvRecords.js";
import type {Finding} from "../input/finding.js";
import {plainHeader} from "../input/plainHeader.js";
import {quoted} from "../input/quoted.js";
import {cellReader, type ReadCell} from "./cellReader.js";
import type {SavedColumn, SavedModel} from "./savedModel.js";
import {type Score, scoreCustomer} from "./scoreCustomer.js";

/** A customer of a file, scored. */
export interface ScoredRow {
  line: number;
  /** The customer's key as the file has it; empty where it has none. */
  key: string;
  score: Score;
}

/** What one more piece of a file gave. */
export interface ScoredPiece {
  /** Share of the file that has been read, up to 1. */
  share: number;
  rows: ScoredRow[];
  /** Rows that were left out, with the reason; where `line` is null, nothing of the file could be used. */
  problems: Finding[];
}

/** Bytes of a piece: some hundred customers, so that a page that scores piece by piece can answer between them. */
const PIECE = 65_536;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * Scores the customers of a CSV file piece by piece, by the contract of the model's data set: columns by name in any
 * order, numbers in its dialect. A row that breaks a rule is reported with its line and left out; the others are scored.
 *
 * Cost: n·(k·d + d²). Memory: one piece and what is given.
 */
export function* scoreFile(bytes: Uint8Array, model: SavedModel): Generator<ScoredPiece> {
  const text = BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte) ? bytes.subarray(3) : bytes;
  const unreadable = notText(text);
  if (unreadable) {
    yield {share: 1, rows: [], problems: [unreadable]};
    return;
  }
  let read: ReturnType<typeof rowReader> | undefined;
  for (const piece of csvPieces(text, PIECE)) {
    const {records, findings} = csvRecords(piece.bytes, model.dialect.separator);
    const shift = (line: number | null) => (line === null ? null : line + piece.firstLine - 1);
    const filled = records
      .filter(({cells}) => cells.some((cell) => cell.trim() !== ""))
      .map(({cells, line}) => ({cells, line: line + piece.firstLine - 1}));
    const problems = findings.map((finding) => ({...finding, line: shift(finding.line)}));
    if (read === undefined) {
      const header = filled.shift();
      const wrong = headerProblems(header, model);
      if (header === undefined || wrong.length > 0) {
        yield {share: 1, rows: [], problems: wrong};
        return;
      }
      read = rowReader(header, model);
    }
    const rows: ScoredRow[] = [];
    for (const record of filled) {
      const {row, findings: wrong} = read(record);
      if (row !== undefined) rows.push(row);
      problems.push(...wrong);
    }
    const end = piece.bytes.byteOffset + piece.bytes.length - text.byteOffset;
    yield {share: end / text.length, rows, problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))};
  }
}

function notText(text: Uint8Array): Finding | undefined {
  const whole = {line: null, column: null, expected: "the text of a CSV file in UTF-8"};
  if (text.length === 0) return {...whole, found: "an empty file", remedy: "Choose another file."};
  try {
    new TextDecoder("utf-8", {fatal: true}).decode(text);
  } catch {
    return {...whole, found: "bytes that are not UTF-8", remedy: "Save the file as CSV UTF-8."};
  }
  if (!text.includes(0)) return undefined;
  return {...whole, found: "NUL bytes, so no text", remedy: "Save the table as CSV."};
}

function headerProblems(header: CsvRecord | undefined, {columns}: SavedModel): Finding[] {
  const plain = (header?.cells ?? []).map(plainHeader);
  const features = columns.filter(({role}) => role === "feature");
  const missing = features.filter(({header: name}) => !plain.includes(plainHeader(name)));
  const twice = features.filter(
    ({header: name}) => plain.filter((each) => each === plainHeader(name)).length > 1,
  );
  const named = (column: SavedColumn) => quoted(column.header);
  const at = {line: null, column: null};
  return [
    ...(missing.length === 0
      ? []
      : [
          {
            ...at,
            found: `a first line without ${missing.map(named).join(", ")}`,
            expected: "a first line with the name of every variable",
            remedy: "Add the columns, or check the data set and the separator.",
          },
        ]),
    ...twice.map((column) => ({
      ...at,
      found: `${named(column)} more than once in the first line`,
      expected: "each name once",
      remedy: "Rename or remove the other column.",
    })),
  ];
}

/** Makes the reader of rows under a header. */
function rowReader(header: CsvRecord, model: SavedModel) {
  const plain = header.cells.map(plainHeader);
  const place = ({header: name}: SavedColumn) => plain.indexOf(plainHeader(name));
  const key = model.columns.filter(({role}) => role === "key").map(place)[0] ?? -1;
  const features = model.columns
    .filter(({role}) => role === "feature")
    .map((column) => ({column, position: place(column), read: cellReader(column, model.dialect)}));
  return ({cells, line}: CsvRecord): {row?: ScoredRow; findings: Finding[]} => {
    if (cells.length !== plain.length) {
      const count = cells.length === 1 ? "1 value" : `${cells.length} values`;
      const expected = `${plain.length} values, as many as there are names in the first line`;
      return {findings: [{line, column: null, found: count, expected, remedy: "Correct the row."}]};
    }
    const values: Record<string, number | null> = {};
    const findings: Finding[] = [];
    for (const {column, position, read} of features) {
      const cell: ReadCell = read(cells[position]);
      if ("value" in cell) values[column.name] = cell.value;
      else findings.push({line, column: column.header, ...cell});
    }
    if (findings.length > 0) return {findings};
    return {row: {line, key: cells[key]?.trim() ?? "", score: scoreCustomer(model, values)}, findings};
  };
}
