import type {JointCells} from "../../../src/lib/statistics/clustering/jointCells.js";
import type {LloydRun} from "../../../src/lib/statistics/clustering/lloyd.js";
import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import type {Merges} from "../../../src/lib/statistics/trees/merges.js";

/** What the main thread asks of a worker. Matrices stand in shared memory. */
export type KernelTask =
  | {kind: "kmeansStart"; rows: Matrix; k: number; draws: Float64Array; maxIterations: number}
  | {kind: "clusterDistanceSums"; rows: Matrix; cells: JointCells; from: number; to: number}
  | {kind: "wardMerges"; rows: Matrix};

/** What each kind of task gives. */
export interface KernelResults {
  kmeansStart: LloydRun;
  clusterDistanceSums: Float64Array;
  wardMerges: Merges;
}
