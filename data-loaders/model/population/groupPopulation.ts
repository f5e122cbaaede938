import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import type {ClusterSearch} from "../../datasets/dataset.js";
import {openClusterEngine} from "../../engine/kernels/clusterEngine.js";
import {lloydOverAll, type PopulationGroups} from "../../engine/population/passes/lloyd.js";
import type {Population} from "../../engine/population/population.js";
import type {ScaledVariable} from "../../engine/population/scaledVariables.js";

/** Passes over all customers after which the groups are taken as they are. */
const MOST_STEPS = 100;

/** Movement of a centroid below which it stands still, in standard deviations. */
const STILL = 1e-9;

/**
 * Divides all customers into k groups: the best of several random starts on a sample, then Lloyd's steps over everybody.
 *
 * @param z the sample's standardised variables
 */
export async function groupPopulation(
  population: Population,
  variables: readonly ScaledVariable[],
  z: Matrix,
  k: number,
  search: Pick<ClusterSearch, "restarts" | "seed">,
  advance: (fraction: number) => void,
): Promise<PopulationGroups> {
  const engine = await openClusterEngine();
  const [fit] = await engine.kmeansSweep(z, [k], search);
  await engine.close();
  let first = 0;
  const groups = await lloydOverAll(population, variables, fit.centroids, {
    most: MOST_STEPS,
    // movements shrink by about the same factor in each step
    advance(_, moved) {
      if (first === 0) first = Math.max(moved, 10 * STILL);
      const done = Math.log(first / Math.max(moved, STILL)) / Math.log(first / STILL);
      advance(Math.min(Math.max(done, 0), 1));
    },
  });
  return largestFirst(groups);
}

/** Groups numbered by falling size, as k-means numbers them. */
function largestFirst({centroids, sizes, ...rest}: PopulationGroups): PopulationGroups {
  const {rows, cols, values} = centroids;
  const order = Array.from({length: rows}, (_, c) => c).sort((a, b) => sizes[b] - sizes[a] || a - b);
  return {
    ...rest,
    sizes: Float64Array.from(order, (c) => sizes[c]),
    centroids: {
      rows,
      cols,
      values: Float64Array.from(
        {length: rows * cols},
        (_, at) => values[order[Math.floor(at / cols)] * cols + (at % cols)],
      ),
    },
  };
}
