import {moments} from "./pearson.js";

/**
 * Centroids of the segments in standardised variables (population sd over all rows), and how far a row is
 * from being nearer to another segment's centroid than to its own.
 */
export interface NearestSegment {
  /** Shortfall of row i: 0 where its own centroid is nearest by at least the margin, in squared z units. */
  shortfall(row: number, segment: number): number;
}

/**
 * Builds the test from columns whose rows lie in consecutive blocks, one a segment. Centroids and scale depend on
 * the blocks' marginals only, so they stay valid while values are exchanged between rows of one block.
 *
 * @param starts first row of each block, and the number of rows at the end
 * @param margin squared distance by which a row must prefer its own centroid
 */
export function nearestSegment(
  columns: readonly Float64Array[],
  starts: readonly number[],
  margin: number,
): NearestSegment {
  const scales = columns.map((column) => {
    const {n, sum, square} = moments(column);
    return Math.sqrt(square / n - (sum / n) * (sum / n));
  });
  const centroids = starts.slice(0, -1).map((from, s) =>
    columns.map((column) => {
      const {n, sum} = moments(column, from, starts[s + 1]);
      return sum / n;
    }),
  );
  const distance = (row: number, s: number): number => {
    let total = 0;
    for (let j = 0; j < columns.length; j++) {
      const z = (columns[j][row] - centroids[s][j]) / scales[j];
      total += z * z;
    }
    return total;
  };
  return {
    shortfall(row, segment) {
      const own = distance(row, segment);
      let worst = 0;
      for (let s = 0; s < centroids.length; s++) {
        if (s !== segment) worst = Math.max(worst, own + margin - distance(row, s));
      }
      return worst;
    },
  };
}
