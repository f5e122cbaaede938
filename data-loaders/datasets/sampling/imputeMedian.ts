/** A column with its missing values replaced by the median of the stated ones. */
export function imputeMedian(column: Float64Array): Float64Array {
  const middle = median(column);
  return column.map((value) => (Number.isNaN(value) ? middle : value));
}

/** Median of the stated values. */
export function median(column: Float64Array): number {
  return quantile(column, 0.5);
}

/** Quantile of the stated values by linear interpolation (R's type 7). */
export function quantile(column: Float64Array, p: number): number {
  const stated = column.filter((value) => !Number.isNaN(value)).toSorted();
  const place = p * (stated.length - 1);
  const low = Math.floor(place);
  const high = Math.min(low + 1, stated.length - 1);
  return stated[low] + (place - low) * (stated[high] - stated[low]);
}
