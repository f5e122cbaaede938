import {bestAssignment} from "../../../src/lib/statistics/clustering/bestAssignment.js";

/** Which name each group gets, and how far that is from any other way. */
export interface NameAssignment {
  /** For each group the index of its name. */
  nameOf: Int32Array;
  /**
   * For each group, how much worse the best assignment is in which it has another name: the sum of the fits over all groups,
   * less the greatest sum without this pair. Infinite where there is one group.
   */
  margins: Float64Array;
}

/**
 * Gives each of k groups one of k names so that the names fit the groups as a whole: the sum of the fits is the greatest
 * there is. The margins are from the second-best assignments (Murty, Operations Research 16, 1968). Cost: k⁴.
 *
 * @param fit k rows, one for each group: how well each of the k names fits it
 */
export function assignNames(fit: readonly ArrayLike<number>[]): NameAssignment {
  const nameOf = bestAssignment(fit);
  const best = sumOf(fit, nameOf);
  const margins = Float64Array.from(nameOf, (name, group) => {
    if (fit.length === 1) return Number.POSITIVE_INFINITY;
    const forbidden = forbid(fit, group, name);
    return best - sumOf(fit, bestAssignment(forbidden));
  });
  return {nameOf, margins};
}

function sumOf(fit: readonly ArrayLike<number>[], nameOf: Int32Array): number {
  return nameOf.reduce((sum, name, group) => sum + fit[group][name], 0);
}

/** The same table with one pair so bad that no best assignment has it. */
function forbid(fit: readonly ArrayLike<number>[], group: number, name: number): Float64Array[] {
  const values = fit.flatMap((row) => Array.from(row));
  const spread = Math.max(...values) - Math.min(...values) + 1;
  return fit.map((row, i) =>
    Float64Array.from(row, (value, j) =>
      i === group && j === name ? value - spread * (fit.length + 1) : value,
    ),
  );
}
