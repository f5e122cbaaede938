/** How a date is written. */
export type DateNotation = "YYYY-MM-DD" | "DD.MM.YYYY" | "DD/MM/YYYY" | "MM/DD/YYYY";

/** Days from 1 January 1970 of a written date; NaN if it is none in this notation. A time of day after it is passed over. */
export function readDate(text: string, notation: DateNotation): number {
  const digits = /^(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})(?:[T ]\d{1,2}:\d{2}.*)?$/.exec(text);
  if (digits === null || text[digits[1].length] !== notation.replace(/\w/g, "")[0]) return Number.NaN;
  const parts = digits.slice(1, 4).map(Number);
  const order = notation.split(/\W/);
  const part = (letters: string) => parts[order.indexOf(letters)];
  const [year, month, day] = [part("YYYY"), part("MM"), part("DD")];
  if (digits[1 + order.indexOf("YYYY")].length !== 4) return Number.NaN;
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time / 86_400_000 : Number.NaN;
}

/** Years from one day to another, both in days. */
export function yearsBetween(day: number, until: number): number {
  return (until - day) / 365.25;
}
