import {banish, pair, pairedAt, squaredDistances} from "./squaredDistances.as";

/**
 * Ward's merges by the chain of nearest neighbours; see `wardMerges` in TypeScript, which gives the same bits.
 *
 * Live clusters stand paired, in the order of their earliest rows. One that is gone is moved infinitely far away until
 * many are, and then the others close ranks.
 */

/** Columns that are added up before distances are compared with the least so far. */
const STEP: i32 = 4;

let d: i32 = 0;
let paired: usize = 0;
let sizes: usize = 0;
/** Earliest row of the cluster at each place, and the place of each such row. */
let ids: usize = 0;
let places: usize = 0;
let distances: usize = 0;
let point: usize = 0;
/** Places in use, a gap included. */
let used: i32 = 0;

/** The nearest place to the tip and what joining it costs; what `findNearest` found. */
let nearest: i32 = 0;
let least: f64 = 0;
/** While it looks: the tip's size, twice that, the least costs in either lane, and the pairs that they are of. */
let tipSize: v128 = f64x2.splat(0);
let twice: v128 = f64x2.splat(0);
let best: v128 = f64x2.splat(0);
let where: v128 = i64x2.splat(0);

/**
 * @param n number of rows, at least 2
 * @param rows n × d doubles in canonical order
 * @param a, b out: n − 1 integers each: the earliest rows of the clusters that merge
 * @param height out: n − 1 doubles
 * @param work n·(8·d + 28) + 32·d + 2,048 bytes, which begin at a multiple of 16
 */
export function wardMerges(
  n: i32,
  pd: i32,
  rows: usize,
  a: usize,
  b: usize,
  height: usize,
  work: usize,
): void {
  d = pd;
  const even = (n + 1) & ~1;
  paired = work;
  sizes = paired + ((<usize>even * <usize>d) << 3);
  const formed = sizes + ((<usize>even) << 3);
  distances = formed + ((<usize>even) << 3);
  point = distances + 64;
  ids = point + ((<usize>d) << 3);
  places = ids + ((<usize>even) << 2);
  const chain = places + ((<usize>n) << 2);
  used = n;
  for (let i: i32 = 0; i < n; i++) {
    pair(rows + ((<usize>i * <usize>d) << 3), paired, i, d);
    store<f64>(sizes + ((<usize>i) << 3), 1);
    store<f64>(formed + ((<usize>i) << 3), 0);
    store<i32>(ids + ((<usize>i) << 2), i);
    store<i32>(places + ((<usize>i) << 2), i);
  }
  if (n & 1) clear(n);

  let length: i32 = 0;
  let live = n;
  while (live > 1) {
    if (length === 0) {
      store<i32>(chain, firstLive());
      length = 1;
    }
    const tip = load<i32>(chain + ((<usize>length) << 2) - 4);
    const previous = length > 1 ? load<i32>(chain + ((<usize>length) << 2) - 8) : -1;
    const tipPlace = load<i32>(places + ((<usize>tip) << 2));
    readPoint(tipPlace);
    const back = previous >= 0 ? costAt(tipPlace, load<i32>(places + ((<usize>previous) << 2))) : Infinity;
    findNearest(tipPlace, min(back, costBeside(tipPlace)));
    const neighbour = back <= least ? previous : idAt(nearest);
    if (neighbour !== previous) {
      store<i32>(chain + ((<usize>length) << 2), neighbour);
      length++;
      continue;
    }
    length -= 2;
    const first = min(tip, previous);
    const last = max(tip, previous);
    const atFirst = formed + ((<usize>first) << 3);
    store<f64>(atFirst, max(back, max(load<f64>(atFirst), load<f64>(formed + ((<usize>last) << 3)))));
    const t = <usize>(n - live);
    store<i32>(a + (t << 2), first);
    store<i32>(b + (t << 2), last);
    store<f64>(height + (t << 3), sqrt(load<f64>(atFirst)));
    join(load<i32>(places + ((<usize>first) << 2)), load<i32>(places + ((<usize>last) << 2)));
    live--;
    if (used - live > (live >> 3) + 8) closeRanks();
  }
}

function idAt(place: i32): i32 {
  return load<i32>(ids + ((<usize>place) << 2));
}

function clear(place: i32): void {
  banish(paired, place, d);
  store<f64>(sizes + ((<usize>place) << 3), 1);
  store<i32>(ids + ((<usize>place) << 2), -1);
}

function firstLive(): i32 {
  let place: i32 = 0;
  while (idAt(place) < 0) place++;
  return idAt(place);
}

/** What joining the tip, whose coordinates stand at `point`, and the cluster at a place would cost. */
function costAt(tip: i32, place: i32): f64 {
  const at = pairedAt(paired, place, d);
  let sum: f64 = 0;
  for (let j: i32 = 0; j < d; j++) {
    const difference = load<f64>(point + ((<usize>j) << 3)) - load<f64>(at + ((<usize>j) << 4));
    sum += difference * difference;
  }
  const tipSize = load<f64>(sizes + ((<usize>tip) << 3));
  const size = load<f64>(sizes + ((<usize>place) << 3));
  return ((2 * tipSize * size) / (tipSize + size)) * sum;
}

/** Copies the centroid at a place to `point`. */
function readPoint(place: i32): void {
  const at = pairedAt(paired, place, d);
  for (let j: i32 = 0; j < d; j++) store<f64>(point + ((<usize>j) << 3), load<f64>(at + ((<usize>j) << 4)));
}

/** What joining the tip and a cluster beside it would cost: rows near in order are often near each other. */
function costBeside(tip: i32): f64 {
  const before = tip > 0 ? costAt(tip, tip - 1) : Infinity;
  return tip + 1 < used ? min(before, costAt(tip, tip + 1)) : before;
}

