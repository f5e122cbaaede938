import type {Kernels} from "../../../src/lib/kernels/loadKernels.js";
import type {Kmeans} from "../../../src/lib/statistics/clustering/kmeans.js";
import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import type {MergeTree} from "../../../src/lib/statistics/trees/mergeTree.js";
import type {ClusterSearch} from "../../datasets/dataset.js";
import {type ClusterSearchResult, clusterCustomers} from "../../model/cluster/clusterCustomers.js";
import {compareLinkages} from "../../model/robustness/compareLinkages.js";
import {comparePreparations} from "../../model/robustness/comparePreparations.js";
import {silhouettesWithoutGroups} from "../../model/robustness/groupless.js";
import {measureGap, measureStability} from "../../model/robustness/resampleSegments.js";
import {kernelEngine} from "./kernelEngine.js";

type WithoutServices<Given extends unknown[]> = Given extends [...infer Own, unknown] ? Own : never;
type Task<Stage extends (...given: never[]) => unknown> = (
  ...given: WithoutServices<Parameters<Stage>>
) => Promise<ReturnType<Stage>>;

/** What takes long in an analysis and reads no database, so that another thread can do it: the stages of the build. */
export interface LabTasks {
  ward(z: Matrix): Promise<MergeTree>;
  /** @param known a fit that is there already, by the same search */
  search(
    z: Matrix,
    search: ClusterSearch,
    ward: MergeTree,
    known: Kmeans | undefined,
  ): Promise<ClusterSearchResult>;
  linkages: Task<typeof compareLinkages>;
  gap: Task<typeof measureGap>;
  stability: Task<typeof measureStability>;
  groupless: Task<typeof silhouettesWithoutGroups>;
  preparations: Task<typeof comparePreparations>;
}

/**
 * The tasks in this thread.
 *
 * @param pause called before each, and between the parts of those that have some; what it throws ends the task
 */
export function labTasks(kernels: Kernels, pause: () => Promise<void>): LabTasks {
  const engine = kernelEngine(kernels, pause);
  const services = {kernels, advance: () => {}};
  const paused =
    <Given extends unknown[], Result>(stage: (...given: [...Given, typeof services]) => Result) =>
    async (...given: Given) => {
      await pause();
      return stage(...given, services);
    };
  return {
    ward: engine.ward,
    search: (z, search, ward, known) =>
      clusterCustomers(z, search, () => {}, {
        ...engine,
        ward: async () => ward,
        kmeansSweep: async (rows, ks, options) =>
          known !== undefined && String(ks) === String(known.sizes.length) && ks[0] !== 1
            ? [known]
            : engine.kmeansSweep(rows, ks, options),
      }),
    linkages: paused(compareLinkages),
    gap: paused(measureGap),
    stability: paused(measureStability),
    groupless: paused(silhouettesWithoutGroups),
    preparations: paused(comparePreparations),
  };
}
