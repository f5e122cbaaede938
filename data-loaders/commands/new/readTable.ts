import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {rollups} from "d3-array";
import {csvRecords} from "../../../src/lib/input/csvRecords.js";
import type {Dialect, NumberFormat} from "../../../src/lib/input/dialect.js";
import {unreadableAsText, withoutMark} from "../../../src/lib/input/fileKind.js";
import {isMissing, numberReader} from "../../../src/lib/input/readNumber.js";
import {quote} from "../../engine/tables/database.js";
import {InputError} from "../../source/inputError.js";
import {isParquet, readParquet} from "../../source/readParquet.js";
import {unreadableFile} from "../../source/unreadableFile.js";

/** A table that nobody has prepared: its cells as text, and how it is written. */
export interface GivenTable {
  header: string[];
  /** Cells of each column, trimmed; "" where nothing is known. */
  columns: string[][];
  /** Line of each row in the file. */
  lines: number[];
  dialect: Dialect;
  /** The bytes that a build reads: the file itself, or the table of a database as Parquet. */
  bytes: Uint8Array;
  ending: "csv" | "parquet";
}

const separators: readonly Dialect["separator"][] = [",", ";", "\t"];

/** How numbers may be written, the usual one first. */
const notations: readonly NumberFormat[] = [
  {decimal: ".", thousands: ","},
  {decimal: ",", thousands: "."},
  {decimal: ",", thousands: " "},
  {decimal: ".", thousands: " "},
  {decimal: ".", thousands: "'"},
  {decimal: ".", thousands: ",", grouping: "indian"},
];

/**
 * Reads a CSV or Parquet file, or `FILE.duckdb:TABLE`, as it is.
 *
 * @throws InputError if it cannot be read as a table
 */
export async function readTable(source: string): Promise<GivenTable> {
  const database = /^(.*\.(?:duckdb|db)):([^:/\\]+)$/i.exec(source);
  const path = database?.[1] ?? source;
  const unreadable = unreadableFile(path);
  if (unreadable) throw new InputError(path, [unreadable]);
  if (database) return tableOfDatabase(database[1], database[2]);
  const bytes = new Uint8Array(await readFile(path));
  return isParquet(path) ? parquetTable(path, bytes) : csvTable(path, bytes);
}

async function parquetTable(path: string, bytes: Uint8Array): Promise<GivenTable> {
  const {header, rows, lines} = await readParquet(path, bytes);
  return {
    header,
    columns: columnsOf(rows, header.length),
    lines,
    dialect: {separator: ",", decimal: ".", thousands: ""},
    bytes,
    ending: "parquet",
  };
}

function csvTable(path: string, bytes: Uint8Array): GivenTable {
  const unreadable = unreadableAsText(bytes, basename(path));
  if (unreadable) throw new InputError(path, [unreadable]);
  const text = withoutMark(bytes);
  const separator = likelySeparator(text);
  const {records, findings} = csvRecords(text, separator);
  const [header, ...body] = records.filter(({cells}) => cells.some((cell) => cell.trim() !== ""));
  if (header === undefined || body.length === 0 || header.cells.length < 2)
    throw new InputError(path, [
      {
        line: null,
        column: null,
        found:
          header === undefined
            ? "an empty file"
            : body.length === 0
              ? "column names but no rows"
              : "one column",
        expected: "a table of customers: a line of column names, and a line for each customer",
        remedy: "Export the table as CSV with commas, semicolons or tabs between the columns.",
      },
    ]);
  const width = header.cells.length;
  const ragged = body.filter(({cells}) => cells.length !== width);
  if (findings.length + ragged.length > 0)
    throw new InputError(path, [
      ...findings,
      ...ragged.map(({cells, line}) => ({
        line,
        column: null,
        found: `${cells.length} values`,
        expected: `${width}, as many as there are column names on line ${header.line}`,
        remedy: "Correct the row, or put a value that contains the separator in double quotes.",
      })),
    ]);
  const columns = columnsOf(
    body.map(({cells}) => cells),
    width,
  );
  return {
    header: header.cells.map((name) => name.trim()),
    columns,
    lines: body.map(({line}) => line),
    dialect: {separator, ...likelyNotation(columns)},
    bytes,
    ending: "csv",
  };
}