/**
 * The place of the cluster that is cheapest to join to the tip; the first of equally cheap ones.
 *
 * @param bound a cost that the cheapest does not exceed: of eight clusters that are farther after some columns already, the
 * other columns are left out
 */
function findNearest(tip: i32, bound: f64): void {
  const tipAt = pairedAt(paired, tip, d);
  store<f64>(tipAt, Infinity);
  const size = load<f64>(sizes + ((<usize>tip) << 3));
  tipSize = f64x2.splat(size);
  twice = f64x2.splat(2 * size);
  best = f64x2.splat(Infinity);
  where = i64x2.splat(0);
  // a cluster has at least one row, and joining a larger one costs more
  const perDistance = (2 * size) / (size + 1);
  let farthest = f64x2.splat((bound / perDistance) * (1 + 1e-12));
  const pairs = (used + 1) >> 1;
  let p: i32 = 0;
  for (; p + 4 <= pairs; p += 4) {
    if (!measureFour(paired + ((<usize>p * <usize>d) << 4), farthest)) continue;
    for (let q: i32 = 0; q < 4; q++) consider(p + q, v128.load(distances + ((<usize>q) << 4)));
    const leastHere = min(f64x2.extract_lane(best, 0), f64x2.extract_lane(best, 1));
    if (leastHere < bound) {
      bound = leastHere;
      farthest = f64x2.splat((bound / perDistance) * (1 + 1e-12));
    }
  }
  for (; p < pairs; p++) {
    squaredDistances(point, paired + ((<usize>p * <usize>d) << 4), 1, d, distances);
    consider(p, v128.load(distances));
  }
  store<f64>(tipAt, load<f64>(point));
  const leftCost = f64x2.extract_lane(best, 0);
  const rightCost = f64x2.extract_lane(best, 1);
  const left = (<i32>i64x2.extract_lane(where, 0)) << 1;
  const right = ((<i32>i64x2.extract_lane(where, 1)) << 1) | 1;
  const takeRight = rightCost < leftCost || (rightCost === leftCost && right < left);
  nearest = takeRight ? right : left;
  least = takeRight ? rightCost : leftCost;
}

/** Compares the costs of joining a pair of clusters, given their squared distances, with the least so far. */
function consider(p: i32, distance: v128): void {
  const size = v128.load(sizes + ((<usize>p) << 4));
  const cost = f64x2.mul(f64x2.div(f64x2.mul(twice, size), f64x2.add(tipSize, size)), distance);
  const less = f64x2.lt(cost, best);
  best = v128.bitselect(cost, best, less);
  where = v128.bitselect(i64x2.splat(<i64>p), where, less);
}

/** Squared distances from the tip to four pairs of clusters, or false if all are seen to be too far. */
function measureFour(pairs: usize, farthest: v128): bool {
  const stride = (<usize>d) << 4;
  const b = pairs + stride;
  const c = b + stride;
  const e = c + stride;
  let sa = f64x2.splat(0);
  let sb = f64x2.splat(0);
  let sc = f64x2.splat(0);
  let se = f64x2.splat(0);
  for (let j: i32 = 0; j < d; ) {
    const until = min(j + STEP, d);
    for (; j < until; j++) {
      const x = v128.load64_splat(point + ((<usize>j) << 3));
      const at = (<usize>j) << 4;
      const da = f64x2.sub(x, v128.load(pairs + at));
      const db = f64x2.sub(x, v128.load(b + at));
      const dc = f64x2.sub(x, v128.load(c + at));
      const de = f64x2.sub(x, v128.load(e + at));
      sa = f64x2.add(sa, f64x2.mul(da, da));
      sb = f64x2.add(sb, f64x2.mul(db, db));
      sc = f64x2.add(sc, f64x2.mul(dc, dc));
      se = f64x2.add(se, f64x2.mul(de, de));
    }
    const nearestOfAll = f64x2.pmin(f64x2.pmin(sa, sb), f64x2.pmin(sc, se));
    if (i64x2.all_true(f64x2.gt(nearestOfAll, farthest))) return false;
  }
  v128.store(distances, sa);
  v128.store(distances + 16, sb);
  v128.store(distances + 32, sc);
  v128.store(distances + 48, se);
  return true;
}

/** Puts the union of two clusters at the place of the first. */
function join(first: i32, last: i32): void {
  const to = pairedAt(paired, first, d);
  const from = pairedAt(paired, last, d);
  const firstSize = load<f64>(sizes + ((<usize>first) << 3));
  const lastSize = load<f64>(sizes + ((<usize>last) << 3));
  const total = firstSize + lastSize;
  for (let j: i32 = 0; j < d; j++) {
    const at = (<usize>j) << 4;
    store<f64>(to + at, (firstSize * load<f64>(to + at) + lastSize * load<f64>(from + at)) / total);
  }
  store<f64>(sizes + ((<usize>first) << 3), total);
  clear(last);
}

/** Closes the gaps, keeping the order. */
function closeRanks(): void {
  let to: i32 = 0;
  for (let place: i32 = 0; place < used; place++) {
    const id = idAt(place);
    if (id < 0) continue;
    if (to !== place) {
      const target = pairedAt(paired, to, d);
      const source = pairedAt(paired, place, d);
      for (let j: i32 = 0; j < d; j++)
        store<f64>(target + ((<usize>j) << 4), load<f64>(source + ((<usize>j) << 4)));
      store<f64>(sizes + ((<usize>to) << 3), load<f64>(sizes + ((<usize>place) << 3)));
      store<i32>(ids + ((<usize>to) << 2), id);
      store<i32>(places + ((<usize>id) << 2), to);
    }
    to++;
  }
  used = to;
  if (used & 1) clear(used);
}
