import {squaredDistances} from "./squaredDistances.as";

/** Pairs of rows whose distances stay in the fastest cache. */
const BLOCK: i32 = 64;

/**
 * Adds up distances per row and cluster for silhouettes; see `clusterDistanceSums` in TypeScript. The bits are the same.
 *
 * @param rows n × d doubles, grouped by cell
 * @param paired the same rows, paired; if n is odd, one more, of any values
 * @param from, to the first rows of the pairs that are counted: i in [from, to), j > i
 * @param starts cells + 1 integers
 * @param columns cells × labelings integers
 * @param sums out: n × width doubles, at first zero
 * @param work 2·even(n) doubles
 */
export function distanceSums(
  n: i32,
  d: i32,
  rows: usize,
  paired: usize,
  from: i32,
  to: i32,
  cells: i32,
  starts: usize,
  columns: usize,
  labelings: i32,
  width: i32,
  sums: usize,
  work: usize,
): void {
  const even = (n + 1) & ~1;
  const distances = work;
  const toCell = work + ((<usize>even) << 3);
  memory.fill(toCell, 0, (<usize>even) << 3);
  let cell: i32 = 0;
  while (load<i32>(starts + ((<usize>cell) << 2) + 4) <= from) cell++;
  for (let i = from; i < to; i++) {
    distancesAfter(i, n, d, rows, paired, distances, toCell);
    let j = i + 1;
    for (let b = cell; b < cells; b++) {
      const end = load<i32>(starts + ((<usize>b) << 2) + 4);
      add(sums, i, width, columns, b, labelings, rangeSum(distances, j, end));
      j = max(j, end);
    }
    const cellEnds = i + 1 === load<i32>(starts + ((<usize>cell) << 2) + 4);
    if (!cellEnds && i + 1 < to) continue;
    const first = load<i32>(starts + ((<usize>cell) << 2));
    for (let row = first; row < n; row++)
      add(sums, row, width, columns, cell, labelings, load<f64>(toCell + ((<usize>row) << 3)));
    memory.fill(toCell, 0, (<usize>even) << 3);
    cell++;
  }
}

/** Distances from row i to all later ones; also added to what each has from the cell of row i. */
function distancesAfter(
  i: i32,
  n: i32,
  d: i32,
  rows: usize,
  paired: usize,
  distances: usize,
  toCell: usize,
): void {
  const point = rows + ((<usize>i * <usize>d) << 3);
  const pairs = (n + 1) >> 1;
  const first = (i + 1) >> 1;
  for (let p = first; p < pairs; p += BLOCK) {
    const count = min(BLOCK, pairs - p);
    const at = (<usize>p) << 4;
    squaredDistances(point, paired + at * <usize>d, count, d, distances + at);
    for (let q: usize = at; q < at + ((<usize>count) << 4); q += 16) {
      const distance = f64x2.sqrt(v128.load(distances + q));
      v128.store(distances + q, distance);
      v128.store(toCell + q, f64x2.add(v128.load(toCell + q), distance));
    }
  }
}

/** Sum over j in [a, b): those at even and at odd positions apart, then both. */
function rangeSum(distances: usize, a: i32, b: i32): f64 {
  let even: f64 = 0;
  let odd: f64 = 0;
  let j = a;
  if (j < b && (j & 1) !== 0) {
    odd = load<f64>(distances + ((<usize>j) << 3));
    j++;
  }
  for (; j + 2 <= b; j += 2) {
    even += load<f64>(distances + ((<usize>j) << 3));
    odd += load<f64>(distances + ((<usize>j) << 3) + 8);
  }
  if (j < b) even += load<f64>(distances + ((<usize>j) << 3));
  return even + odd;
}

function add(
  sums: usize,
  row: i32,
  width: i32,
  columns: usize,
  cell: i32,
  labelings: i32,
  distance: f64,
): void {
  const at = sums + ((<usize>row * <usize>width) << 3);
  const column = columns + ((<usize>cell * <usize>labelings) << 2);
  for (let l: i32 = 0; l < labelings; l++) {
    const to = at + ((<usize>load<i32>(column + ((<usize>l) << 2))) << 3);
    store<f64>(to, load<f64>(to) + distance);
  }
}
