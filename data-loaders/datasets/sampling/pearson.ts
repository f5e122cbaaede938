/** Sums from which a Pearson correlation follows; integers stay exact, so the order of addition cannot matter. */
export interface Moments {
  n: number;
  sum: number;
  square: number;
}

/** Moments of `values[from … to - 1]`. */
export function moments(values: ArrayLike<number>, from = 0, to = values.length): Moments {
  let sum = 0;
  let square = 0;
  for (let i = from; i < to; i++) {
    sum += values[i];
    square += values[i] * values[i];
  }
  return {n: to - from, sum, square};
}

/** Sum of products of two columns over rows `from … to - 1`. */
export function products(x: ArrayLike<number>, y: ArrayLike<number>, from = 0, to = x.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += x[i] * y[i];
  return sum;
}

/**
 * Pearson's product-moment correlation from sums, in [-1, 1]; 0 where a column is constant.
 *
 * @param product sum of x·y over the same n rows
 */
export function pearson(x: Moments, y: Moments, product: number): number {
  const spread = (x.n * x.square - x.sum * x.sum) * (y.n * y.square - y.sum * y.sum);
  return spread > 0 ? (x.n * product - x.sum * y.sum) / Math.sqrt(spread) : 0;
}
