import {CsvError, type Options, parse} from "csv-parse/browser/esm/sync";
import type {Dialect} from "./dialect.js";
import type {Finding} from "./finding.js";
import {lineAt, lineStarts} from "./lines.js";

/** Cells of one record, and the line on which it begins. */
export interface CsvRecord {
  cells: string[];
  line: number;
}

/** Longest line, and longest record with quoted line breaks, in bytes. */
export const LONGEST_LINE = 2_000_000;

const MOST_FAULTS = 1_000;

/**
 * Splits UTF-8 text into records by RFC 4180 with any of LF, CR and CRLF as line end, also mixed.
 *
 * csv-parse does the splitting, strictly. It stops at the first quote that is out of place; reading
 * then goes on at the line after, so that the problems of all other rows are found too. Lines are
 * counted here, from byte offsets: csv-parse counts CRLF within quotes twice.
 */
export function csvRecords(
  text: Uint8Array,
  separator: Dialect["separator"],
): {records: CsvRecord[]; findings: Finding[]} {
  const starts = lineStarts(text);
  const records: CsvRecord[] = [];
  const findings: Finding[] = [];
  let offset = 0;
  while (offset < text.length && findings.length < MOST_FAULTS) {
    const error = readUntilFault(text, offset, separator, (cells, start) => {
      records.push({cells, line: lineAt(starts, start)});
    });
    if (error === undefined) break;
    const line = lineAt(starts, fieldStart(text, offset, error));
    findings.push(quoteFinding(error, line));
    offset = starts[line] ?? text.length; // starts[line] is where the next line begins
  }
  return {records, findings};
}

function readUntilFault(
  text: Uint8Array,
  offset: number,
  separator: Dialect["separator"],
  push: (cells: string[], start: number) => void,
): CsvError | undefined {
  let start = offset;
  const options: Options = {
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    max_record_size: LONGEST_LINE,
    on_record: (cells, {bytes_records}) => {
      push(cells, start);
      start = offset + bytes_records;
      return null;
    },
  };
  try {
    parse(text.subarray(offset), options);
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
}

/** Where the field at fault begins, or the separator before it: the offset that csv-parse saw last. */
function fieldStart(text: Uint8Array, offset: number, {bytes}: CsvError): number {
  return Math.min(offset + (typeof bytes === "number" ? bytes : 0), text.length - 1);
}

function quoteFinding({code}: CsvError, line: number): Finding {
  const place = {line, column: null};
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE") {
    return {
      ...place,
      found: "a double quote that opens here and is never closed",
      expected: "a closing double quote in the same value",
      remedy: "Close the quote where the value ends, or remove it.",
    };
  }
  if (code === "CSV_INVALID_CLOSING_QUOTE") {
    return {
      ...place,
      found: "a quoted value that begins here and goes on after its closing quote",
      expected: "a separator or the end of the line after the closing quote",
      remedy: 'Close the quote where the value ends; a double quote within a value is written twice: "".',
    };
  }
  return {
    ...place,
    found: "a double quote in the middle of a value",
    expected: "double quotes around the whole value, or none",
    remedy: 'Quote the whole value and write each double quote within it twice: "".',
  };
}
