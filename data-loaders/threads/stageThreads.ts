import {availableParallelism} from "node:os";
import {Worker} from "node:worker_threads";
import {openWorkerPool, type WorkerPool} from "./workerPool.js";

/** A function of a module, and what to call it with. */
export interface StageTask {
  /** URL of the module. */
  module: string;
  /** Name under which the module exports the function. */
  stage: string;
  args: readonly unknown[];
  /** True where it is given the compiled kernels. */
  kernels: boolean;
}

/** A worker does not inherit the loader of TypeScript: it registers its own, then imports its code. */
const begin =
  'const {workerData} = require("node:worker_threads"); import(workerData.loader).then(({register}) => {register(); return import(workerData.code);});';

let opened: WorkerPool<StageTask> | undefined;

/** The threads that all pipelines of this process share: as many as the machine has cores, started when first needed. */
export function stageThreads(): WorkerPool<StageTask> {
  const loader = import.meta.resolve("tsx/esm/api");
  const code = new URL("./stageThread.ts", import.meta.url).href;
  opened ??= openWorkerPool(
    () => new Worker(begin, {eval: true, workerData: {loader, code}}),
    availableParallelism(),
  );
  return opened;
}
