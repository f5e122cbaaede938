import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import {
  type BootstrapOptions,
  type BootstrapStability,
  bootstrapStability,
} from "../../../src/lib/statistics/resampling/bootstrapStability.js";
import {
  type Gap,
  type GapOptions,
  gapStatistic,
} from "../../../src/lib/statistics/resampling/gapStatistic.js";
import type {KernelServices} from "../../engine/stages/stageServices.js";

/** The gap statistic by the compiled kernels. */
export function measureGap(z: Matrix, options: GapOptions, {kernels}: KernelServices): Gap {
  return gapStatistic(z, options, kernels.kmeansStart);
}

/** Bootstrap stability by the compiled kernels. */
export function measureStability(
  z: Matrix,
  labels: Int32Array,
  options: BootstrapOptions,
  {kernels}: KernelServices,
): BootstrapStability {
  return bootstrapStability(z, labels, options, kernels.kmeansStart);
}
