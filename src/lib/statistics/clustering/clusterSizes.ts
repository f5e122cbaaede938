/**
 * Counts the rows of each cluster. Cost: n.
 *
 * @param labels n labels in [0, k)
 * @param rows the number of rows that the labels must cover
 * @returns k sizes, each at least 1
 * @throws RangeError if the labels do not cover the rows, are negative, or skip a number
 */
export function clusterSizes(labels: Int32Array, rows: number): Int32Array {
  if (labels.length !== rows)
    throw new RangeError(`invalid labels; not one for each of ${rows} rows: ${labels.length}`);
  let k = 0;
  for (const label of labels) {
    if (label < 0) throw new RangeError(`invalid label; not in [0, k): ${label}`);
    if (label >= k) k = label + 1;
  }
  if (k > rows) throw new RangeError(`invalid label; not in [0, rows): ${k - 1}`);
  const sizes = new Int32Array(k);
  for (const label of labels) sizes[label]++;
  const empty = sizes.indexOf(0);
  if (empty >= 0) throw new RangeError(`invalid labels; no row has the label: ${empty}`);
  return sizes;
}
