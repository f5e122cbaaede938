import {contingencyTable} from "./contingencyTable.js";

/**
 * Adjusted Rand index of two labelings: 1 if they are the same partition, 0 on average for random ones of the same
 * sizes, at least −0.5. Labels may be numbered differently.
 *
 * Hubert & Arabie, "Comparing partitions", J. Classification 2 (1985). Cost: n + k₁·k₂. Checked against scikit-learn
 * 1.2.1 `adjusted_rand_score`.
 *
 * @param a n labels in [0, k₁)
 * @param b n labels in [0, k₂)
 * @throws RangeError if the labelings differ in length, are empty or skip a label
 */
export function adjustedRand(a: Int32Array, b: Int32Array): number {
  if (a.length === 0) throw new RangeError("invalid labels; at least one row is needed: 0");
  const table = contingencyTable(a, b);
  const columns = new Float64Array(table[0].length);
  let together = 0;
  let inA = 0;
  for (const row of table) {
    let size = 0;
    row.forEach((count, j) => {
      together += pairs(count);
      size += count;
      columns[j] += count;
    });
    inA += pairs(size);
  }
  const inB = columns.reduce((sum, size) => sum + pairs(size), 0);
  // both labelings are one cluster, or all singletons: the same partition
  if (inA === inB && inA === together) return 1;
  const expected = (inA * inB) / pairs(a.length);
  return (together - expected) / ((inA + inB) / 2 - expected);
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}
