import type {Worker} from "node:worker_threads";

/** What a worker thread of a pool posts: the end of its task, or how far it has come. */
export type WorkerMessage<Value = unknown> = {value: Value} | {error: unknown} | {fraction: number};

/** Threads that work off tasks in the order in which they are given. An idle pool does not keep the process alive. */
export interface WorkerPool<Task> {
  /**
   * @param advance hears how much of the task is done, from 0 to 1, where its worker tells
   * @returns the value that the worker posts: its type is known to who knows the task
   */
  run<Value>(task: Task, advance?: (fraction: number) => void): Promise<Value>;
  close(): Promise<void>;
}

interface Job<Task> {
  task: Task;
  advance?: (fraction: number) => void;
  resolve: (value: never) => void;
  reject: (reason: unknown) => void;
}

/**
 * @param start starts a worker, which answers each task that it receives with a `WorkerMessage`
 * @param threads number of workers, ≥ 1
 */
export function openWorkerPool<Task>(start: () => Worker, threads: number): WorkerPool<Task> {
  const waiting: Job<Task>[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Job<Task>>();
  const workers = Array.from({length: threads}, start);

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
    worker.on("message", (message: WorkerMessage<never>) => {
      const job = busy.get(worker);
      if ("fraction" in message) {
        job?.advance?.(message.fraction);
        return;
      }
      busy.delete(worker);
      idle.push(worker);
      worker.unref();
      if ("error" in message) job?.reject(message.error);
      else job?.resolve(message.value);
      dispatch();
    });
    // an error that its code did not catch ends a worker; without it, tasks might wait for ever
    worker.on("error", (error) => {
      for (const job of [busy.get(worker), ...waiting.splice(0)]) job?.reject(error);
    });
    worker.unref();
    idle.push(worker);
  }
  return {
    run: (task, advance) =>
      new Promise((resolve, reject) => {
        waiting.push({task, advance, resolve, reject});
        dispatch();
      }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
