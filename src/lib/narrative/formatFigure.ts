import {type FormatSpecifier, format, formatSpecifier} from "d3-format";

const words = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
  "twenty",
];

const times = ["never", "once", "twice"];

/**
 * The value of a figure: one cell of a query's result. Null where these data have none, such as the mean of
 * customers of whom there is not one.
 */
export type FigureValue = number | string | boolean | null;

/** A figure's format is none. */
export class FormatError extends Error {}

/**
 * Writes a figure's value as the report prints it.
 *
 * A share that is neither nothing nor everything is not printed as `0%` or `100%`, but as `<1%` or `>99%`.
 *
 * @param specifier a d3 format (`,d`, `.1%`, `$,.0f`); `words` or `Words` for whole numbers up to twenty
 *   ("three", "Three"); `times` for how often ("once", "three times"); empty for the value as it is. After a
 *   space may follow what is counted, for one and for others (`,d customer/customers`)
 * @throws FormatError if the specifier is not valid, whatever the value
 */
export function formatFigure(value: FigureValue, specifier: string): string {
  const print = numberFormat(specifier);
  if (print === undefined) throw new FormatError(complaint(specifier));
  if (value === null) return "no value";
  return typeof value === "number" ? print(value) : String(value);
}

/** What is wrong with a format; undefined where it is valid. */
export function invalidFormat(specifier: string): string | undefined {
  return numberFormat(specifier) === undefined ? complaint(specifier) : undefined;
}

function complaint(specifier: string): string {
  return `invalid format; not a d3 format (as ,d or .1%), words, Words or times: ${specifier}`;
}

/** A format, and what is counted: one and others. */
const counted = /^(\S*)\s+([^/]+)\/([^/]+)$/;

function numberFormat(specifier: string): ((value: number) => string) | undefined {
  const [, count, one, others] = counted.exec(specifier) ?? [];
  if (count === undefined) return plainFormat(specifier);
  const print = plainFormat(count);
  if (print === undefined) return undefined;
  // what is read decides: 1.2 printed as 1 is one
  return (value) => `${print(value)} ${print(value) === print(1) ? one : others}`;
}

function plainFormat(specifier: string): ((value: number) => string) | undefined {
  const inWords = (value: number) => words[value] ?? format(",")(value);
  if (specifier === "times") return (value) => times[value] ?? `${inWords(value)} times`;
  if (specifier === "words") return inWords;
  if (specifier === "Words") return (value) => capitalise(inWords(value));
  try {
    const print = format(specifier);
    if (specifier.endsWith("%")) return (value) => printShare(value, print, formatSpecifier(specifier));
    // a thousand million dollars is "B" to whoever reads amounts; "G" is for physicists
    return specifier.includes("$") ? (value) => print(value).replace(/G$/, "B") : print;
  } catch {
    return undefined;
  }
}

/** With the least or the largest that can be printed where the share itself would read as nothing or everything. */
function printShare(
  value: number,
  print: (value: number) => string,
  {precision = 6}: FormatSpecifier,
): string {
  const least = 10 ** -(precision + 2);
  if (value > 0 && value < least / 2) return `<${print(least)}`;
  if (value < 1 && value > 1 - least / 2) return `>${print(1 - least)}`;
  return print(value);
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
