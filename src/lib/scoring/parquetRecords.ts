import {parquetMetadata, parquetReadObjects, parquetSchema} from "hyparquet";
import type {CsvRecord} from "../input/csvRecords.js";
import type {Dialect} from "../input/dialect.js";
import type {Finding} from "../input/finding.js";

/** A table as records of text, as a CSV file gives them; a line is the number of the row, from 1. */
export interface TextRecords {
  header: CsvRecord;
  records: CsvRecord[];
}

/**
 * Reads a Parquet file, without compression or with Snappy, as text in the dialect, so that the same rules hold as for CSV.
 * Memory: the whole table.
 *
 * @returns the records, or why the file cannot be read
 */
export async function parquetRecords(bytes: Uint8Array, dialect: Dialect): Promise<TextRecords | Finding> {
  const file = bytes.slice().buffer;
  try {
    const names = parquetSchema(parquetMetadata(file)).children.map(({element}) => element.name);
    const rows = await parquetReadObjects({file});
    return {
      header: {cells: names, line: 1},
      records: rows.map((row, i) => ({
        cells: names.map((name) => cellText(row[name], dialect)),
        line: i + 1,
      })),
    };
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error));
  }
}

function unreadable(message: string): Finding {
  const [, codec] = /unsupported compression codec: (\w+)/.exec(message) ?? [];
  const place = {line: null, column: null};
  return codec === undefined
    ? {
        ...place,
        found: `a Parquet file that cannot be read (${message})`,
        expected: "a whole Parquet file",
        remedy: "Export it again, or save the table as CSV.",
      }
    : {
        ...place,
        found: `a Parquet file that is compressed with ${codec}`,
        expected: "one without compression or with Snappy, which this page can read",
        remedy: "Write it with Snappy, or save the table as CSV.",
      };
}

function cellText(value: unknown, {decimal}: Dialect): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value).replace(".", decimal);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
