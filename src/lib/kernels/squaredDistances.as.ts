/**
 * Squared distances from one point to many, two at a time.
 *
 * "Paired" points stand side by side: pair p holds, for each column j, the two values of points 2p and 2p + 1. Each lane
 * adds its squares in the order of the columns, as the plain TypeScript does: the bits are the same.
 *
 * @param point d doubles
 * @param paired `pairs` pairs of points
 * @param out 2·pairs doubles
 */
export function squaredDistances(point: usize, paired: usize, pairs: i32, d: i32, out: usize): void {
  const stride = (<usize>d) << 4;
  let p: i32 = 0;
  for (; p + 4 <= pairs; p += 4) {
    const a = paired + <usize>p * stride;
    const b = a + stride;
    const c = b + stride;
    const e = c + stride;
    let sa = f64x2.splat(0);
    let sb = f64x2.splat(0);
    let sc = f64x2.splat(0);
    let se = f64x2.splat(0);
    for (let j: i32 = 0; j < d; j++) {
      const x = v128.load64_splat(point + ((<usize>j) << 3));
      const at = (<usize>j) << 4;
      const da = f64x2.sub(x, v128.load(a + at));
      const db = f64x2.sub(x, v128.load(b + at));
      const dc = f64x2.sub(x, v128.load(c + at));
      const de = f64x2.sub(x, v128.load(e + at));
      sa = f64x2.add(sa, f64x2.mul(da, da));
      sb = f64x2.add(sb, f64x2.mul(db, db));
      sc = f64x2.add(sc, f64x2.mul(dc, dc));
      se = f64x2.add(se, f64x2.mul(de, de));
    }
    const to = out + ((<usize>p) << 4);
    v128.store(to, sa);
    v128.store(to + 16, sb);
    v128.store(to + 32, sc);
    v128.store(to + 48, se);
  }
  const rest = pairs - p;
  if (rest === 0) return;
  const a = paired + <usize>p * stride;
  const b = rest > 1 ? a + stride : a;
  const c = rest > 2 ? b + stride : a;
  const to = out + ((<usize>p) << 4);
  let sa = f64x2.splat(0);
  let sb = f64x2.splat(0);
  let sc = f64x2.splat(0);
  if (rest === 1)
    for (let j: i32 = 0; j < d; j++) {
      const da = f64x2.sub(v128.load64_splat(point + ((<usize>j) << 3)), v128.load(a + ((<usize>j) << 4)));
      sa = f64x2.add(sa, f64x2.mul(da, da));
    }
  else if (rest === 2)
    for (let j: i32 = 0; j < d; j++) {
      const x = v128.load64_splat(point + ((<usize>j) << 3));
      const at = (<usize>j) << 4;
      const da = f64x2.sub(x, v128.load(a + at));
      const db = f64x2.sub(x, v128.load(b + at));
      sa = f64x2.add(sa, f64x2.mul(da, da));
      sb = f64x2.add(sb, f64x2.mul(db, db));
    }
  else
    for (let j: i32 = 0; j < d; j++) {
      const x = v128.load64_splat(point + ((<usize>j) << 3));
      const at = (<usize>j) << 4;
      const da = f64x2.sub(x, v128.load(a + at));
      const db = f64x2.sub(x, v128.load(b + at));
      const dc = f64x2.sub(x, v128.load(c + at));
      sa = f64x2.add(sa, f64x2.mul(da, da));
      sb = f64x2.add(sb, f64x2.mul(db, db));
      sc = f64x2.add(sc, f64x2.mul(dc, dc));
    }
  v128.store(to, sa);
  if (rest > 1) v128.store(to + 16, sb);
  if (rest > 2) v128.store(to + 32, sc);
}

/** Squared distance of two points of d doubles. */
export function squaredDistance(a: usize, b: usize, d: i32): f64 {
  let sum: f64 = 0;
  for (let j: i32 = 0; j < d; j++) {
    const difference = load<f64>(a + ((<usize>j) << 3)) - load<f64>(b + ((<usize>j) << 3));
    sum += difference * difference;
  }
  return sum;
}

/** Where column 0 of a point stands among paired points; its next columns follow 16 bytes apart. */
export function pairedAt(paired: usize, index: i32, d: i32): usize {
  return paired + ((<usize>(index >> 1) * <usize>d) << 4) + ((<usize>(index & 1)) << 3);
}

/** Copies a point of d doubles in among paired points. */
export function pair(point: usize, paired: usize, index: i32, d: i32): void {
  const to = pairedAt(paired, index, d);
  for (let j: i32 = 0; j < d; j++) store<f64>(to + ((<usize>j) << 4), load<f64>(point + ((<usize>j) << 3)));
}

/** Makes a paired point infinitely far from all others. */
export function banish(paired: usize, index: i32, d: i32): void {
  const to = pairedAt(paired, index, d);
  for (let j: i32 = 0; j < d; j++) store<f64>(to + ((<usize>j) << 4), Infinity);
}
