import {seedCentroids} from "./seeding.as";
import {banish, pair, squaredDistance, squaredDistances} from "./squaredDistances.as";

/**
 * One start of k-means: k-means++, Lloyd, transfers of single rows. It gives the labels, centroids and inertia of the
 * plain TypeScript (`kmeansStart`) to the last bit.
 *
 * Distances are skipped where the triangle inequality says that they cannot matter: each row keeps an upper bound of its
 * distance to its own centroid and a lower one of that to all others, and both follow the centroids as they move.
 * G. Hamerly, "Making k-means even faster", SDM 2010. The bounds must differ by more than rounding (`slack`).
 */

let n: i32 = 0;
let d: i32 = 0;
let k: i32 = 0;
let rowBytes: usize = 0;
let slack: f64 = 0;
let rows: usize = 0;
let labels: usize = 0;
let centroids: usize = 0;
let paired: usize = 0;
let distances: usize = 0;
let upper: usize = 0;
let lower: usize = 0;
/** Per cluster: sums (k × d), moved distances, half the distance to the nearest other centroid, sizes. */
let sums: usize = 0;
let moved: usize = 0;
let half: usize = 0;
let sizes: usize = 0;

/** The nearest centroid of a row, and bounds; what `scan` found. */
let nearest: i32 = 0;
let least: f64 = 0;
let second: f64 = 0;

/** Bytes of working memory that `kmeansStart` needs. */
export function kmeansWorkBytes(n: i32, d: i32, k: i32, trials: i32): i32 {
  const even = (max(k, trials) + 1) & ~1;
  const perRow = 16 + 8 * ((trials + 1) & ~1);
  return n * perRow + even * d * 8 + even * 40 + k * d * 8 + k * 32 + 256;
}

/**
 * @param pRows n × d doubles in canonical order
 * @param pDraws random numbers of the start
 * @param pLabels out: n 32-bit integers
 * @param pCentroids out: k × d doubles
 * @param pResult out: inertia, rounds, and 1 if converged, as doubles
 * @param pWork working memory, a multiple of 16
 */
export function kmeansStart(
  pn: i32,
  pd: i32,
  pk: i32,
  trials: i32,
  maxIterations: i32,
  pRows: usize,
  pDraws: usize,
  pLabels: usize,
  pCentroids: usize,
  pResult: usize,
  pWork: usize,
): void {
  n = pn;
  d = pd;
  k = pk;
  rowBytes = (<usize>d) << 3;
  rows = pRows;
  labels = pLabels;
  centroids = pCentroids;
  const even = (max(k, trials) + 1) & ~1;
  paired = pWork;
  distances = paired + <usize>even * rowBytes;
  upper = distances + <usize>even * 40;
  lower = upper + ((<usize>n) << 3);
  sums = lower + ((<usize>n) << 3);
  moved = sums + <usize>k * rowBytes;
  half = moved + ((<usize>k) << 3);
  sizes = half + ((<usize>k) << 3);
  const lowered = (sizes + ((<usize>k) << 3) + 15) & ~15;

  seedCentroids(n, d, k, trials, rows, pDraws, centroids, upper, lowered, paired, distances);
  slack = roundingSlack();
  if (k & 1) banish(paired, k, d);
  for (let c: i32 = 0; c < k; c++) pair(centroids + <usize>c * rowBytes, paired, c, d);
  memory.fill(labels, 0xff, (<usize>n) << 2);
  memory.fill(moved, 0, (<usize>k) << 3);
  memory.fill(sizes, 0, (<usize>k) << 3);

  memory.fill(sums, 0, <usize>k * rowBytes);
  let iterations: i32 = 0;
  let fresh = false;
  let converged = false;
  while (iterations < maxIterations && !converged) {
    iterations++;
    const changed = (iterations === 1 ? assignAll() : assign()) + fillEmptyClusters();
    converged = changed === 0 && fresh;
    if (converged) break;
    fresh = changed === 0;
    if (fresh) sumAfresh();
    moveToMeans();
  }
  if (converged) memory.fill(moved, 0, (<usize>k) << 3);
  if (!fresh) {
    catchUp();
    sumAfresh();
    moveToMeans();
  }
  if (transferRows() > 0) {
    sumAfresh();
    moveToMeans();
  }
  store<f64>(pResult, inertia());
  store<f64>(pResult + 8, <f64>iterations);
  store<f64>(pResult + 16, converged ? 1 : 0);
}

