/** A dot and the size of its label, in pixels. */
export interface DotLabel {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a label is written. */
export interface PlacedLabel {
  /** Left end of the room for the text, and the middle of its line. */
  x: number;
  y: number;
  width: number;
  /** Which end of the text is at its end of the room: the one towards the dot. */
  anchor: "start" | "middle" | "end";
  /** True where it lies so far from its dot that a line must lead to it. */
  apart: boolean;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Finds a place for the label of each dot, so that labels cover neither one another nor a dot: beside the dot if it can be,
 * else above or below, else further off. Greedy, from the first dot to the last; time grows with the square of their number.
 *
 * @param bounds ends of the room for labels, and the dots' radius, in pixels
 */
export function placeLabels(dots: readonly DotLabel[], bounds: Box & {radius: number}): PlacedLabel[] {
  const gap = bounds.radius + 4;
  const taken: Box[] = dots.map(({x, y}) => ({
    left: x - bounds.radius,
    right: x + bounds.radius,
    top: y - bounds.radius,
    bottom: y + bounds.radius,
  }));
  return dots.map((dot) => {
    const places = candidates(dot, gap);
    const free = places.find(
      (place) => inside(boxOf(place, dot), bounds) && !taken.some((box) => overlap(box, boxOf(place, dot))),
    );
    const found = free ?? clamped(places[0], dot, bounds);
    taken.push(boxOf(found, dot));
    return found;
  });
}

/** Places for a label, the nearest first. */
function candidates({x, y, width, height}: DotLabel, gap: number): PlacedLabel[] {
  const sides = [
    {x: x + gap, anchor: "start"},
    {x: x - gap - width, anchor: "end"},
    {x: x - width / 2, anchor: "middle"},
  ] as const;
  const beside = sides.slice(0, 2).map((side) => ({...side, y, width, apart: false}));
  const rings = Array.from({length: 12}, (_, ring) => ring + 1).flatMap((ring) =>
    [-1, 1].flatMap((way) =>
      sides.map((side) => {
        const shift = ring * height * 0.75 + (side.anchor === "middle" ? 4 : 0);
        return {...side, y: y + way * shift, width, apart: ring > 1};
      }),
    ),
  );
  return [...beside, ...rings];
}

function boxOf({x, y}: PlacedLabel, {width, height}: DotLabel): Box {
  return {left: x, right: x + width, top: y - height / 2, bottom: y + height / 2};
}

function inside(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.right <= bounds.right &&
    box.top >= bounds.top &&
    box.bottom <= bounds.bottom
  );
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function clamped(place: PlacedLabel, {width}: DotLabel, {left, right}: Box): PlacedLabel {
  return {...place, x: Math.max(left, Math.min(place.x, right - width))};
}
