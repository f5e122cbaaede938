import type {Kernels} from "../../../src/lib/kernels/loadKernels.js";

/** What a stage that runs in a thread is given after its own parameters. */
export interface StageServices {
  /** Tells how much of the stage is done, from 0 to 1. */
  advance: (fraction: number) => void;
}

/** The same for a stage that runs the compiled kernels. */
export interface KernelServices extends StageServices {
  kernels: Kernels;
}
