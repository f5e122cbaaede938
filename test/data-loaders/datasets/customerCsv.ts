import {existsSync, readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";

/** Columns of a customer file by trimmed header; thousands separators and padding taken off. */
export type CustomerColumns = Readonly<Record<string, readonly string[]>>;

/** Reads a customer file as the tests need it; empty cells stay empty. */
export function readCustomerCsv(path: string): CustomerColumns {
  const [header, ...rows]: string[][] = parse(readFileSync(path, "utf8"), {trim: true});
  return Object.fromEntries(
    header.map((name, j) => [name.trim(), rows.map((row) => row[j].trim().replaceAll(",", ""))]),
  );
}

/** One column as numbers; an empty cell is NaN. */
export function numbersOf(columns: CustomerColumns, name: string): Float64Array {
  return Float64Array.from(columns[name], (cell) => (cell === "" ? Number.NaN : Number(cell)));
}

/** The word with which a test says that the bank's file is not there. */
export function whereItLies(path: string): {path: string; absent: boolean; note: string} {
  const absent = !existsSync(path);
  return {path, absent, note: absent ? ` (skipped: ${path} is not here)` : ""};
}
