import type {Matrix} from "../matrices/matrix.js";
import {clusterSizes} from "./clusterSizes.js";

/**
 * Means of the rows of each cluster. Cost: n·d.
 *
 * @param z n × d
 * @param labels n labels in [0, k)
 * @returns k × d means and k sizes
 */
export function clusterMeans(z: Matrix, labels: Int32Array): {means: Matrix; sizes: Int32Array} {
  const sizes = clusterSizes(labels, z.rows);
  const {cols} = z;
  const values = new Float64Array(sizes.length * cols);
  for (let i = 0, p = 0; i < z.rows; i++)
    for (let j = 0, q = labels[i] * cols; j < cols; j++, p++, q++) values[q] += z.values[p];
  for (let c = 0, q = 0; c < sizes.length; c++) for (let j = 0; j < cols; j++, q++) values[q] /= sizes[c];
  return {means: {rows: sizes.length, cols, values}, sizes};
}
