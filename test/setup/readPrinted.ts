const words =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty";

/** What a printed figure says: a number, and by how much it may differ from the exact one. */
export interface Reading {
  number: number;
  /** Half a unit of its last digit. */
  rounding: number;
}

/**
 * Reads a figure back from the page, in the form that its format asks for. It shares no code with what prints figures.
 *
 * @returns undefined where the text is not in this form
 */
export function readPrinted(text: string, format: string): Reading | undefined {
  const space = format.indexOf(" ");
  if (space > 0) return readCounted(text, format.slice(0, space), format.slice(space + 1).trim());
  // what rounds to nothing, or to everything, is printed as less or more than the next that can be told
  if (format.endsWith("%") && /^[<>]/.test(text)) {
    const end = readPrinted(text.slice(1), format);
    if (end === undefined) return undefined;
    const rounding = end.rounding / 2;
    return {number: end.number + (text.startsWith("<") ? -1 : 1) * (2 * end.rounding - rounding), rounding};
  }
  if (format === "words" || format === "Words" || format === "times") return readWords(text, format);
  const [, dollar, comma, decimals = "0", kind] = /^(\$?)(,?)(?:\.(\d))?([dfr%])$/.exec(format) ?? [];
  if (kind === undefined) throw new RangeError(`unknown format; teach this reader: ${format}`);
  const whole = comma === "," ? "\\d{1,3}(?:,\\d{3})*" : "\\d+";
  // `r` rounds to significant digits, with as many decimals as that takes
  const part = kind === "r" ? "(?:\\.\\d+)?" : decimals === "0" ? "" : `\\.\\d{${decimals}}`;
  const pattern = new RegExp(
    `^(−?)${dollar === "$" ? "\\$" : ""}(${whole}${part})${kind === "%" ? "%" : ""}$`,
  );
  const [, minus, digits] = pattern.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const unit = kind === "%" ? 100 : 1;
  const size = Number(digits.replaceAll(",", "")) / unit;
  const places =
    kind === "r" ? Number(decimals) - 1 - Math.floor(Math.log10(Math.max(size, 1e-12))) : Number(decimals);
  return {number: minus === "" ? size : -size, rounding: 0.5 / 10 ** places / unit};
}

/** A number and what it counts, in the singular for one. */
function readCounted(text: string, format: string, counted: string): Reading | undefined {
  const [one, others] = counted.split("/");
  const isOne = /^(1(\.0+)?|one|once)$/i.test(text.slice(0, text.indexOf(" ")));
  const ending = ` ${isOne ? one : others}`;
  return text.endsWith(ending) ? readPrinted(text.slice(0, -ending.length), format) : undefined;
}

function readWords(text: string, format: string): Reading | undefined {
  const capital = /^[A-Z]/.test(text);
  if (/^[a-z]/i.test(text) && capital !== (format === "Words")) return undefined;
  const lower = text.toLowerCase();
  const told = format === "times" ? ["never", "once", "twice"].indexOf(lower) + 1 || undefined : undefined;
  if (told !== undefined) return {number: told - 1, rounding: 0};
  const word = format === "times" ? lower.replace(/ times$/, "") : lower;
  if (format === "times" && word === lower) return undefined;
  const index = words.split(" ").indexOf(word);
  const number = index >= 0 ? index : Number(word.replaceAll(",", ""));
  return Number.isNaN(number) || (index < 0 && number <= 20) ? undefined : {number, rounding: 0};
}
