import type {Dialect} from "../input/dialect.js";
import {readDate, yearsBetween} from "../input/readDate.js";
import {isMissing, numberReader} from "../input/readNumber.js";
import type {SavedDescribing} from "./savedModel.js";

/** The level of a missing value, and that of texts without a level of their own. */
const NOT_STATED = "Not stated";
const OTHER = "Other";

/**
 * The level that a cell of a column has: of numbers and dates the band, of texts the text itself. What has no level counts as
 * the reference level, to which the regression adds nothing.
 */
export function levelOf(column: SavedDescribing, cell: string, dialect: Dialect): string {
  const {levels, ends, reference, type, dates = "YYYY-MM-DD", asOf = ""} = column;
  const trimmed = cell.trim();
  const known = (level: string, otherwise: string) => (levels.includes(level) ? level : otherwise);
  if (isMissing(trimmed)) return known(NOT_STATED, known(OTHER, reference));
  if (ends === undefined) return known(trimmed, known(OTHER, reference));
  const value =
    type === "date"
      ? yearsBetween(readDate(trimmed, dates), readDate(asOf, "YYYY-MM-DD"))
      : numberReader(dialect)(trimmed);
  if (Number.isNaN(value)) return reference;
  const band = ends.findIndex((end) => value < end);
  return levels[band < 0 ? ends.length : band];
}
