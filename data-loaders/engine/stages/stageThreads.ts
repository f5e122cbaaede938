import {availableParallelism} from "node:os";
import {Worker} from "node:worker_threads";
import {moduleCode} from "../content/moduleCode.js";
import {storedCode} from "../content/storedCode.js";
import {openWorkerPool, type WorkerPool} from "../threads/workerPool.js";
import type {StageTask} from "./stageTask.js";

let opened: Promise<WorkerPool<StageTask>> | undefined;

/** The threads that all pipelines of this process share: as many as the machine has cores, started when first needed. */
export function stageThreads(): Promise<WorkerPool<StageTask>> {
  opened ??= open();
  return opened;
}

async function open(): Promise<WorkerPool<StageTask>> {
  const {text} = await moduleCode(new URL("./stageThread.ts", import.meta.url).href);
  const code = new URL(storedCode(text));
  const options = {execArgv: ["--enable-source-maps"]};
  return openWorkerPool(() => new Worker(code, options), availableParallelism());
}
