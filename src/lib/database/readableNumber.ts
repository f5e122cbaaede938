/** Decimals of a number in a table of results. */
const decimals = 6;

/**
 * A number as DuckDB prints it, for people: thousands grouped, and at most six decimals. No other digit is lost, however
 * long the number is.
 *
 * @param text of a whole number, a decimal or a double, or `inf`, `nan`
 */
export function readableNumber(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return text;
  const [, sign, whole, fraction = ""] = match;
  // DuckDB prints the double 2 as "2.0"
  if (fraction === "" || fraction === "0") return sign + grouped(whole);
  if (fraction.length <= decimals) return `${sign}${grouped(whole)}.${fraction}`;
  const scale = 10n ** BigInt(fraction.length - decimals);
  const rounded = (BigInt(whole + fraction) + scale / 2n) / scale;
  // six decimals would say nothing
  if (rounded === 0n) return Number(text) === 0 ? "0" : String(Number(text));
  const digits = String(rounded).padStart(decimals + 1, "0");
  const rest = digits.slice(-decimals).replace(/0+$/, "");
  return `${sign}${grouped(digits.slice(0, -decimals))}${rest === "" ? "" : `.${rest}`}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}