function roundingSlack(): f64 {
  let largest: f64 = 0;
  for (let p: i32 = 0; p < n * d; p++) largest = max(largest, abs(load<f64>(rows + ((<usize>p) << 3))));
  return largest * sqrt<f64>(d) * 1e-10;
}

/** Finds the nearest centroid of row i, ties to the lower number, and the second least distance. */
function scan(i: i32): void {
  squaredDistances(rows + <usize>i * rowBytes, paired, (k + 1) >> 1, d, distances);
  let best = load<i64>(distances);
  let next = reinterpret<i64>(Infinity);
  let where: i32 = 0;
  for (let c: i32 = 1; c < k; c++) {
    // distances are not negative: their bits compare as they do, and without branches
    const bits = load<i64>(distances + ((<usize>c) << 3));
    const less = bits < best;
    next = select<i64>(best, select<i64>(bits, next, bits < next), less);
    where = select<i32>(c, where, less);
    best = select<i64>(bits, best, less);
  }
  nearest = where;
  least = reinterpret<f64>(best);
  second = reinterpret<f64>(next);
}

function setBounds(i: i32): void {
  store<f64>(upper + ((<usize>i) << 3), sqrt(least));
  store<f64>(lower + ((<usize>i) << 3), sqrt(second));
}

function addToSize(c: i32, by: i32): void {
  const at = sizes + ((<usize>c) << 3);
  store<f64>(at, load<f64>(at) + <f64>by);
}

/** Takes row i from its cluster (none is −1) and gives it to another; the sums follow. */
function relabel(i: i32, from: i32, to: i32): void {
  const row = rows + <usize>i * rowBytes;
  if (from >= 0) {
    addToSize(from, -1);
    const sum = sums + <usize>from * rowBytes;
    for (let at: usize = 0; at < rowBytes; at += 8)
      store<f64>(sum + at, load<f64>(sum + at) - load<f64>(row + at));
  }
  addToSize(to, 1);
  addTo(sums + <usize>to * rowBytes, row);
  store<i32>(labels + ((<usize>i) << 2), to);
}

/** Adds a row of d doubles to a sum. */
function addTo(sum: usize, row: usize): void {
  let at: usize = 0;
  for (; at + 16 <= rowBytes; at += 16)
    v128.store(sum + at, f64x2.add(v128.load(sum + at), v128.load(row + at)));
  if (at < rowBytes) store<f64>(sum + at, load<f64>(sum + at) + load<f64>(row + at));
}

function sumAfresh(): void {
  memory.fill(sums, 0, <usize>k * rowBytes);
  for (let i: i32 = 0; i < n; i++)
    addTo(sums + <usize>load<i32>(labels + ((<usize>i) << 2)) * rowBytes, rows + <usize>i * rowBytes);
}

function assignAll(): i32 {
  for (let i: i32 = 0; i < n; i++) {
    scan(i);
    setBounds(i);
    relabel(i, -1, nearest);
  }
  return n;
}

