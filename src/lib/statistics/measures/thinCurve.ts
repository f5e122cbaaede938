/**
 * Leaves out the points of a curve that no eye could miss: what is kept passes within a tolerance of every point.
 *
 * Ramer, Computer Graphics and Image Processing 1 (1972); Douglas & Peucker, Cartographica 10 (1973). Cost: n·log n as a
 * rule, n² at worst.
 *
 * @param points in order along the curve, at least one
 * @param x and
 * @param y coordinates of a point, in units of the picture's width and height
 * @param tolerance greatest distance; default 0.0005, a quarter of a pixel in a picture of 500
 * @returns some of the points, with the first and the last
 */
export function thinCurve<Point>(
  points: readonly Point[],
  x: (point: Point) => number,
  y: (point: Point) => number,
  tolerance = 0.0005,
): Point[] {
  const kept = new Uint8Array(points.length);
  kept[0] = 1;
  kept[points.length - 1] = 1;
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    let farthest = -1;
    let most = tolerance;
    for (let i = from + 1; i < to; i++) {
      const away = distance(points[i], points[from], points[to], x, y);
      if (away > most) {
        most = away;
        farthest = i;
      }
    }
    if (farthest < 0) continue;
    kept[farthest] = 1;
    spans.push([from, farthest], [farthest, to]);
  }
  return points.filter((_, i) => kept[i] === 1);
}

/** Distance of a point from the segment between two others. */
function distance<Point>(
  point: Point,
  start: Point,
  end: Point,
  x: (point: Point) => number,
  y: (point: Point) => number,
): number {
  const [dx, dy] = [x(end) - x(start), y(end) - y(start)];
  const [px, py] = [x(point) - x(start), y(point) - y(start)];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length2));
  return Math.hypot(px - along * dx, py - along * dy);
}
