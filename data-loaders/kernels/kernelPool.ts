import {fileURLToPath} from "node:url";
import {Worker} from "node:worker_threads";
import {build} from "esbuild";
import {openWorkerPool} from "../threads/workerPool.js";
import {compileKernels} from "./compileKernels.js";
import type {KernelResults, KernelTask} from "./kernelTask.js";

/** Threads that run kernels. */
export interface KernelPool {
  run<Kind extends KernelTask["kind"]>(task: Extract<KernelTask, {kind: Kind}>): Promise<KernelResults[Kind]>;
  close(): Promise<void>;
}

/**
 * Starts worker threads with the kernels. The worker's code is bundled first, so that it needs no loader of its own.
 *
 * @param threads number of workers, ≥ 1
 */
export async function openKernelPool(threads: number): Promise<KernelPool> {
  const [module, code] = await Promise.all([compileKernels().then(WebAssembly.compile), workerCode()]);
  const pool = openWorkerPool<KernelTask>(() => new Worker(code, {eval: true, workerData: module}), threads);
  return {run: (task) => pool.run(task), close: pool.close};
}

async function workerCode(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL("./kernelWorker.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
  });
  return outputFiles[0].text;
}
