import {csvPieces} from "../input/csvPieces.js";
import {type CsvRecord, csvRecords} from "../input/csvRecords.js";
import {unreadableAsText, withoutMark} from "../input/fileKind.js";
import type {Finding} from "../input/finding.js";
import {missingHeaders, repeatedHeaders} from "../input/headerFindings.js";
import {otherLayout} from "../input/layout.js";
import {plainHeader} from "../input/plainHeader.js";
import {cellReader, type ReadCell} from "./cellReader.js";
import {levelOf} from "./levelOf.js";
import type {TextRecords} from "./parquetRecords.js";
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
  /** Rows that were left out, with the reason; or why nothing of the file can be used. */
  problems: Finding[];
  /** True where the file as a whole is refused. */
  isRefused: boolean;
}

/** Bytes of a piece: some hundred customers, so that a page that scores piece by piece can answer between them. */
const PIECE = 65_536;
/** The same of a table. */
const ROWS = 500;

/**
 * Scores the customers of a CSV file piece by piece, by the contract of the model's data set: columns by name in any
 * order, numbers in its dialect. A row that breaks a rule is reported with its line and left out; the others are scored.
 * What a build refuses as a whole is refused here too: no text, another separator, columns that are missing.
 *
 * @param name the file's name, for what is to be done with one that is no text
 *
 * Cost: n·(k·d + d²). Memory: one piece and what is given.
 */
export function* scoreFile(bytes: Uint8Array, model: SavedModel, name: string): Generator<ScoredPiece> {
  const text = withoutMark(bytes);
  const unreadable = unreadableAsText(bytes, name) ?? otherLayout(text, model);
  if (unreadable !== undefined) {
    yield refused([unreadable]);
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
      const wrong = header === undefined ? problems : headerProblems(header, model);
      if (header === undefined || wrong.length > 0) {
        yield refused(wrong);
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
    problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    yield {share: end / text.length, rows, problems, isRefused: false};
  }
}

/**
 * Scores a table that was read from a file of another kind, by the same rules; lines are its rows. Dates are as the contract
 * declares them, or as a file of typed columns gives them: YYYY-MM-DD.
 */
export function* scoreRecords({header, records}: TextRecords, model: SavedModel): Generator<ScoredPiece> {
  const wrong = headerProblems(header, model);
  if (wrong.length > 0) {
    yield refused(wrong);
    return;
  }
  const read = rowReader(header, {
    ...model,
    describing: model.describing?.map((column) => {
      const position = header.cells.findIndex((name) => plainHeader(name) === plainHeader(column.header));
      const first = records.find(({cells}) => cells[position])?.cells[position] ?? "";
      return /^\d{4}-\d\d-\d\d$/.test(first) ? {...column, dates: "YYYY-MM-DD"} : column;
    }),
  });
  for (let from = 0; from < records.length; from += ROWS) {
    const scored = records.slice(from, from + ROWS).map(read);
    yield {
      share: Math.min(1, (from + ROWS) / records.length),
      rows: scored.flatMap(({row}) => row ?? []),
      problems: scored.flatMap(({findings}) => findings),
      isRefused: false,
    };
  }
}

/** Whether the first line of a text, or of a table, has all columns that a model needs. */
export function fitsModel(source: Uint8Array | TextRecords, model: SavedModel): boolean {
  const header =
    source instanceof Uint8Array
      ? csvRecords(firstLines(withoutMark(source)), model.dialect.separator).records[0]
      : source.header;
  return header !== undefined && headerProblems(header, model).length === 0;
}

function firstLines(text: Uint8Array): Uint8Array {
  const end = text.indexOf(10);
  return end < 0 ? text : text.subarray(0, end);
}

function refused(problems: Finding[]): ScoredPiece {
  return {share: 1, rows: [], problems, isRefused: true};
}

/** The variables and what describes are needed, and each once: a file without keys can be scored. */
function headerProblems({cells, line}: CsvRecord, model: SavedModel): Finding[] {
  const described = (model.describing ?? []).map(({header, label}) => ({
    header,
    definition: label,
    role: "feature" as const,
  }));
  const columns: Pick<SavedColumn, "header" | "definition" | "role">[] = [...model.columns, ...described];
  const isNeeded = ({role}: Pick<SavedColumn, "role">) => role === "feature";
  const needed = new Set(columns.filter(isNeeded).map(({header}) => plainHeader(header)));
  return [
    ...repeatedHeaders(cells, line).filter(({column}) => needed.has(plainHeader(column ?? ""))),
    ...missingHeaders(cells, line, {columns, needed: isNeeded}),
  ];
}

/** Makes the reader of rows under a header. */
function rowReader(header: CsvRecord, model: SavedModel) {
  const plain = header.cells.map(plainHeader);
  const place = ({header: name}: SavedColumn) => plain.indexOf(plainHeader(name));
  const key = model.columns.filter(({role}) => role === "key").map(place)[0] ?? -1;
  const features = model.columns
    .filter(({role}) => role === "feature")
    .map((column) => ({
      column,
      position: place(column),
      read: cellReader(column, model.dialect, column.factor),
    }));
  const describing = (model.describing ?? []).map((column) => ({
    column,
    position: plain.indexOf(plainHeader(column.header)),
  }));
  return ({cells, line}: CsvRecord): {row?: ScoredRow; findings: Finding[]} => {
    if (cells.length !== plain.length) {
      const count = cells.length === 1 ? "1 value" : `${cells.length} values`;
      const expected = `${plain.length} values, as many as there are names in the first line`;
      return {findings: [{line, column: null, found: count, expected, remedy: "Correct the row."}]};
    }
    const values: Record<string, number | string | null> = {};
    for (const {column, position} of describing)
      if (position >= 0) values[column.name] = levelOf(column, cells[position], model.dialect);
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
