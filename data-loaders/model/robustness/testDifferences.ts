import {matrixColumn} from "../../../src/lib/statistics/matrices/matrix.js";
import {holmAdjust} from "../../../src/lib/statistics/tests/holmAdjust.js";
import {type KruskalWallis, kruskalWallis} from "../../../src/lib/statistics/tests/kruskalWallis.js";
import type {Features} from "../features/prepareFeatures.js";

/** Whether the segments differ in one variable. */
export interface DifferenceTest extends KruskalWallis {
  variable: string;
  /** p-value corrected for the number of variables (Holm). */
  adjustedPValue: number;
}

/**
 * Tests each variable that varies for differences between the segments; a single segment differs from none.
 *
 * @param features with the ranks of the variables' values, where they are there already; see `columnRanks`
 */
export function testDifferences(
  features: Pick<Features, "names" | "values" | "engineered"> & {ranks?: readonly Float64Array[]},
  labels: Int32Array,
): DifferenceTest[] {
  if (labels.every((label) => label === 0)) return [];
  const columns = [
    ...features.names.map((name, j) => ({
      variable: name,
      values: matrixColumn(features.values, j),
      ranks: features.ranks?.[j],
    })),
    ...Object.entries(features.engineered).map(([variable, values]) => ({
      variable,
      values,
      ranks: undefined,
    })),
  ].filter(({values}) => values.some((value) => value !== values[0]));
  const tests = columns.map(({variable, values, ranks}) => ({
    variable,
    ...kruskalWallis(values, labels, ranks),
  }));
  const adjusted = holmAdjust(tests.map(({pValue}) => pValue));
  return tests.map((test, i) => ({...test, adjustedPValue: adjusted[i]}));
}
