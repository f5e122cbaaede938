import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import type {ClusterSearch} from "../../datasets/dataset.js";
import {openClusterEngine} from "../../engine/kernels/clusterEngine.js";
import {type ClusterSearchResult, clusterCustomers} from "./clusterCustomers.js";

/** Searches for clusters as `clusterCustomers` does, on all cores of this machine. */
export async function searchClusters(
  z: Matrix,
  search: ClusterSearch,
  advance: (fraction: number) => void,
): Promise<ClusterSearchResult> {
  const engine = await openClusterEngine();
  const found = await clusterCustomers(z, search, advance, engine);
  await engine.close();
  return found;
}
