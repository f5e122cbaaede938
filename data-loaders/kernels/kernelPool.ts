import {fileURLToPath} from "node:url";
import {Worker} from "node:worker_threads";
import {build} from "esbuild";
import {compileKernels} from "./compileKernels.js";
import type {KernelResults, KernelTask} from "./kernelTask.js";

/** Threads that run kernels; tasks wait in the order in which they are given. */
export interface KernelPool {
  run<Kind extends KernelTask["kind"]>(task: Extract<KernelTask, {kind: Kind}>): Promise<KernelResults[Kind]>;
  close(): Promise<void>;
}

interface Job {
  task: KernelTask;
  resolve: (value: never) => void;
  reject: (reason: unknown) => void;
}

/**
 * Starts worker threads with the kernels. The worker's code is bundled first, so that it needs no loader of its own.
 *
 * @param threads number of workers, ≥ 1
 */
export async function openKernelPool(threads: number): Promise<KernelPool> {
  const [module, code] = await Promise.all([compileKernels().then(WebAssembly.compile), workerCode()]);
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Job>();
  const workers = Array.from({length: threads}, () => new Worker(code, {eval: true, workerData: module}));

  const dispatch = () => {
    while (idle.length > 0 && waiting.length > 0) {
      const worker = idle.pop();
      const job = waiting.shift();
      if (worker === undefined || job === undefined) return;
      busy.set(worker, job);
      worker.ref();
      worker.postMessage(job.task);
    }
  };
  for (const worker of workers) {
    worker.on("message", (answer: {value: never} | {error: unknown}) => {
      const job = busy.get(worker);
      busy.delete(worker);
      idle.push(worker);
      worker.unref();
      if ("error" in answer) job?.reject(answer.error);
      else job?.resolve(answer.value);
      dispatch();
    });
    worker.on("error", (error) => busy.get(worker)?.reject(error));
    worker.unref();
    idle.push(worker);
  }
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({task, resolve, reject});
        dispatch();
      }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
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
