import {format} from "d3-format";

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
 * @param specifier a d3 format (`,d`, `.1%`, `$,.0f`); `words` or `Words` for whole numbers up to twenty
 *   ("three", "Three"); `times` for how often ("once", "three times"); empty for the value as it is
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

function numberFormat(specifier: string): ((value: number) => string) | undefined {
  const inWords = (value: number) => words[value] ?? format(",")(value);
  if (specifier === "times") return (value) => times[value] ?? `${inWords(value)} times`;
  if (specifier === "words") return inWords;
  if (specifier === "Words") return (value) => capitalise(inWords(value));
  try {
    const print = format(specifier);
    // a thousand million dollars is "B" to whoever reads amounts; "G" is for physicists
    return specifier.includes("$") ? (value) => print(value).replace(/G$/, "B") : print;
  } catch {
    return undefined;
  }
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
