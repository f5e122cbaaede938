import {deviation, mean} from "d3-array";
import {type Matrix, matrixFromColumns} from "../../../src/lib/statistics/matrices/matrix.js";

/**
 * Fills each missing value with its mean over the complete rows that are nearest in the variables that the row has,
 * each in units of the complete rows' standard deviation. Troyanskaya et al., "Missing value estimation methods for DNA
 * microarrays", Bioinformatics 17 (2001). Cost: rows with gaps × complete rows × d.
 *
 * @param columns d columns of n values, NaN where one is missing
 * @param complete rows without a missing value
 * @param neighbours how many of them are averaged
 */
export function nearestNeighbourValues(
  columns: readonly Float64Array[],
  complete: Int32Array,
  neighbours: number,
): Matrix {
  const scales = columns.map((column) => deviation(complete, (row) => column[row]) || 1);
  const filled = columns.map((column) => column.slice());
  for (let row = 0; row < columns[0].length; row++) {
    const gaps = columns.flatMap((column, j) => (Number.isNaN(column[row]) ? [j] : []));
    if (gaps.length === 0) continue;
    const present = columns.flatMap((column, j) => (Number.isNaN(column[row]) ? [] : [j]));
    const nearest = nearestOf(squaredDistances(columns, scales, present, row, complete), neighbours);
    for (const j of gaps) filled[j][row] = mean(nearest, (i) => columns[j][complete[i]]) ?? 0;
  }
  return matrixFromColumns(filled);
}

/** From one row to others, over some of the columns. */
function squaredDistances(
  columns: readonly Float64Array[],
  scales: readonly number[],
  present: readonly number[],
  row: number,
  others: Int32Array,
): Float64Array {
  const sums = new Float64Array(others.length);
  for (const j of present) {
    const column = columns[j];
    const scale = scales[j];
    const own = column[row];
    for (let i = 0; i < others.length; i++) {
      const difference = (own - column[others[i]]) / scale;
      sums[i] += difference * difference;
    }
  }
  return sums;
}

/** Positions of the smallest values, in order; of equal ones the first. */
function nearestOf(distances: Float64Array, count: number): number[] {
  const nearest: number[] = [];
  for (let i = 0; i < distances.length; i++) {
    if (nearest.length === count && distances[i] >= distances[nearest[count - 1]]) continue;
    let place = Math.min(nearest.length, count - 1);
    for (; place > 0 && distances[nearest[place - 1]] > distances[i]; place--)
      nearest[place] = nearest[place - 1];
    nearest[place] = i;
  }
  return nearest;
}
