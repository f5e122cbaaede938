import {type FigureValue, formatFigure} from "../../../src/lib/narrative/formatFigure.js";

/**
 * How far a figure has moved, in its own unit: percentage points for a share, dollars for an amount.
 *
 * @param format the figure's own format
 * @returns empty where one of the two is not a number
 */
export function describeDifference(old: FigureValue, now: FigureValue, format: string): string {
  if (typeof old !== "number" || typeof now !== "number") return "";
  const difference = now - old;
  if (format.endsWith("%")) return `${formatFigure(100 * difference, "+,.3~r")} points`;
  return formatFigure(difference, format.startsWith("$") ? "+$,.4~r" : "+,.4~r");
}
