import {type Matrix, matrixColumn, matrixFromColumns} from "../../../src/lib/statistics/matrices/matrix.js";
import {takeRows} from "../../../src/lib/statistics/matrices/rowOrder.js";
import {standardise} from "../../../src/lib/statistics/matrices/standardise.js";
import {cap, fenceLimits, type Limits, ROBUST_LIMIT, robustLimits} from "../features/outlierLimits.js";
import type {Preparation} from "./preparation.js";

interface OutlierRule {
  id: string;
  label: string;
  definition: string;
  limits: (column: Float64Array) => Limits;
}

const rules: readonly OutlierRule[] = [
  {
    id: "fences",
    label: "fences",
    definition: "one and a half interquartile ranges beyond the quartiles",
    limits: fenceLimits,
  },
  {
    id: "robust-z",
    label: "robust limits",
    definition: `${ROBUST_LIMIT} robust standard deviations from the median`,
    limits: robustLimits,
  },
];

/** Below this share of the customers it is no longer the same data set. */
const smallestShare = 1 / 3;

/**
 * Outliers capped or removed, by Tukey's fences and by robust z-scores, then standardised. A removal that leaves less
 * than a third of the customers is left out.
 *
 * @param values n × d in the variables' own units, without gaps
 */
export function outlierTreatments(values: Matrix): Preparation[] {
  return rules.flatMap(({id, label, definition, limits}) => {
    const columns = Array.from({length: values.cols}, (_, j) => matrixColumn(values, j));
    const limitsOf = columns.map(limits);
    const everyone = Int32Array.from({length: values.rows}, (_, row) => row);
    const inside = everyone.filter((row) =>
      limitsOf.every(([low, high], j) => columns[j][row] >= low && columns[j][row] <= high),
    );
    const outlying = values.rows - inside.length;
    const capped: Preparation = {
      id: `${id}-capped`,
      label: `Capped at ${label}`,
      definition: `Values beyond ${definition} set to that limit, then standardised.`,
      outlying,
      rows: everyone,
      z: standardise(matrixFromColumns(columns.map((column, j) => cap(column, limitsOf[j])))).z,
    };
    const removed = (): Preparation => ({
      id: `${id}-removed`,
      label: `Removed beyond ${label}`,
      definition: `Customers with a value beyond ${definition} left out, the others standardised.`,
      outlying,
      rows: inside,
      z: standardise(takeRows(values, inside)).z,
    });
    return inside.length < values.rows * smallestShare ? [capped] : [capped, removed()];
  });
}
