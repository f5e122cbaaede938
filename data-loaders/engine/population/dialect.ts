/**
 * The few things that SQL engines say differently. Whatever is not here is standard SQL: `TRY_CAST`, `CAST … AS DOUBLE`,
 * `coalesce`, `ln`, `sign`, window functions, names in double quotes.
 */
export interface Dialect {
  /**
   * Exact quantiles of a column as SQL: one row with one DOUBLE for each probability, interpolated as R's type 7; undefined
   * where the engine knows only approximate ones, and the pass must narrow them down.
   *
   * @param from a FROM clause
   * @param column an expression; NULL is left out
   */
  quantiles?(from: string, column: string, probabilities: readonly number[]): string;
  /**
   * 32 hexadecimal digits that depend on a text alone: the MD5 of it in lower case, so that all engines draw the same rows.
   */
  digest(text: string): string;
  /** A value that rows share which agree in all columns, and, but for an accident in 10¹⁹, no others. */
  fingerprint(columns: readonly string[]): string;
  /** True where a text matches a regular expression as a whole. */
  matches(text: string, pattern: string): string;
}

/** A finite number as an SQL literal of type DOUBLE: 0.5 alone would be a DECIMAL. */
export function doubleLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`invalid number; not finite: ${value}`);
  return value.toExponential().toUpperCase();
}

/** A name in SQL. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text in SQL. */
export function textLiteral(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
