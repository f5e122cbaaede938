import type {FigureValue} from "./formatFigure.js";

/** Relative difference up to which two results are the same: engines, and rows in another order, add differently. */
const tolerance = 1e-9;

/** True where two values of a figure are the same, numbers up to rounding errors of their computation. */
export function sameValue(a: FigureValue, b: FigureValue): boolean {
  if (typeof a !== "number" || typeof b !== "number") return a === b;
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}
