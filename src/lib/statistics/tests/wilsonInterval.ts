import {NORMAL_975} from "./normalQuantile.js";

/**
 * 95% confidence interval of a share, by Wilson's score: it keeps its coverage for few rows and for shares near 0 and 1.
 *
 * Wilson, J. Am. Stat. Assoc. 22 (1927). Cost: 1. Checked against SciPy 1.10.1
 * `binomtest(…).proportion_ci("wilson")`.
 *
 * @param successes from 0 to n
 * @param n at least 1
 * @returns lower and upper limit in [0, 1]
 * @throws RangeError outside these ranges
 */
export function wilsonInterval(successes: number, n: number): [number, number] {
  if (!(n >= 1)) throw new RangeError(`invalid n; not 1 or more: ${n}`);
  if (!(successes >= 0 && successes <= n))
    throw new RangeError(`invalid successes; not in [0, ${n}]: ${successes}`);
  const share = successes / n;
  const z2 = NORMAL_975 ** 2;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (NORMAL_975 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
