import {Worker} from "node:worker_threads";
import {afterEach, describe, expect, test} from "vitest";
import {openWorkerPool, type WorkerPool} from "../../../../data-loaders/engine/threads/workerPool.js";

/** Does what a task says: doubles it, tells how far it is, fails, never answers, or ends its thread in several ways. */
const code = `
const {parentPort, threadId} = require("node:worker_threads");
const tasks = {
  thread: () => parentPort.postMessage({value: threadId}),
  half: () => {
    parentPort.postMessage({fraction: 0.5});
    parentPort.postMessage({value: "done"});
  },
  fail: () => parentPort.postMessage({error: new RangeError("not this one")}),
  throw: () => {
    throw new Error("not caught");
  },
  exit: () => process.exit(3),
  "exit later": () => {
    parentPort.postMessage({value: "done"});
    setImmediate(() => process.exit(3));
  },
  never: () => {},
};
parentPort.on("message", (task) => {
  if (task in tasks) tasks[task]();
  else parentPort.postMessage({value: 2 * task});
});
`;

let pool: WorkerPool<unknown>;
let started: Worker[];
/** The end of each of them. */
let ends: Promise<unknown>[];
afterEach(() => pool.close());

function open(threads: number, source = code): void {
  started = [];
  ends = [];
  pool = openWorkerPool(() => {
    const worker = new Worker(source, {eval: true});
    started.push(worker);
    ends.push(new Promise((resolve) => worker.on("exit", resolve)));
    return worker;
  }, threads);
}

/** How tasks ended: the values, or the messages of what was thrown. */
async function outcomes(...tasks: unknown[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task)));
  return settled.map((each) => (each.status === "fulfilled" ? each.value : each.reason.message));
}

describe("a pool of worker threads", () => {
  test("works off more tasks than it has threads, and starts no more threads than tasks ask for", async () => {
    open(2);
    expect(await outcomes(1)).toEqual([2]);
    expect(started).toHaveLength(1);
    expect(await outcomes(1, 2, 3, 4, 5)).toEqual([2, 4, 6, 8, 10]);
    expect(started).toHaveLength(2);
  });

  test("tells how far a task is", async () => {
    open(1);
    const heard: number[] = [];
    expect(await pool.run("half", (fraction) => heard.push(fraction))).toBe("done");
    expect(heard).toEqual([0.5]);
  });

  test("goes on with the same thread after a task that failed", async () => {
    open(1);
    const [before, failed, after] = await outcomes("thread", "fail", "thread");
    expect(failed).toBe("not this one");
    expect(after).toBe(before);
  });

  test("fails a task that cannot be copied to a thread, and no other", async () => {
    open(1);
    expect(await outcomes(() => 1, 2)).toEqual([expect.stringContaining("could not be cloned"), 4]);
  });

  test("fails every task where its threads end as they begin", async () => {
    open(2, 'throw new Error("cannot be loaded");');
    expect(await outcomes(1, 2, 3)).toEqual(Array(3).fill("cannot be loaded"));
  });

  test.each([
    ["throw", "not caught"],
    ["exit", "a worker thread ended before its task was done, with exit code 3"],
  ])("fails the task in which a thread ends (%s), and gives the next ones another", async (task, message) => {
    open(1);
    expect(await outcomes(1, task, 2, 3)).toEqual([2, message, 4, 6]);
    expect(started).toHaveLength(2);
  });

  test("starts another thread in place of one that ended while it had no task", async () => {
    open(1);
    expect(await outcomes("exit later")).toEqual(["done"]);
    await ends[0];
    expect(await outcomes(1)).toEqual([2]);
  });

  test("fails what is not done when it is closed", async () => {
    open(1);
    const pending = outcomes("never", 2);
    await pool.close();
    expect(await pending).toEqual(Array(2).fill("the worker threads were closed"));
    expect(started).toHaveLength(1);
  });
});
