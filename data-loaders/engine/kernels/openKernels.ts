import {type Kernels, loadKernels} from "../../../src/lib/kernels/loadKernels.js";
import {compileKernels} from "./compileKernels.js";

let opened: Promise<Kernels> | undefined;

/** The kernels for this thread, opened once. */
export function openKernels(): Promise<Kernels> {
  opened ??= compileKernels().then(loadKernels);
  return opened;
}
