/**
 * Ranks from 1; equal values share the mean of their ranks (Kruskal & Wallis, JASA 47, 1952). Cost: n·log n. Checked against SciPy 1.10.1 `rankdata`.
 *
 * @param values n numbers; infinite ones rank first or last
 * @throws RangeError for NaN, which has no rank
 */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  for (let i = 0; i < n; i++)
    if (Number.isNaN(values[i])) throw new RangeError(`invalid value; not a number (row ${i}): ${values[i]}`);
  // a sort of numbers without a function that compares them takes a third of the time
  const sorted = Float64Array.from(values).sort();
  const rankAt = new Float64Array(n);
  for (let p = 0; p < n; ) {
    let q = p + 1;
    while (q < n && sorted[q] === sorted[p]) q++;
    rankAt.fill((p + q + 1) / 2, p, q);
    p = q;
  }
  const ranks = new Float64Array(n);
  for (let i = 0; i < n; i++) ranks[i] = rankAt[firstNotBelow(sorted, values[i])];
  return ranks;
}

/** The first place of a value that is among those sorted. */
function firstNotBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
