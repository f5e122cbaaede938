import {bestAssignment} from "../../../src/lib/statistics/clustering/bestAssignment.js";

/**
 * Renames the clusters of one labeling by those of another, in pairs, so that as few rows as possible have different
 * names in the two (Meilă, "Comparing clusterings", J. Multivariate Analysis 98, 2007: the classification error).
 *
 * @param labels n labels in [0, k)
 * @param reference n labels in [0, k)
 * @returns n labels, named as in the reference
 */
export function matchLabels(labels: Int32Array, reference: Int32Array, k: number): Int32Array {
  const shared = Array.from({length: k}, () => new Float64Array(k));
  for (let i = 0; i < labels.length; i++) shared[labels[i]][reference[i]]++;
  const names = bestAssignment(shared);
  return labels.map((label) => names[label]);
}