/** Brings the bounds up to date with the last move of the centroids, and looks again where they overlap. */
function assign(): i32 {
  measureSeparation();
  let fastest: i32 = 0;
  for (let c: i32 = 1; c < k; c++)
    if (load<f64>(moved + ((<usize>c) << 3)) > load<f64>(moved + ((<usize>fastest) << 3))) fastest = c;
  const most = load<f64>(moved + ((<usize>fastest) << 3));
  let mostOfOthers: f64 = 0;
  for (let c: i32 = 0; c < k; c++)
    if (c !== fastest) mostOfOthers = max(mostOfOthers, load<f64>(moved + ((<usize>c) << 3)));

  let changed: i32 = 0;
  for (let i: i32 = 0; i < n; i++) {
    const at = (<usize>i) << 3;
    const label = load<i32>(labels + ((<usize>i) << 2));
    const own = (<usize>label) << 3;
    const above = load<f64>(upper + at) + load<f64>(moved + own);
    const below = load<f64>(lower + at) - (label === fastest ? mostOfOthers : most);
    if (above + slack < max(below, load<f64>(half + own))) {
      store<f64>(upper + at, above);
      store<f64>(lower + at, below);
      continue;
    }
    scan(i);
    setBounds(i);
    if (nearest === label) continue;
    relabel(i, label, nearest);
    changed++;
  }
  return changed;
}

function measureSeparation(): void {
  for (let c: i32 = 0; c < k; c++) {
    squaredDistances(centroids + <usize>c * rowBytes, paired, (k + 1) >> 1, d, distances);
    let closest: f64 = Infinity;
    for (let other: i32 = 0; other < k; other++)
      if (other !== c) closest = min(closest, load<f64>(distances + ((<usize>other) << 3)));
    store<f64>(half + ((<usize>c) << 3), sqrt(closest) / 2);
  }
}

/** Gives each empty cluster the row farthest from its own centroid. */
function fillEmptyClusters(): i32 {
  let repaired: i32 = 0;
  for (let c: i32 = 0; c < k; c++) {
    if (load<f64>(sizes + ((<usize>c) << 3)) > 0) continue;
    let farthest: i32 = -1;
    let most: f64 = -1;
    for (let i: i32 = 0; i < n; i++) {
      const label = load<i32>(labels + ((<usize>i) << 2));
      if (load<f64>(sizes + ((<usize>label) << 3)) <= 1) continue;
      const distance = squaredDistance(rows + <usize>i * rowBytes, centroids + <usize>label * rowBytes, d);
      if (distance > most) {
        most = distance;
        farthest = i;
      }
    }
    relabel(farthest, load<i32>(labels + ((<usize>farthest) << 2)), c);
    store<f64>(upper + ((<usize>farthest) << 3), Infinity);
    store<f64>(lower + ((<usize>farthest) << 3), 0);
    repaired++;
  }
  return repaired;
}

/** Moves the centroids to the means of their rows, and notes how far each went. */
function moveToMeans(): void {
  for (let c: i32 = 0; c < k; c++) {
    const sum = sums + <usize>c * rowBytes;
    const centroid = centroids + <usize>c * rowBytes;
    const size = load<f64>(sizes + ((<usize>c) << 3));
    let square: f64 = 0;
    for (let at: usize = 0; at < rowBytes; at += 8) {
      const mean = load<f64>(sum + at) / size;
      const difference = mean - load<f64>(centroid + at);
      square += difference * difference;
      store<f64>(centroid + at, mean);
    }
    store<f64>(moved + ((<usize>c) << 3), sqrt(square));
    pair(centroid, paired, c, d);
  }
}

/**
 * Moves single rows while that lowers the inertia; see `transferRows` in TypeScript. Centroids drift with each move, so
 * bounds are kept relative to the drift so far: of the row's own centroid, and the sum of the greatest drifts.
 */
