import {banish, pair, squaredDistances} from "./squaredDistances.as";

/**
 * Greedy k-means++; see `seedCentroids` for the method. The same draws give the same rows.
 *
 * @param rows n × d doubles
 * @param draws 1 + (k − 1)·trials doubles in [0, 1)
 * @param centroids out: k × d doubles
 * @param nearest work: n doubles
 * @param lowered work: n × even(trials) doubles
 * @param paired work: even(trials) paired points
 * @param sums work: 2 × even(trials) doubles, then as many 32-bit integers
 */
export function seedCentroids(
  n: i32,
  d: i32,
  k: i32,
  trials: i32,
  rows: usize,
  draws: usize,
  centroids: usize,
  nearest: usize,
  lowered: usize,
  paired: usize,
  sums: usize,
): void {
  const pairs = (trials + 1) >> 1;
  const distances = sums + ((<usize>pairs) << 4);
  const candidates = distances + ((<usize>pairs) << 4);
  const rowBytes = (<usize>d) << 3;
  let draw = draws;
  const first = <i32>(load<f64>(draw) * <f64>n);
  draw += 8;
  memory.copy(centroids, rows + <usize>first * rowBytes, rowBytes);
  banish(paired, 1, d);
  pair(rows + <usize>first * rowBytes, paired, 0, d);
  let total: f64 = 0;
  for (let i: i32 = 0; i < n; i++) {
    squaredDistances(rows + <usize>i * rowBytes, paired, 1, d, distances);
    const distance = load<f64>(distances);
    store<f64>(nearest + ((<usize>i) << 3), distance);
    total += distance;
  }
  for (let c: i32 = 1; c < k; c++) {
    if (trials & 1) banish(paired, trials, d);
    for (let t: i32 = 0; t < trials; t++) {
      const row = drawnRow(nearest, n, load<f64>(draw) * total);
      draw += 8;
      store<i32>(candidates + ((<usize>t) << 2), row);
      pair(rows + <usize>row * rowBytes, paired, t, d);
    }
    lowerTo(n, d, rows, paired, pairs, nearest, distances, lowered, sums);
    let best: i32 = 0;
    for (let t: i32 = 1; t < trials; t++)
      if (load<f64>(sums + ((<usize>t) << 3)) < load<f64>(sums + ((<usize>best) << 3))) best = t;
    total = load<f64>(sums + ((<usize>best) << 3));
    const row = load<i32>(candidates + ((<usize>best) << 2));
    memory.copy(centroids + <usize>c * rowBytes, rows + <usize>row * rowBytes, rowBytes);
    for (let i: i32 = 0; i < n; i++)
      store<f64>(
        nearest + ((<usize>i) << 3),
        load<f64>(lowered + <usize>i * ((<usize>pairs) << 4) + ((<usize>best) << 3)),
      );
  }
}

/** For every row and candidate, min(nearest, squared distance to the candidate); and the sum for each candidate. */
function lowerTo(
  n: i32,
  d: i32,
  rows: usize,
  paired: usize,
  pairs: i32,
  nearest: usize,
  distances: usize,
  lowered: usize,
  sums: usize,
): void {
  memory.fill(sums, 0, (<usize>pairs) << 4);
  for (let i: i32 = 0; i < n; i++) {
    squaredDistances(rows + ((<usize>i * <usize>d) << 3), paired, pairs, d, distances);
    const reached = v128.load64_splat(nearest + ((<usize>i) << 3));
    const to = lowered + <usize>i * ((<usize>pairs) << 4);
    for (let p: i32 = 0; p < pairs; p++) {
      const at = (<usize>p) << 4;
      const least = f64x2.pmin(reached, v128.load(distances + at));
      v128.store(to + at, least);
      v128.store(sums + at, f64x2.add(v128.load(sums + at), least));
    }
  }
}

/** The first row at which the running sum of weights passes a target; never one of weight 0. */
function drawnRow(weights: usize, n: i32, target: f64): i32 {
  let sum: f64 = 0;
  let last: i32 = 0;
  for (let i: i32 = 0; i < n; i++) {
    const weight = load<f64>(weights + ((<usize>i) << 3));
    if (weight === 0) continue;
    sum += weight;
    last = i;
    if (sum > target) return i;
  }
  return last;
}
