import {squaredDistance, squaredDistances} from "./squaredDistances.as";

/** Pairs of rows whose distances stay in the fastest cache. */
const BLOCK: i32 = 64;

/**
 * Sums of distances, and of their squares, between neighbouring blocks of rows; see `crossDistances` in TypeScript. The bits
 * are the same: rows at even and at odd positions of the second block are added up apart.
 *
 * @param rows n × d doubles
 * @param paired the same rows, paired; if n is odd, one more, of any values
 * @param bounds blocks × 3 integers: block t pairs the rows [a, b) with the rows [b, c)
 * @param sums out: blocks × 2 doubles, the sum of distances and that of squares
 * @param work 128 doubles
 */
export function crossDistances(
  d: i32,
  rows: usize,
  paired: usize,
  blocks: i32,
  bounds: usize,
  sums: usize,
  work: usize,
): void {
  const stride = (<usize>d) << 3;
  for (let t: i32 = 0; t < blocks; t++) {
    const bound = bounds + <usize>t * 12;
    const a = load<i32>(bound);
    const b = load<i32>(bound, 4);
    const c = load<i32>(bound, 8);
    const from = b + (b & 1);
    const to = c - (c & 1);
    let sum = f64x2.splat(0);
    let squares = f64x2.splat(0);
    for (let i = a; i < b; i++) {
      const point = rows + <usize>i * stride;
      if (from > b) {
        const square = squaredDistance(point, rows + <usize>b * stride, d);
        squares = addToLane1(squares, square);
        sum = addToLane1(sum, sqrt<f64>(square));
      }
      for (let p = from >> 1; p < to >> 1; p += BLOCK) {
        const count = min(BLOCK, (to >> 1) - p);
        squaredDistances(point, paired + ((<usize>p * <usize>d) << 4), count, d, work);
        for (let q: usize = work; q < work + ((<usize>count) << 4); q += 16) {
          const square = v128.load(q);
          squares = f64x2.add(squares, square);
          sum = f64x2.add(sum, f64x2.sqrt(square));
        }
      }
      if (to < c && to >= b) {
        const square = squaredDistance(point, rows + <usize>to * stride, d);
        squares = addToLane0(squares, square);
        sum = addToLane0(sum, sqrt<f64>(square));
      }
    }
    const out = sums + ((<usize>t) << 4);
    store<f64>(out, f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
    store<f64>(out, f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1), 8);
  }
}

function addToLane0(sum: v128, value: f64): v128 {
  return f64x2.replace_lane(sum, 0, f64x2.extract_lane(sum, 0) + value);
}

function addToLane1(sum: v128, value: f64): v128 {
  return f64x2.replace_lane(sum, 1, f64x2.extract_lane(sum, 1) + value);
}
