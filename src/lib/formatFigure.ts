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

/**
 * Writes a figure's value as the report prints it.
 *
 * @param specifier a d3 format (`,d`, `.1%`, `$,.0f`); `words` or `Words` for whole numbers up to twenty
 *   ("three", "Three"); `times` for how often ("once", "three times"); empty for the value as it is
 * @throws Error if the specifier is not valid
 */
export function formatFigure(value: FigureValue, specifier: string): string {
  if (value === null) return "no value";
  if (typeof value !== "number") return String(value);
  if (specifier === "times") return times[value] ?? `${words[value] ?? format(",")(value)} times`;
  if (specifier === "words") return words[value] ?? format(",")(value);
  if (specifier === "Words") return capitalise(words[value] ?? format(",")(value));
  return format(specifier)(value);
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
