import type {Cell} from "./cell.js";

/** What a spreadsheet would take for the beginning of a formula. */
export const formula = /^[=+\-@\t\r]/;

/**
 * Writes rows as CSV (RFC 4180, UTF-8), one line each. NULL is an empty field, empty text `""`. Text that a spreadsheet would
 * run as a formula gets an apostrophe in front, unless it is a number.
 */
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
