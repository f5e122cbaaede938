/**
 * The lower triangle of X′WX; see `weightedCrossProduct` in TypeScript, which gives the same bits.
 *
 * @param x n × d doubles, and 8 bytes more
 * @param weights n doubles
 * @param sums out: (d + 1) rows of the intercept's column, d more and a further one if d is odd; at first zero
 */
export function weightedCrossProduct(n: i32, d: i32, x: usize, weights: usize, sums: usize): void {
  const rowBytes = (<usize>d) << 3;
  const stride = (<usize>(2 + ((d + 1) & ~1))) << 3;
  const whole = n & ~3;
  for (let i: i32 = 0; i < whole; i += 4) {
    const a = x + <usize>i * rowBytes;
    const b = a + rowBytes;
    const c = b + rowBytes;
    const e = c + rowBytes;
    const at = weights + ((<usize>i) << 3);
    const wa = load<f64>(at);
    const wb = load<f64>(at + 8);
    const wc = load<f64>(at + 16);
    const we = load<f64>(at + 24);
    store<f64>(sums, load<f64>(sums) + (wa + wb + wc + we));
    for (let j: usize = 0; j < rowBytes; j += 8) {
      const va = wa * load<f64>(a + j);
      const vb = wb * load<f64>(b + j);
      const vc = wc * load<f64>(c + j);
      const ve = we * load<f64>(e + j);
      const to = sums + ((j >> 3) + 1) * stride;
      store<f64>(to, load<f64>(to) + (va + vb + vc + ve));
      const pa = f64x2.splat(va);
      const pb = f64x2.splat(vb);
      const pc = f64x2.splat(vc);
      const pe = f64x2.splat(ve);
      // two entries at a time: the second may lie above the diagonal, where nobody reads it
      for (let l: usize = 0; l <= j; l += 16) {
        let sum = f64x2.add(f64x2.mul(pa, v128.load(a + l)), f64x2.mul(pb, v128.load(b + l)));
        sum = f64x2.add(sum, f64x2.mul(pc, v128.load(c + l)));
        sum = f64x2.add(sum, f64x2.mul(pe, v128.load(e + l)));
        v128.store(to + 16 + l, f64x2.add(v128.load(to + 16 + l), sum));
      }
    }
  }
  for (let i = whole; i < n; i++) {
    const row = x + <usize>i * rowBytes;
    const weight = load<f64>(weights + ((<usize>i) << 3));
    store<f64>(sums, load<f64>(sums) + weight);
    for (let j: usize = 0; j < rowBytes; j += 8) {
      const value = weight * load<f64>(row + j);
      const to = sums + ((j >> 3) + 1) * stride;
      store<f64>(to, load<f64>(to) + value);
      for (let l: usize = 0; l <= j; l += 8) {
        const entry = to + 16 + l;
        store<f64>(entry, load<f64>(entry) + value * load<f64>(row + l));
      }
    }
  }
}
