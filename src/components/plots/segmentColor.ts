/** The colour of a segment, by its display position from 1; the style sheet defines it for light and dark. */
export function segmentColor(position: number): string {
  return `var(--segment-${position})`;
}
