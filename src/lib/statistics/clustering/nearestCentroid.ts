import type {Matrix} from "../matrices/matrix.js";
import {requireFinite} from "../matrices/requireFinite.js";
import {squaredDistance} from "../matrices/squaredDistance.js";

/**
 * The nearest centroid of each row (ties to the lower number): what k-means would call a new customer. Cost: n·k·d.
 *
 * @param rows n × d
 * @param centroids k × d in the same units
 * @returns n labels in [0, k)
 * @throws RangeError if the numbers of columns differ, or a value is not finite
 */
export function nearestCentroid(rows: Matrix, centroids: Matrix): Int32Array {
  if (rows.cols !== centroids.cols)
    throw new RangeError(`rows and centroids differ in columns: ${rows.cols}, ${centroids.cols}`);
  requireFinite(rows);
  requireFinite(centroids);
  const labels = new Int32Array(rows.rows);
  for (let i = 0; i < rows.rows; i++) {
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; c < centroids.rows; c++) {
      const distance = squaredDistance(rows.values, i, centroids.values, c, rows.cols);
      if (distance < least) {
        least = distance;
        labels[i] = c;
      }
    }
  }
  return labels;
}