function columnsOf(rows: readonly (readonly string[])[], width: number): string[][] {
  return Array.from({length: width}, (_, j) =>
    rows.map((row) => {
      const cell = row[j].trim();
      return isMissing(cell) ? "" : cell;
    }),
  );
}

/** The separator that divides the first lines into most columns, as many in each line. */
function likelySeparator(text: Uint8Array): Dialect["separator"] {
  const head = text.subarray(0, 65_536);
  const width = (separator: Dialect["separator"]) => {
    const widths = csvRecords(head, separator)
      .records.slice(0, 40)
      .map(({cells}) => cells.length);
    // the last line of the head may be cut off
    const same = widths.slice(0, -1).filter((count) => count === widths[0]).length;
    return same >= 0.9 * (widths.length - 1) ? widths[0] : 1;
  };
  return separators.reduce((best, separator) => (width(separator) > width(best) ? separator : best));
}

/** The notation in which most cells are numbers, and the currency that stands beside them. */
function likelyNotation(columns: readonly string[][]): NumberFormat {
  const cells = columns.flatMap((column) => column.slice(0, 500)).filter((cell) => /\d/.test(cell));
  const currency = likelyCurrency(cells);
  const candidates = notations.map((notation) =>
    currency === undefined ? notation : {...notation, currency},
  );
  const numbers = candidates.map((candidate) => {
    const read = numberReader(candidate);
    return cells.filter((cell) => !Number.isNaN(read(cell))).length;
  });
  return candidates[numbers.indexOf(Math.max(...numbers))];
}

/** The sign or code of a currency beside a number: `$13,000`, `13.000 €`, `CHF 13'000`. */
const beside =
  /^[+-]?(\p{Sc}|[A-Z]{3}(?=\s))\s?[+-]?\d[\d.,'\s\u2019]*$|^[+-]?\d[\d.,'\s\u2019]*?(\p{Sc}|(?<=\s)[A-Z]{3})$/u;
const codes = new Set(Intl.supportedValuesOf("currency"));

/** The one that stands beside most numbers; undefined where none does. */
function likelyCurrency(cells: readonly string[]): string | undefined {
  const found = cells.flatMap((cell) => {
    const [, before, after] = beside.exec(cell) ?? [];
    const sign = before ?? after;
    return sign === undefined || (sign.length === 3 && !codes.has(sign)) ? [] : sign;
  });
  const [most] = rollups(
    found,
    (each) => each.length,
    (sign) => sign,
  ).sort((a, b) => b[1] - a[1]);
  return most?.[0];
}

/** Takes a table of a DuckDB file out as Parquet: a build reads files, and the database goes on changing. */
async function tableOfDatabase(path: string, table: string): Promise<GivenTable> {
  const folder = await mkdtemp(join(tmpdir(), "cardlens-table-"));
  const instance = await DuckDBInstance.create(":memory:", {autoinstall_known_extensions: "false"});
  try {
    const connection = await instance.connect();
    await connection.run(`ATTACH ${quote(path)} AS given (READ_ONLY)`);
    const file = join(folder, "table.parquet");
    await connection.run(`COPY given."${table.replaceAll('"', '""')}" TO ${quote(file)} (FORMAT parquet)`);
    connection.closeSync();
    return await parquetTable(file, new Uint8Array(await readFile(file)));
  } catch (error) {
    throw new InputError(path, [
      {
        line: null,
        column: null,
        found: `what DuckDB cannot read (${error instanceof Error ? error.message.split("\n")[0] : String(error)})`,
        expected: `a DuckDB file with a table ${table}`,
        remedy: "Check the file and the table's name.",
      },
    ]);
  } finally {
    instance.closeSync();
    await rm(folder, {recursive: true, force: true});
  }
}
