import {parentPort} from "node:worker_threads";
import {openKernels} from "../kernels/openKernels.js";
import type {WorkerMessage} from "../threads/workerPool.js";
import type {StageServices} from "./stageServices.js";
import type {StageTask} from "./stageTask.js";

/**
 * Runs stages in a worker thread: imports the stage's module and calls it. It is in no stage's key, as the code that starts
 * it and keeps results: it hands on what it is given, and has no part in what a stage computes.
 */
const post = (message: WorkerMessage) => parentPort?.postMessage(message);

async function run({module, stage, args, kernels}: StageTask): Promise<unknown> {
  const found: unknown = (await import(module))[stage];
  if (typeof found !== "function") throw new TypeError(`invalid stage; its module exports no ${stage}`);
  const services: StageServices = {
    advance: (fraction) => post({fraction}),
    ...(kernels ? {kernels: await openKernels()} : {}),
  };
  return found(...args, services);
}

parentPort?.on("message", (task: StageTask) => {
  run(task).then(
    (value) => post({value}),
    (error: unknown) => post({error}),
  );
});
