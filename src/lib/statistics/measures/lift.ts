import {requireScores} from "./requireScores.js";

/** One part of the rows in order of their score, highest first. */
export interface LiftPart {
  rows: number;
  positives: number;
  /** Share of ones in the part over their share among all. */
  lift: number;
  /** Share of all rows in this part and those before it. */
  cumulativeRows: number;
  /** Share of all ones in this part and those before it. */
  cumulativeFound: number;
}

/**
 * Lift by decile: how much richer in ones the tenth with the highest scores is than the whole, and so on down. Ones among
 * rows of equal score are shared out evenly, so that the order of rows does not matter.
 *
 * Ling & Li, "Data mining for direct marketing", KDD 1998. Cost: n·log n. No software shares ties out so; the tests hold its
 * definition: all ones are found in the end, and the mean lift is 1.
 *
 * @param score n scores or probabilities, larger for outcome 1
 * @param y n outcomes, 0 or 1, both present
 * @param parts number of parts; default 10
 */
export function lift(score: ArrayLike<number>, y: Uint8Array, parts = 10): LiftPart[] {
  const n = y.length;
  const positives = requireScores(score, y);
  const found = cumulativeOnes(score, y);
  const ends = Array.from({length: parts + 1}, (_, part) => Math.round((part * n) / parts));
  return ends.slice(1).flatMap((end, part) => {
    const start = ends[part];
    if (end === start) return [];
    const inPart = found[end] - found[start];
    return {
      rows: end - start,
      positives: inPart,
      lift: inPart / (end - start) / (positives / n),
      cumulativeRows: end / n,
      cumulativeFound: found[end] / positives,
    };
  });
}

/** Ones among the first 0, 1, … n rows by falling score; within equal scores they rise evenly. */
function cumulativeOnes(score: ArrayLike<number>, y: Uint8Array): Float64Array {
  const order = Int32Array.from(y.keys()).sort((a, b) => score[b] - score[a]);
  const found = new Float64Array(y.length + 1);
  for (let p = 0; p < order.length; ) {
    let q = p + 1;
    while (q < order.length && score[order[q]] === score[order[p]]) q++;
    let ones = 0;
    for (let t = p; t < q; t++) ones += y[order[t]];
    for (let t = p; t < q; t++) found[t + 1] = found[p] + (ones * (t + 1 - p)) / (q - p);
    p = q;
  }
  return found;
}
