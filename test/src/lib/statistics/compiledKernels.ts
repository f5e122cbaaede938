import {compileKernels} from "../../../../data-loaders/engine/kernels/compileKernels.js";
import {type Kernels, loadKernels} from "../../../../src/lib/kernels/loadKernels.js";

/** The kernels, for tests of many rows: `loadKernels.test.ts` shows that they give the bits of the plain functions. */
export async function compiledKernels(): Promise<Kernels> {
  return loadKernels(await compileKernels());
}
