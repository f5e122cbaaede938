/** How numbers are written in the file. It is declared, never guessed. */
export interface Dialect {
  separator: "," | ";" | "\t";
  decimal: "." | ",";
  /** Mark between groups of digits; `'` also stands for the typographic apostrophe. */
  thousands: "," | "." | " " | "'" | "";
  /** `indian`: after the last three digits, groups are of two, as in 1,21,000. Default: groups of three. */
  grouping?: "indian";
  /** Currency sign or code that may stand before or after a number, such as `$` or `CHF`. */
  currency?: string;
}

/** The part of a dialect that concerns numbers. */
export type NumberFormat = Omit<Dialect, "separator">;
