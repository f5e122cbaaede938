import type {Dialect, NumberFormat} from "./dialect.js";
import type {Finding, Place} from "./finding.js";
import {quoted} from "./quoted.js";
import {numberReader} from "./readNumber.js";

/** A cell that is not a number in the declared dialect. */
export interface RefusedCell {
  trimmed: string;
  line: number;
}

/** From so many cells written in one other way, the column is told as a whole and not cell by cell. */
const FEWEST = 5;

/** A sign or a code before or after a number. */
const CURRENCY = /^[+-]?\s*(\p{Sc}|\p{L}{1,3}\.?)\s*[+-]?[\d.,]|\d\s*(\p{Sc}|\p{L}{1,3}\.?)$/u;

/**
 * Finds the cells of a column that are numbers in another format than the declared one, with a currency, with other marks or
 * in other groups, and tells them in one problem that says what to declare. Nothing is guessed for reading.
 *
 * @param cells those that are not numbers in the declared dialect
 * @param expected what the column holds
 * @returns the problem and the lines that it covers; undefined where fewer than five cells are in one such format
 */
export function otherFormat(
  header: string,
  cells: readonly RefusedCell[],
  declared: Dialect,
  {expected, place}: {expected: string; place: Place},
): {finding: Finding; lines: Set<number>} | undefined {
  if (cells.length < FEWEST) return undefined;
  const found = candidates(cells, declared)
    .map((format) => {
      const read = numberReader(format);
      return {format, covered: cells.filter(({trimmed}) => !Number.isNaN(read(trimmed)))};
    })
    .reduce<{format: NumberFormat; covered: RefusedCell[]} | undefined>(
      (best, each) => (each.covered.length > (best?.covered.length ?? 0) ? each : best),
      undefined,
    );
  if (found === undefined || found.covered.length < FEWEST) return undefined;
  const {format, covered} = found;
  const [first] = covered;
  const count = covered.length.toLocaleString("en-US");
  return {
    lines: new Set(covered.map(({line}) => line)),
    finding: {
      line: null,
      column: header,
      found: `${count} values written as ${quoted(first.trimmed)} (first on ${place} ${first.line}): ${describe(format, declared)}`,
      expected,
      remedy: `Declare it in the data set's contract, dialect: ${written({...declared, ...format})}; or write the values in digits.`,
    },
  };
}

/** The formats that the cells may be in, the plainest first. */
function candidates(cells: readonly RefusedCell[], declared: Dialect): NumberFormat[] {
  const {decimal, thousands, currency, grouping} = declared;
  const signs = new Set<string | undefined>([currency]);
  for (const {trimmed} of cells) {
    const [, before, after] = CURRENCY.exec(trimmed) ?? [];
    const sign = before ?? after;
    if (sign !== undefined && !/^e$/i.test(sign)) signs.add(sign);
    if (signs.size > 3) break;
  }
  const marks: NumberFormat[] = [
    {decimal, thousands, grouping},
    {decimal, thousands: "'"},
    ...(decimal === "." ? [{decimal, thousands: ",", grouping: "indian"} as const] : []),
    decimal === "." ? {decimal: ",", thousands: "."} : {decimal: ".", thousands: ","},
    {decimal, thousands: " "},
    {decimal: decimal === "." ? "," : ".", thousands: " "},
  ];
  return marks.flatMap((format) => Array.from(signs, (sign) => ({...format, currency: sign})));
}

/** What is other than declared. */
function describe(format: NumberFormat, declared: Dialect): string {
  const parts = [
    ...(format.currency === declared.currency ? [] : [`with the currency ${quoted(format.currency ?? "")}`]),
    ...(format.decimal === declared.decimal
      ? []
      : [`with a decimal ${format.decimal === "," ? "comma" : "point"}`]),
    ...(format.grouping === "indian" && declared.grouping === undefined
      ? ["in groups of two digits after the last three"]
      : []),
    ...(format.thousands === declared.thousands || format.decimal !== declared.decimal
      ? []
      : [`with ${quoted(format.thousands)} between groups of digits`]),
  ];
  return parts.join(", ");
}

/** A dialect as it stands in a definition. */
function written({separator, decimal, thousands, grouping, currency}: Dialect): string {
  const fields = {separator, decimal, thousands, grouping, currency};
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return `{${given.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(", ")}}`;
}
