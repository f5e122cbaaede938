import type {NumberFormat} from "../../../src/lib/input/dialect.js";
import {identifier} from "../../engine/population/dialect.js";

/**
 * A text of plain digits as a number, and otherwise NULL: what the dialect writes without padding and thousands marks. All
 * other cells are few, or the column is written in another way than declared; they are read one by one.
 *
 * @param column name of the column
 */
export function plainNumberSql(column: string, {decimal}: Pick<NumberFormat, "decimal">): string {
  const name = identifier(column);
  const mark = decimal === "." ? "[.]" : ",";
  const digits = decimal === "." ? name : `replace(${name}, ',', '.')`;
  // + 0 turns −0 into 0
  return `CASE WHEN regexp_full_match(${name}, '-?[0-9]{1,300}(${mark}[0-9]{1,300})?') THEN CAST(${digits} AS DOUBLE) + 0 END`;
}

/**
 * A number in the contract's unit, rounded as in memory where it is multiplied.
 *
 * @param value SQL of the number as written
 */
export function scaledCellSql(value: string, factor = 1): string {
  return factor === 1
    ? value
    : `CAST(format('{:.14e}', ${value} * ${factor.toExponential().toUpperCase()}) AS DOUBLE)`;
}
