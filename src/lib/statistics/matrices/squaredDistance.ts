/**
 * Squared Euclidean distance between row i of one row-major table and row j of another.
 *
 * The squares are added in the order of the columns; the WebAssembly kernels add them in the same order, so that
 * both give the same bits. Cost: d.
 */
export function squaredDistance(
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  cols: number,
): number {
  let sum = 0;
  for (let c = 0, p = i * cols, q = j * cols; c < cols; c++, p++, q++) {
    const difference = a[p] - b[q];
    sum += difference * difference;
  }
  return sum;
}
