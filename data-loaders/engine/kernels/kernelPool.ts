import {Worker} from "node:worker_threads";
import {moduleCode} from "../content/moduleCode.js";
import {storedCode} from "../content/storedCode.js";
import {openWorkerPool} from "../threads/workerPool.js";
import {compileKernels} from "./compileKernels.js";
import type {KernelResults, KernelTask} from "./kernelTask.js";

/** The code that the threads run. */
const kernelWorker = new URL("./kernelWorker.ts", import.meta.url).href;

/** Threads that run kernels. */
export interface KernelPool {
  run<Kind extends KernelTask["kind"]>(task: Extract<KernelTask, {kind: Kind}>): Promise<KernelResults[Kind]>;
  close(): Promise<void>;
}

/**
 * Starts worker threads with the kernels. The worker's code is compiled first, so that it needs no loader of its own.
 *
 * @param threads number of workers, ≥ 1
 */
export async function openKernelPool(threads: number): Promise<KernelPool> {
  const [module, {text}] = await Promise.all([
    compileKernels().then(WebAssembly.compile),
    moduleCode(kernelWorker),
  ]);
  const code = new URL(storedCode(text));
  const options = {workerData: module, execArgv: ["--enable-source-maps"]};
  const pool = openWorkerPool<KernelTask>(() => new Worker(code, options), threads);
  return {run: (task) => pool.run(task), close: pool.close};
}
