import type {Dialect} from "../input/dialect.js";
import {kindText} from "../input/numberRange.js";
import {isMissing, numberReader, scaler} from "../input/readNumber.js";
import {refuser} from "../input/refuseNumber.js";
import type {SavedColumn} from "./savedModel.js";

/** What a cell or a field of a form says: a number, that there is none, or why it cannot be used. */
export type ReadCell =
  | {value: number; isUnexpected: boolean}
  | {value: null}
  | {found: string; expected: string; remedy: string};

/**
 * Makes the reader of one variable's cells, by the contract's rules: the same as a build applies, but one customer at a
 * time.
 *
 * @param factor what values are multiplied by to be in the column's unit
 */
export function cellReader(
  column: SavedColumn,
  dialect: Dialect,
  factor?: number,
): (cell: string) => ReadCell {
  const read = numberReader(dialect);
  const scale = scaler(factor);
  const refuse = refuser(column, dialect);
  const {min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY} = column.expected ?? {};
  return (cell) => {
    const trimmed = cell.trim();
    if (isMissing(trimmed)) {
      if (column.missing === "median") return {value: null};
      return {found: "no value", expected: kindText(column), remedy: "Add the value."};
    }
    const value = scale(read(trimmed));
    const refusal = refuse(trimmed, value);
    if (refusal === undefined) return {value, isUnexpected: value < min || value > max};
    // who scores a customer cannot change the contract: that part of a build's advice is not for them
    return Number.isNaN(value) ? refusal : {...refusal, remedy: "Correct the value."};
  };
}
