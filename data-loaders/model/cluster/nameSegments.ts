import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import type {SegmentRule} from "../../datasets/dataset.js";

/**
 * Gives each cluster a segment, in the order of the rules: the cluster, among those not yet named, whose
 * centroid is extreme in the rule's variable. The result depends on the centroids alone, not on the labels.
 *
 * @param centroids k × d
 * @param variables names of the d variables
 * @returns for each cluster label the index of its rule
 * @throws RangeError if there are not as many rules as clusters
 */
export function nameSegments(
  centroids: Matrix,
  variables: readonly string[],
  rules: readonly SegmentRule[],
): Int32Array {
  if (rules.length !== centroids.rows)
    throw new RangeError(`${centroids.rows} clusters need as many segment rules; found ${rules.length}`);
  const names = new Int32Array(centroids.rows).fill(-1);
  for (const [position, {variable, extreme}] of rules.entries()) {
    const column = variables.indexOf(variable);
    if (column < 0) throw new RangeError(`unknown variable in a segment rule: ${variable}`);
    const value = (cluster: number) =>
      centroids.values[cluster * centroids.cols + column] * (extreme === "highest" ? 1 : -1);
    const free = Array.from(names.keys()).filter((cluster) => names[cluster] < 0);
    names[free.reduce((best, cluster) => (value(cluster) > value(best) ? cluster : best))] = position;
  }
  return names;
}
