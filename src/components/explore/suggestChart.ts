import {isNumberType, type ResultColumn} from "../database/StoredResult.js";

export const chartTypes = ["bars", "lines", "dots", "histogram"] as const;
export type ChartType = (typeof chartTypes)[number];

/** A chart of a result: places of columns, from 0. */
export interface ChartChoice {
  type: ChartType;
  across: number;
  /** Unused in a histogram, which counts. */
  up: number;
  /** The column that tells series apart, if any. */
  colour: number | undefined;
}

/** What a column's values are to a chart. */
export type Kind = "number" | "time" | "name";

/** Series that colours can tell apart. */
export const mostSeries = 6;
/** Bars that can be read. */
const mostBars = 60;

export function kindOf({type}: ResultColumn): Kind {
  if (isNumberType(type)) return "number";
  return /^(DATE|TIME)/.test(type) ? "time" : "name";
}

/**
 * The chart that suits a result: lines over time or over numbers that rise row by row, bars for a number of each name, dots for
 * two numbers, a histogram for one.
 *
 * @param rows some of the result, as DuckDB prints values
 * @returns undefined where there is nothing to draw: no number, or fewer than two rows
 */
export function suggestChart(
  columns: readonly ResultColumn[],
  rows: readonly (readonly (string | null)[])[],
): ChartChoice | undefined {
  const of = (kind: Kind) => columns.flatMap((column, i) => (kindOf(column) === kind ? i : []));
  const [numbers, times, names] = [of("number"), of("time"), of("name")];
  if (numbers.length === 0 || rows.length < 2) return undefined;
  const series = names.find((column) => distinct(rows, column) <= mostSeries);
  const rising = numbers.length > 1 ? numbers.find((column) => rises(rows, column)) : undefined;
  const first = numbers.find((column) => column !== rising) ?? numbers[0];
  if (times.length > 0) return {type: "lines", across: times[0], up: first, colour: series};
  if (names.length > 0 && rows.length <= mostBars) {
    const across = names.find((column) => distinct(rows, column) === rows.length) ?? names[0];
    const colour = names.find((column) => column !== across && distinct(rows, column) <= mostSeries);
    return {type: "bars", across, up: first, colour};
  }
  if (rising !== undefined) return {type: "lines", across: rising, up: first, colour: undefined};
  if (numbers.length > 1) return {type: "dots", across: numbers[0], up: numbers[1], colour: series};
  return {type: "histogram", across: numbers[0], up: numbers[0], colour: undefined};
}

/** Different values of a column. */
export function distinct(rows: readonly (readonly (string | null)[])[], column: number): number {
  return new Set(rows.map((row) => row[column])).size;
}

function rises(rows: readonly (readonly (string | null)[])[], column: number): boolean {
  return rows.every((row, i) => i === 0 || Number(rows[i - 1][column]) < Number(row[column]));
}
