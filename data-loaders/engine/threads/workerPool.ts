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
  /** Ends the threads; tasks that are not done fail. */
  close(): Promise<void>;
}

interface Job<Task> {
  task: Task;
  advance?: (fraction: number) => void;
  resolve: (value: never) => void;
  reject: (reason: unknown) => void;
}

/**
 * Workers are started as tasks ask for them. One that ends, by an error or by itself, fails its own task; the next
 * task gets another.
 *
 * @param start starts a worker, which answers each task that it receives with a `WorkerMessage`
 * @param threads number of workers at most, ≥ 1
 */
export function openWorkerPool<Task>(start: () => Worker, threads: number): WorkerPool<Task> {
  const waiting: Job<Task>[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Job<Task>>();

  const dispatch = () => {
    while (waiting.length > 0 && (idle.length > 0 || busy.size < threads)) {
      const job = waiting.shift();
      if (job === undefined) return;
      const worker = idle.pop() ?? begin();
      busy.set(worker, job);
      worker.ref();
      try {
        worker.postMessage(job.task);
      } catch (error) {
        // a task that cannot be copied has not reached its worker
        release(worker);
        job.reject(error);
      }
    }
  };
  const release = (worker: Worker) => {
    busy.delete(worker);
    idle.push(worker);
    worker.unref();
  };
  const lose = (worker: Worker, reason: unknown) => {
    const job = busy.get(worker);
    busy.delete(worker);
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    job?.reject(reason);
    dispatch();
  };
  const begin = () => {
    const worker = start();
    worker.on("message", (message: WorkerMessage<never>) => {
      const job = busy.get(worker);
      if ("fraction" in message) {
        job?.advance?.(message.fraction);
        return;
      }
      release(worker);
      if ("error" in message) job?.reject(message.error);
      else job?.resolve(message.value);
      dispatch();
    });
    worker.on("error", (error) => lose(worker, error));
    worker.on("exit", (code) =>
      lose(worker, new Error(`a worker thread ended before its task was done, with exit code ${code}`)),
    );
    return worker;
  };
  return {
    run: (task, advance) =>
      new Promise((resolve, reject) => {
        waiting.push({task, advance, resolve, reject});
        dispatch();
      }),
    close: async () => {
      const closed = new Error("the worker threads were closed");
      for (const job of [...busy.values(), ...waiting.splice(0)]) job.reject(closed);
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}
