import {banish, pair, pairedAt, squaredDistances} from "./squaredDistances.as";

/**
 * Ward's merges by the chain of nearest neighbours; see `wardMerges` in TypeScript, which gives the same bits.
 *
 * Live clusters stand paired, in the order of their earliest rows. One that is gone is moved infinitely far away until
 * many are, and then the others close ranks.
 */

const BLOCK: i32 = 64;

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

/**
 * @param n number of rows, at least 2
 * @param rows n × d doubles in canonical order
 * @param a, b out: n − 1 integers each: the earliest rows of the clusters that merge
 * @param height out: n − 1 doubles
 * @param work n·(8·d + 28) + 16·d + 8·d + 2,048 bytes, a multiple of 16
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
  point = distances + ((<usize>BLOCK) << 4);
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
    findNearest(tipPlace);
    const neighbour = previous >= 0 && costAt(tipPlace, previous) <= least ? previous : idAt(nearest);
    if (neighbour !== previous) {
      store<i32>(chain + ((<usize>length) << 2), neighbour);
      length++;
      continue;
    }
    length -= 2;
    const cost = costAt(tipPlace, previous);
    const first = min(tip, previous);
    const last = max(tip, previous);
    const atFirst = formed + ((<usize>first) << 3);
    store<f64>(atFirst, max(cost, max(load<f64>(atFirst), load<f64>(formed + ((<usize>last) << 3)))));
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

/** What joining the tip, whose coordinates stand at `point`, and a cluster would cost. */
function costAt(tip: i32, id: i32): f64 {
  const place = load<i32>(places + ((<usize>id) << 2));
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

/** The place of the cluster that is cheapest to join to the tip; the first of equally cheap ones. */
function findNearest(tip: i32): void {
  const tipAt = pairedAt(paired, tip, d);
  for (let j: i32 = 0; j < d; j++)
    store<f64>(point + ((<usize>j) << 3), load<f64>(tipAt + ((<usize>j) << 4)));
  store<f64>(tipAt, Infinity);
  const tipSize = v128.load64_splat(sizes + ((<usize>tip) << 3));
  const twice = f64x2.add(tipSize, tipSize);
  let best = f64x2.splat(Infinity);
  let where = i64x2.splat(0);
  const pairs = (used + 1) >> 1;
  for (let p: i32 = 0; p < pairs; p += BLOCK) {
    const count = min(BLOCK, pairs - p);
    squaredDistances(point, paired + ((<usize>p * <usize>d) << 4), count, d, distances);
    for (let q: i32 = 0; q < count; q++) {
      const size = v128.load(sizes + ((<usize>(p + q)) << 4));
      const factor = f64x2.div(f64x2.mul(twice, size), f64x2.add(tipSize, size));
      const cost = f64x2.mul(factor, v128.load(distances + ((<usize>q) << 4)));
      const less = f64x2.lt(cost, best);
      best = v128.bitselect(cost, best, less);
      where = v128.bitselect(i64x2.splat(<i64>(p + q)), where, less);
    }
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
