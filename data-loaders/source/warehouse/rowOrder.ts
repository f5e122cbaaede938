/** A column to order rows by. */
export interface OrderColumn {
  values: readonly unknown[];
  /** Whether its values are numbers, also where they came as text. */
  numeric: boolean;
}

/**
 * Puts the rows of a table, which has no order in a warehouse, into one: by the first column, then the next, and so on; missing
 * values first, numbers by size, text by code unit.
 *
 * @returns numbers of the rows in their order
 */
export function rowOrder(count: number, by: readonly OrderColumn[]): number[] {
  return Array.from({length: count}, (_, row) => row).sort((a, b) => {
    for (const {values, numeric} of by) {
      const difference = compare(values[a], values[b], numeric);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function compare(a: unknown, b: unknown, numeric: boolean): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  const size = numeric ? Number(a) - Number(b) : 0;
  if (size !== 0 && !Number.isNaN(size)) return size;
  const [one, other] = [String(a), String(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}
