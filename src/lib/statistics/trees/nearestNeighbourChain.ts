import type {Merges} from "./merges.js";

/**
 * Hierarchical clustering by the chain of nearest neighbours: from any cluster step to its nearest neighbour until two
 * are each other's nearest, join them, and go on from where the chain stood.
 *
 * A cluster is called by its earliest row. Of equally near clusters the chain's previous one is preferred, then the
 * earliest. F. Murtagh, "A survey of recent advances in hierarchical clustering algorithms", Computer Journal 26 (1983).
 * Cost: at most 3·n² / 2 distances.
 *
 * @param n number of rows
 * @param distance distance of two clusters
 * @param join replaces cluster a by the union of a and b (a < b); b is not asked for again
 */
export function nearestNeighbourChain(
  n: number,
  distance: (a: number, b: number) => number,
  join: (a: number, b: number) => void,
): Merges {
  const merges = {a: new Int32Array(n - 1), b: new Int32Array(n - 1), height: new Float64Array(n - 1)};
  const active = Int32Array.from({length: n}, (_, i) => i);
  const formed = new Float64Array(n);
  const chain = new Int32Array(n);
  let length = 0;
  let count = n;
  while (count > 1) {
    if (length === 0) chain[length++] = active[0];
    const tip = chain[length - 1];
    const previous = length > 1 ? chain[length - 2] : -1;
    let nearest = previous;
    let least = previous < 0 ? Number.POSITIVE_INFINITY : distance(tip, previous);
    for (let p = 0; p < count; p++) {
      if (active[p] === tip) continue;
      const candidate = distance(tip, active[p]);
      if (candidate < least || nearest < 0) {
        least = candidate;
        nearest = active[p];
      }
    }
    if (nearest !== previous) {
      chain[length++] = nearest;
      continue;
    }
    length -= 2;
    const a = Math.min(tip, nearest);
    const b = Math.max(tip, nearest);
    // rounding may put a merge below one that it contains
    formed[a] = Math.max(least, formed[a], formed[b]);
    const t = n - count;
    merges.a[t] = a;
    merges.b[t] = b;
    merges.height[t] = formed[a];
    join(a, b);
    const gone = active.subarray(0, count).indexOf(b);
    active.copyWithin(gone, gone + 1, count);
    count--;
  }
  return merges;
}
