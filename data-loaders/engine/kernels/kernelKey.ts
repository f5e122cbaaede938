import {contentKey} from "../content/contentKey.js";
import {moduleCode} from "../content/moduleCode.js";
import {compiledKey} from "./compileKernels.js";

let worker: Promise<string> | undefined;

/**
 * Key of the kernels and of the code that calls them, in worker threads or not. A stage that uses the kernels depends on
 * it: its own modules import them as types only, and the worker by its address.
 */
export async function kernelKey(): Promise<string> {
  // a process runs the code that it began with
  worker ??= moduleCode(new URL("./kernelWorker.ts", import.meta.url).href).then(({key}) => key);
  return contentKey(await compiledKey(), await worker);
}
