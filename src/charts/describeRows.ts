import type {Row} from "../lib/narrative/chartDefinition.js";
import {formatFigure} from "../lib/narrative/formatFigure.js";

/** Says each row's value after the names of what it belongs to, as in “Premium: 8%; In branch: 34%”. */
export function describeRows(
  rows: readonly Row[],
  names: readonly string[],
  value: string,
  format: string,
): string {
  return rows
    .map((row) => `${names.map((name) => row[name]).join(", ")}: ${formatFigure(Number(row[value]), format)}`)
    .join("; ");
}
