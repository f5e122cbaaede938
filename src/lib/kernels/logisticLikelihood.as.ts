/**
 * Likelihood of a logistic regression, its gradient, and the lower triangle of its information; see `logisticLikelihood` in
 * TypeScript, which gives the same bits: the exponential and the logarithm are the engine's own.
 *
 * @param x n × d doubles, and three rows and 8 bytes more, all zero
 * @param y n bytes, 0 or 1
 * @param beta d + 1 doubles
 * @param residual work, n + 3 doubles, at first zero
 * @param weight work, likewise
 * @param gradient out: 2 doubles, of which the first is the intercept's, and d more and a further one if d is odd; at first
 * zero
 * @param sums out: d + 1 rows that are laid out likewise; at first zero
 * @returns −2 × log-likelihood
 */
export function logisticLikelihood(
  n: i32,
  d: i32,
  x: usize,
  y: usize,
  beta: usize,
  residual: usize,
  weight: usize,
  gradient: usize,
  sums: usize,
): f64 {
  const rowBytes = (<usize>d) << 3;
  const deviance = weigh(n, rowBytes, x, y, beta, residual, weight);
  const stride = (<usize>(2 + ((d + 1) & ~1))) << 3;
  for (let i: i32 = 0; i < n; i += 4) {
    const a = x + <usize>i * rowBytes;
    const b = a + rowBytes;
    const c = b + rowBytes;
    const e = c + rowBytes;
    const at = (<usize>i) << 3;
    const ra = load<f64>(residual + at);
    const rb = load<f64>(residual + at, 8);
    const rc = load<f64>(residual + at, 16);
    const re = load<f64>(residual + at, 24);
    const wa = load<f64>(weight + at);
    const wb = load<f64>(weight + at, 8);
    const wc = load<f64>(weight + at, 16);
    const we = load<f64>(weight + at, 24);
    store<f64>(gradient, load<f64>(gradient) + (ra + rb + rc + re));
    store<f64>(sums, load<f64>(sums) + (wa + wb + wc + we));
    // two entries at a time: a second that the row does not have is one that nobody reads
    addRows(gradient + 16, rowBytes, a, b, c, e, ra, rb, rc, re);
    for (let j: usize = 0; j < rowBytes; j += 8) {
      const va = wa * load<f64>(a + j);
      const vb = wb * load<f64>(b + j);
      const vc = wc * load<f64>(c + j);
      const ve = we * load<f64>(e + j);
      const to = sums + ((j >> 3) + 1) * stride;
      store<f64>(to, load<f64>(to) + (va + vb + vc + ve));
      addRows(to + 16, j + 8, a, b, c, e, va, vb, vc, ve);
    }
  }
  return deviance;
}

/** Adds the first `bytes` of four rows, each times its factor. */
function addRows(
  to: usize,
  bytes: usize,
  a: usize,
  b: usize,
  c: usize,
  e: usize,
  fa: f64,
  fb: f64,
  fc: f64,
  fe: f64,
): void {
  const pa = f64x2.splat(fa);
  const pb = f64x2.splat(fb);
  const pc = f64x2.splat(fc);
  const pe = f64x2.splat(fe);
  for (let l: usize = 0; l < bytes; l += 16) {
    let sum = f64x2.add(f64x2.mul(pa, v128.load(a + l)), f64x2.mul(pb, v128.load(b + l)));
    sum = f64x2.add(sum, f64x2.mul(pc, v128.load(c + l)));
    sum = f64x2.add(sum, f64x2.mul(pe, v128.load(e + l)));
    v128.store(to + l, f64x2.add(v128.load(to + l), sum));
  }
}

/** Residual and weight of each row; returns the deviance. */
function weigh(
  n: i32,
  rowBytes: usize,
  x: usize,
  y: usize,
  beta: usize,
  residual: usize,
  weight: usize,
): f64 {
  let sum: f64 = 0;
  let product: f64 = 1;
  let row = x;
  for (let i: i32 = 0; i < n; i++, row += rowBytes) {
    let eta = load<f64>(beta);
    for (let j: usize = 0; j < rowBytes; j += 8) eta += load<f64>(beta + j, 8) * load<f64>(row + j);
    const small = JSMath.exp(-abs(eta));
    const probability = (eta >= 0 ? 1 : small) / (1 + small);
    const outcome = load<u8>(y + <usize>i);
    const at = (<usize>i) << 3;
    store<f64>(residual + at, <f64>outcome - probability);
    store<f64>(weight + at, probability * (1 - probability));
    sum += max<f64>(outcome === 1 ? -eta : eta, 0);
    product *= 1 + small;
    if ((i & 63) === 63) {
      sum += JSMath.log(product);
      product = 1;
    }
  }
  return 2 * (sum + JSMath.log(product));
}
