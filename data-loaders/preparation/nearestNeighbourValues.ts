import {deviation, mean} from "d3-array";
import {type Matrix, matrixFromColumns} from "../../src/lib/matrix.js";

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
    const distances = Float64Array.from(complete, (other) =>
      present.reduce((sum, j) => sum + ((columns[j][row] - columns[j][other]) / scales[j]) ** 2, 0),
    );
    const nearest = Array.from(distances.keys())
      .sort((a, b) => distances[a] - distances[b] || a - b)
      .slice(0, neighbours);
    for (const j of gaps) filled[j][row] = mean(nearest, (i) => columns[j][complete[i]]) ?? 0;
  }
  return matrixFromColumns(filled);
}
