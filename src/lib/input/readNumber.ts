import type {Dialect} from "./dialect.js";

/** What stands in a cell whose value is not known. */
const MISSING = new Set(["", "NA", "N/A", "NULL", "-"]);

/** How Parquet's own numbers are written once they are text. */
export const NATIVE: Pick<Dialect, "decimal" | "thousands"> = {decimal: ".", thousands: ""};

/** True if a trimmed cell says that there is no value: empty, `NA`, `N/A`, `NULL` or `-`, in any case. */
export function isMissing(trimmed: string): boolean {
  return trimmed.length <= 4 && MISSING.has(trimmed.toUpperCase());
}

/**
 * Makes the reader of numbers in a dialect: a trimmed cell to its number, or `NaN` if it is not one.
 *
 * A number is digits, whole groups of three between thousands marks, a fraction, an exponent.
 * Hexadecimal, `NaN`, `Infinity`, units, and numbers beyond the range of a double are not.
 */
export function numberReader({
  decimal,
  thousands,
}: Pick<Dialect, "decimal" | "thousands">): (trimmed: string) => number {
  const mark = thousands === " " ? "[ \\u00a0\\u202f]" : escapeForPattern(thousands);
  const point = escapeForPattern(decimal);
  const whole = thousands === "" ? "\\d+" : `(?:\\d{1,3}(?:${mark}\\d{3})+|\\d+)`;
  const pattern = new RegExp(`^[+-]?(?:${whole}(?:${point}\\d*)?|${point}\\d+)(?:[eE][+-]?\\d+)?$`);
  const marks = new RegExp(mark, "g");
  return (trimmed) => {
    if (!pattern.test(trimmed)) return Number.NaN;
    const digits = thousands === "" ? trimmed : trimmed.replace(marks, "");
    const value = Number(decimal === "." ? digits : digits.replace(decimal, "."));
    return Number.isFinite(value) ? value + 0 : Number.NaN; // + 0 turns −0 into 0
  };
}

/** The reader of numbers with the other decimal mark: `1,5` where the dialect's is a point, and the reverse. */
export function otherMarkReader({decimal}: Pick<Dialect, "decimal">): (trimmed: string) => number {
  return numberReader(decimal === "." ? {decimal: ",", thousands: "."} : {decimal: ".", thousands: ","});
}

function escapeForPattern(text: string): string {
  return text.replace(/[.\\+*?[\](){}|^$]/g, "\\$&");
}