function transferRows(): i32 {
  const drift = half;
  memory.fill(drift, 0, (<usize>k) << 3);
  catchUp();
  let farthest: f64 = 0;
  let shrink = leastShrink();
  let moves: i32 = 0;
  let unmoved: i32 = 0;
  let i: i32 = -1;
  for (let step: i64 = 0; unmoved < n && step < 100 * <i64>n; step++) {
    i = i + 1 === n ? 0 : i + 1;
    unmoved++;
    const at = (<usize>i) << 3;
    const from = load<i32>(labels + ((<usize>i) << 2));
    const own = (<usize>from) << 3;
    const size = load<f64>(sizes + own);
    if (size <= 1) continue;
    const above = load<f64>(upper + at) + load<f64>(drift + own) + slack;
    const below = load<f64>(lower + at) - farthest - slack;
    if (below > 0 && above * above * (size / (size - 1)) < below * below * shrink) continue;

    squaredDistances(rows + <usize>i * rowBytes, paired, (k + 1) >> 1, d, distances);
    const to = cheapestCluster(from);
    const ownDistance = sqrt(load<f64>(distances + own));
    store<f64>(upper + at, ownDistance - load<f64>(drift + own));
    store<f64>(lower + at, sqrt(second) + farthest);
    if (to === from) continue;
    const newSize = load<f64>(sizes + ((<usize>to) << 3)) + 1;
    const fromDrift = ownDistance / (size - 1);
    const toDrift = sqrt(load<f64>(distances + ((<usize>to) << 3))) / newSize;
    drag(i, from, -1, size - 1);
    drag(i, to, 1, newSize);
    store<f64>(drift + own, load<f64>(drift + own) + fromDrift);
    store<f64>(drift + ((<usize>to) << 3), load<f64>(drift + ((<usize>to) << 3)) + toDrift);
    farthest += max(fromDrift, toDrift);
    addToSize(from, -1);
    addToSize(to, 1);
    shrink = leastShrink();
    store<i32>(labels + ((<usize>i) << 2), to);
    store<f64>(upper + at, Infinity);
    moves++;
    unmoved = 0;
  }
  return moves;
}

/** Applies a move of the centroids that no round of assignment has followed. */
function catchUp(): void {
  let most: f64 = 0;
  for (let c: i32 = 0; c < k; c++) most = max(most, load<f64>(moved + ((<usize>c) << 3)));
  if (most === 0) return;
  for (let i: i32 = 0; i < n; i++) {
    const at = (<usize>i) << 3;
    const own = (<usize>load<i32>(labels + ((<usize>i) << 2))) << 3;
    store<f64>(upper + at, load<f64>(upper + at) + load<f64>(moved + own));
    store<f64>(lower + at, load<f64>(lower + at) - most);
  }
  memory.fill(moved, 0, (<usize>k) << 3);
}

/** The least of size / (size + 1) over the clusters. */
function leastShrink(): f64 {
  let fewest: f64 = Infinity;
  for (let c: i32 = 0; c < k; c++) fewest = min(fewest, load<f64>(sizes + ((<usize>c) << 3)));
  return fewest / (fewest + 1);
}

/** Where the row whose distances were taken adds least; also the least distance to another centroid (`second`). */
function cheapestCluster(own: i32): i32 {
  const size = load<f64>(sizes + ((<usize>own) << 3));
  let lowest = (size / (size - 1)) * load<f64>(distances + ((<usize>own) << 3)) * (1 - 1e-12);
  let cheapest = own;
  second = Infinity;
  for (let c: i32 = 0; c < k; c++) {
    if (c === own) continue;
    const distance = load<f64>(distances + ((<usize>c) << 3));
    const other = load<f64>(sizes + ((<usize>c) << 3));
    second = min(second, distance);
    const cost = (other / (other + 1)) * distance;
    if (cost < lowest) {
      lowest = cost;
      cheapest = c;
    }
  }
  return cheapest;
}

/** Moves a centroid as row i joins (sign 1) or leaves (−1) its cluster, which then has `size` rows. */
function drag(i: i32, c: i32, sign: f64, size: f64): void {
  for (let j: i32 = 0; j < d; j++) {
    const at = centroids + <usize>c * rowBytes + ((<usize>j) << 3);
    const value = load<f64>(rows + <usize>i * rowBytes + ((<usize>j) << 3));
    const centroid = load<f64>(at);
    store<f64>(at, centroid + ((value - centroid) * sign) / size);
  }
  pair(centroids + <usize>c * rowBytes, paired, c, d);
}

function inertia(): f64 {
  let sum: f64 = 0;
  for (let i: i32 = 0; i < n; i++) {
    const centroid = centroids + <usize>load<i32>(labels + ((<usize>i) << 2)) * rowBytes;
    sum += squaredDistance(rows + <usize>i * rowBytes, centroid, d);
  }
  return sum;
}
