/** Rows grouped so that rows of one cell have the same label in every labelling. */
export interface JointCells {
  /** `order[p]` is the row that stands p-th when rows are grouped by cell. */
  order: Int32Array;
  /** First position of each cell, and n at the end. */
  starts: Int32Array;
  /** For each cell and labelling, the column of its cluster when all clusters of all labelings stand side by side. */
  columns: Int32Array;
  /** First column of each labelling. */
  offsets: Int32Array;
  /** Number of labelings. */
  labelings: number;
  /** Number of columns: Σk. */
  width: number;
}

/**
 * Groups rows by their labels in several labelings at once. Cost: n·log n comparisons of labelings.
 *
 * @param labelings each n labels
 * @param sizes the cluster sizes of each
 */
export function jointCells(labelings: readonly Int32Array[], sizes: readonly Int32Array[]): JointCells {
  const n = labelings[0].length;
  const compare = (a: number, b: number) => {
    for (const labels of labelings) if (labels[a] !== labels[b]) return labels[a] - labels[b];
    return 0;
  };
  const order = Int32Array.from({length: n}, (_, i) => i).sort((a, b) => compare(a, b) || a - b);
  const starts = [];
  for (let p = 0; p < n; p++) if (p === 0 || compare(order[p - 1], order[p]) !== 0) starts.push(p);

  const offsets = new Int32Array(labelings.length);
  for (let l = 1; l < labelings.length; l++) offsets[l] = offsets[l - 1] + sizes[l - 1].length;
  const columns = starts.flatMap((p) => labelings.map((labels, l) => offsets[l] + labels[order[p]]));
  return {
    order,
    starts: Int32Array.from([...starts, n]),
    columns: Int32Array.from(columns),
    offsets,
    labelings: labelings.length,
    width: sizes.reduce((sum, {length}) => sum + length, 0),
  };
}
