/** What is known of one segment among the customers chosen. */
export interface SegmentSum {
  segment: string;
  customers: number;
  /** Sums by variable. */
  sums: Record<string, number>;
}

type Columns = Readonly<Record<string, ArrayLike<number | string | boolean | null>>>;

/**
 * Counts and sums per segment, over some of the customers; the segments in the order in which they first appear.
 *
 * @param rows the customers chosen, from 0
 * @param variables columns to add up
 */
export function segmentRollup(
  columns: Columns,
  rows: readonly number[],
  variables: readonly string[],
): SegmentSum[] {
  const segments = new Map<string, SegmentSum>();
  for (const row of rows) {
    const segment = String(columns.segment[row]);
    const known = segments.get(segment) ?? {
      segment,
      customers: 0,
      sums: Object.fromEntries(variables.map((name) => [name, 0])),
    };
    known.customers++;
    for (const name of variables) known.sums[name] += Number(columns[name][row]);
    segments.set(segment, known);
  }
  return [...segments.values()];
}
