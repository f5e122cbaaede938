import {segmentColor} from "./segmentColor.js";

/**
 * Colours for the clusters of any partition: each takes the colour of the segment that most of its members
 * belong to; where several share a segment, the smaller ones are mixed with the background.
 *
 * @param labels n labels from 0, larger clusters first
 * @param segments display position of each row's segment, from 1
 */
export function clusterColors(labels: Int32Array, segments: ArrayLike<number>): string[] {
  const counts: Map<number, number>[] = [];
  for (let i = 0; i < labels.length; i++) {
    counts[labels[i]] ??= new Map();
    counts[labels[i]].set(segments[i], (counts[labels[i]].get(segments[i]) ?? 0) + 1);
  }
  const taken = new Map<number, number>();
  return counts.map((members) => {
    const [segment] = [...members].reduce((a, b) => (b[1] > a[1] ? b : a));
    const rank = taken.get(segment) ?? 0;
    taken.set(segment, rank + 1);
    return rank === 0
      ? segmentColor(segment)
      : `color-mix(in oklab, ${segmentColor(segment)} ${Math.max(25, 75 - 25 * rank)}%, var(--theme-foreground))`;
  });
}
