import type {NumberFormat} from "./dialect.js";

/** What stands in a cell whose value is not known. */
const MISSING = new Set(["", "NA", "N/A", "NULL", "-"]);

/** How Parquet's own numbers are written once they are text. */
export const NATIVE: NumberFormat = {decimal: ".", thousands: "", grouping: undefined, currency: undefined};

/** True if a trimmed cell says that there is no value: empty, `NA`, `N/A`, `NULL` or `-`, in any case. */
export function isMissing(trimmed: string): boolean {
  return trimmed.length <= 4 && MISSING.has(trimmed.toUpperCase());
}

/**
 * Makes the reader of numbers in a dialect: a trimmed cell to its number, or `NaN` if it is not one.
 *
 * A number is digits, whole groups of digits between thousands marks, a fraction, an exponent, and the currency that the
 * dialect declares. Hexadecimal, `NaN`, `Infinity`, other units, and numbers beyond the range of a double are not.
 */
export function numberReader({
  decimal,
  thousands,
  grouping,
  currency,
}: NumberFormat): (trimmed: string) => number {
  const mark = markPattern(thousands);
  const point = escapeForPattern(decimal);
  const groups =
    grouping === "indian" ? `\\d{1,2}(?:${mark}\\d{2})*${mark}\\d{3}|\\d{1,3}` : `\\d{1,3}(?:${mark}\\d{3})+`;
  const whole = thousands === "" ? "\\d+" : `(?:${groups}|\\d+)`;
  const number = `(?:${whole}(?:${point}\\d*)?|${point}\\d+)(?:[eE][+-]?\\d+)?`;
  const sign = currency === undefined ? "" : escapeForPattern(currency);
  const pattern =
    sign === ""
      ? new RegExp(`^([+-]?)(${number})$`)
      : new RegExp(`^(?:([+-]?)(?:${sign}\\s?)?|${sign}\\s?([+-]))(${number})(?:\\s?${sign})?$`);
  const marks = new RegExp(mark, "g");
  return (trimmed) => {
    const parts = pattern.exec(trimmed)?.slice(1);
    if (parts === undefined) return Number.NaN;
    const written = parts.join("");
    const digits = thousands === "" ? written : written.replace(marks, "");
    const value = Number(decimal === "." ? digits : digits.replace(decimal, "."));
    return Number.isFinite(value) ? value + 0 : Number.NaN; // + 0 turns −0 into 0
  };
}

/** The reader of numbers with the other decimal mark: `1,5` where the dialect's is a point, and the reverse. */
export function otherMarkReader({decimal}: Pick<NumberFormat, "decimal">): (trimmed: string) => number {
  return numberReader(decimal === "." ? {decimal: ",", thousands: "."} : {decimal: ".", thousands: ","});
}

function markPattern(thousands: NumberFormat["thousands"]): string {
  if (thousands === " ") return "[ \\u00a0\\u202f]";
  return thousands === "'" ? "['\\u2019]" : escapeForPattern(thousands);
}

function escapeForPattern(text: string): string {
  return text.replace(/[.\\+*?[\](){}|^$]/g, "\\$&");
}

/** Makes the step from a file's unit to the contract's: multiplies by a factor, and rounds what binary fractions add. */
export function scaler(factor = 1): (value: number) => number {
  if (factor === 1) return (value) => value;
  return (value) => Number((value * factor).toPrecision(15));
}
