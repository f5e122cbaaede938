import {parentPort, workerData} from "node:worker_threads";
import {kernelImports, kernelsOf} from "../../../src/lib/kernels/loadKernels.js";
import type {KernelTask} from "./kernelTask.js";

/** Runs kernels in a worker thread: one task in, one result or error out. */
const kernels = kernelsOf(new WebAssembly.Instance(workerData, kernelImports));

function run(task: KernelTask) {
  switch (task.kind) {
    case "kmeansStart":
      return kernels.kmeansStart(task.rows, task.k, task.draws, task.maxIterations);
    case "clusterDistanceSums":
      return kernels.clusterDistanceSums(task.rows, task.cells, task.from, task.to);
    case "wardMerges":
      return kernels.wardMerges(task.rows);
  }
}

parentPort?.on("message", (task: KernelTask) => {
  try {
    const value = run(task);
    // large sums change hands without a copy
    parentPort?.postMessage(
      {value},
      value instanceof Float64Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
    );
  } catch (error) {
    parentPort?.postMessage({error});
  }
});
