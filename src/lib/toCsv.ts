import type {Cell, QueryResult} from "./queryResult.js";

/** What a spreadsheet would take for the beginning of a formula. */
const formula = /^[=+\-@\t\r]/;

/**
 * Writes a result as CSV (RFC 4180, UTF-8). NULL is an empty field, empty text `""`. Text that a spreadsheet would run as a
 * formula gets an apostrophe in front, unless it is a number.
 */
export function toCsv({columns, rows}: QueryResult): string {
  return csvLines([columns.map(({name}) => name), ...rows]);
}

/** The lines of rows, without a heading: what is added to a text that has one. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return rows.map((cells) => `${cells.map(field).join(",")}\r\n`).join("");
}

function field(cell: Cell): string {
  if (cell === null) return "";
  const text = String(cell);
  if (text === "") return '""';
  const isNumber = typeof cell === "number" || (text.trim() !== "" && Number.isFinite(Number(text)));
  const safe = formula.test(text) && !isNumber ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
