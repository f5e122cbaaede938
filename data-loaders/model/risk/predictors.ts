import {matrixColumn} from "../../../src/lib/statistics/matrices/matrix.js";
import type {DescribingColumn} from "../../source/describingValues.js";
import type {Features} from "../features/prepareFeatures.js";

/** What the models see of each customer: a variable, or whether a column that describes has a level. */
export interface Predictor {
  /** Name of the term: the variable, or `column=level`. */
  term: string;
  /** n values. */
  values: Float64Array;
  /** Of a level: the column, and the level that the odds are compared with. */
  level?: {column: string; level: string; reference: string};
}

/**
 * All variables, and the levels of the columns that describe.
 *
 * @param rows those that the reference levels are the most frequent of
 */
export function allPredictors(
  {names, values, describing}: Features,
  columns: readonly string[],
  rows: Int32Array,
): Predictor[] {
  return [
    ...names.map((term, j) => ({term, values: matrixColumn(values, j)})),
    ...describing
      .filter(({name}) => columns.includes(name))
      .flatMap((column) => levelPredictors(column, rows)),
  ];
}

/**
 * The levels of a column as 0 and 1 ("dummies"), but for the reference level: the most frequent one, the first of equally
 * frequent ones. R's `glm` gives the same coefficients after `relevel(column, ref = reference)`.
 *
 * @param rows those that count for the reference level
 */
function levelPredictors({name, levels, values}: DescribingColumn, rows: Int32Array): Predictor[] {
  const counts = new Int32Array(levels.length);
  for (const row of rows) counts[values[row]]++;
  const reference = counts.indexOf(Math.max(...counts));
  return levels.flatMap((level, index) =>
    index === reference
      ? []
      : {
          term: `${name}=${level}`,
          values: Float64Array.from(values, (value) => (value === index ? 1 : 0)),
          level: {column: name, level, reference: levels[reference]},
        },
  );
}
