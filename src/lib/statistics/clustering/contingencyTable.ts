import {clusterSizes} from "./clusterSizes.js";

/**
 * Counts the rows for each pair of labels: the cross-table of two labelings. Cost: n + k₁·k₂.
 *
 * @param a n labels in [0, k₁)
 * @param b n labels in [0, k₂)
 * @returns k₁ rows of k₂ counts
 * @throws RangeError if the labelings differ in length or skip a label
 */
export function contingencyTable(a: Int32Array, b: Int32Array): Int32Array[] {
  if (a.length !== b.length) throw new RangeError(`labelings differ in length: ${a.length}, ${b.length}`);
  const k = clusterSizes(b, b.length).length;
  const table = Array.from(clusterSizes(a, a.length), () => new Int32Array(k));
  for (let i = 0; i < a.length; i++) table[a[i]][b[i]]++;
  return table;
}
