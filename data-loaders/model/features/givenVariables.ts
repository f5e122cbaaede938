import {matrixColumn} from "../../../src/lib/statistics/matrices/matrix.js";
import type {Features} from "./prepareFeatures.js";

/** A variable of the file, whether or not it is in the distances and models. */
export interface GivenVariable {
  name: string;
  /** n values, missing ones imputed. */
  values: Float64Array;
  /** n: 1 where the value was missing and imputed. */
  missing: Uint8Array;
  /** How many were. */
  imputed: number;
  /** Its column in the matrices; undefined where it is left out. */
  column: number | undefined;
}

/** All variables of the file in the order of the contract: what describes customers, and what a label's rule reads. */
export function givenVariables({
  names,
  values,
  missing,
  imputed,
  leftOut,
}: Pick<Features, "names" | "values" | "missing" | "imputed" | "leftOut">): GivenVariable[] {
  const given: GivenVariable[] = names.map((name, column) => ({
    name,
    values: matrixColumn(values, column),
    missing: flagsOf(missing, names.length, column),
    imputed: imputed[column],
    column,
  }));
  // ascending, so that each place is right when it is taken
  for (const {position, ...variable} of leftOut) given.splice(position, 0, {...variable, column: undefined});
  return given;
}

/** Column j of n × d flags. */
function flagsOf(flags: Uint8Array, d: number, j: number): Uint8Array {
  const column = new Uint8Array(flags.length / d);
  for (let row = 0, at = j; row < column.length; row++, at += d) column[row] = flags[at];
  return column;
}
