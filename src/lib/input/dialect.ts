/** How numbers are written in the file. It is declared, never guessed. */
export interface Dialect {
  separator: "," | ";" | "\t";
  decimal: "." | ",";
  thousands: "," | "." | " " | "";
}
