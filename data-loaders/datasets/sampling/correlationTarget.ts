/** Values of all columns in one row. */
export type RowValues = Float64Array;

/** A correlation matrix that a sample is to come near to, kept up to date while values are exchanged. */
export interface CorrelationTarget {
  /** Sum of squared differences from the target over the pairs. */
  discrepancy(): number;
  /**
   * How the discrepancy would change if rows went from `before` to `after`.
   *
   * @param changed columns in which they differ
   */
  change(changed: readonly number[], before: readonly RowValues[], after: readonly RowValues[]): number;
  /** Makes the last change that was asked about. */
  commit(): void;
}

/**
 * Starts from rows `from … to - 1` of the columns.
 *
 * @param target d × d lower triangle: row j holds columns 0 … j - 1
 */
export function correlationTarget(
  columns: readonly Float64Array[],
  from: number,
  to: number,
  target: readonly (readonly number[])[],
): CorrelationTarget {
  const d = columns.length;
  const n = to - from;
  const wanted = new Float64Array(d * d);
  const means = Float64Array.from(columns, (x) => x.subarray(from, to).reduce((sum, v) => sum + v, 0) / n);
  const products = new Float64Array(d * d);
  const terms = new Float64Array(d * d);
  for (let j = 0; j < d; j++) {
    for (let k = 0; k <= j; k++) {
      let product = 0;
      for (let i = from; i < to; i++) product += columns[j][i] * columns[k][i];
      products[j * d + k] = products[k * d + j] = product / n;
      if (k < j) wanted[j * d + k] = wanted[k * d + j] = target[j][k];
    }
  }
  const spreads = Float64Array.from(means, (mean, j) => spreadOf(products[j * d + j], mean));
  const term = (j: number, k: number, product: number): number => {
    const scale = spreads[j] * spreads[k];
    const difference = (scale > 0 ? (product - means[j] * means[k]) / scale : 0) - wanted[j * d + k];
    return difference * difference;
  };
  for (let j = 0; j < d; j++) {
    for (let k = 0; k < d; k++) terms[j * d + k] = j === k ? 0 : term(j, k, products[j * d + k]);
  }

  const nextProducts = new Float64Array(2 * d);
  const nextTerms = new Float64Array(2 * d);
  const kept = {means: new Float64Array(2), spreads: new Float64Array(2)};
  const next = {means: new Float64Array(2), spreads: new Float64Array(2)};
  let pending: readonly number[] = [];

  /** Mean products of changed column j with every column. */
  const productsAfter = (place: number, before: readonly RowValues[], after: readonly RowValues[]): void => {
    const j = pending[place];
    for (let k = 0; k < d; k++) {
      let change = 0;
      for (let r = 0; r < before.length; r++) {
        change += after[r][j] * after[r][k] - before[r][j] * before[r][k];
      }
      nextProducts[place * d + k] = products[j * d + k] + change / n;
    }
    let shift = 0;
    for (let r = 0; r < before.length; r++) shift += after[r][j] - before[r][j];
    next.means[place] = means[j] + shift / n;
    next.spreads[place] = spreadOf(nextProducts[place * d + j], next.means[place]);
  };
  const setMoments = (of: typeof kept): void => {
    for (let place = 0; place < pending.length; place++) {
      means[pending[place]] = of.means[place];
      spreads[pending[place]] = of.spreads[place];
    }
  };

  return {
    discrepancy: () => terms.reduce((total, value) => total + value, 0) / 2,
    change(changed, before, after) {
      pending = changed;
      for (let place = 0; place < pending.length; place++) {
        productsAfter(place, before, after);
        kept.means[place] = means[pending[place]];
        kept.spreads[place] = spreads[pending[place]];
      }
      setMoments(next);
      let total = 0;
      for (let place = 0; place < pending.length; place++) {
        const j = pending[place];
        for (let k = 0; k < d; k++) {
          if (k === j) continue;
          const value = term(j, k, nextProducts[place * d + k]);
          nextTerms[place * d + k] = value;
          if (place === 0 || k !== pending[0]) total += value - terms[j * d + k];
        }
      }
      setMoments(kept);
      return total;
    },
    commit() {
      setMoments(next);
      for (let place = 0; place < pending.length; place++) {
        const j = pending[place];
        for (let k = 0; k < d; k++) {
          products[j * d + k] = products[k * d + j] = nextProducts[place * d + k];
          if (k !== j) terms[j * d + k] = terms[k * d + j] = nextTerms[place * d + k];
        }
      }
    },
  };
}

/** Population sd from the mean square and the mean. */
function spreadOf(meanSquare: number, mean: number): number {
  return Math.sqrt(Math.max(0, meanSquare - mean * mean));
}
