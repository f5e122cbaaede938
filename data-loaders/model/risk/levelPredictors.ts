import type {DescribingColumn} from "../../source/describingValues.js";
import type {Predictor} from "./modelRisk.js";

/**
 * The levels of a column as 0 and 1 ("dummies"), but for the reference level: the most frequent one, the first of equally
 * frequent ones. R's `glm` gives the same coefficients after `relevel(column, ref = reference)`.
 *
 * @param rows those that count for the reference level
 */
export function levelPredictors({name, levels, values}: DescribingColumn, rows: Int32Array): Predictor[] {
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
