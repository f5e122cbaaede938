import {formatFigure} from "./formatFigure.js";

/**
 * Writes an amount with the sign of its currency: `$1,200`, `−€3.50`, and `CHF 1,200` where the sign is letters.
 *
 * @param format of the number, as `formatFigure` takes it; negative amounts have their minus before the sign
 */
export function money(currency: string): (value: number, format: string) => string {
  const sign = /[\p{L}.]$/u.test(currency) ? `${currency}\u00a0` : currency;
  return (value, format) => `${value < 0 ? "−" : ""}${sign}${formatFigure(Math.abs(value), format)}`;
}

/** Writes a value without its unit, unless that is the sign of a currency: `$1,200`, `12`. For places that a label explains. */
export function withSign(unit: string): (value: number, format: string) => string {
  return /^\p{Sc}$/u.test(unit) ? money(unit) : formatFigure;
}

/** Writes a value with its unit behind it, or before it where the unit is the sign of a currency: `$1,200`, `12 calls a year`. */
export function withUnit(unit: string): (value: number, format: string) => string {
  if (/^\p{Sc}$/u.test(unit)) return money(unit);
  return (value, format) => [formatFigure(value, format), unit].filter((part) => part !== "").join(" ");
}
