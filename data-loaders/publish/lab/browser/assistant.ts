import type {Kernels} from "../../../../src/lib/kernels/loadKernels.js";
import {type LabTasks, labTasks} from "../labTasks.js";
import {turn} from "./turn.js";

/** What the lab's worker sends to its assistant. */
type Order =
  | {kind: "task"; id: number; number: number; name: keyof LabTasks; given: unknown[]}
  /** A newer analysis has begun: tasks of older ones are dropped. */
  | {kind: "latest"; number: number};

/** A task of an analysis that a newer one has ended. */
export class Dropped extends Error {}

/** Another thread in which tasks are done while this one does the rest. */
export interface Assistant {
  tasks(number: number): LabTasks;
  /** Drops the tasks of older analyses. */
  begin(number: number): void;
}

/** An assistant at the other end of a port. */
export function askAssistant(port: MessagePort): Assistant {
  const waiting = new Map<number, (event: MessageEvent) => void>();
  let last = 0;
  const send = (order: Order) => port.postMessage(order);
  port.onmessage = (event) => {
    waiting.get(event.data.id)?.(event);
    waiting.delete(event.data.id);
  };
  return {
    tasks(number) {
      const ask =
        <Given extends unknown[], Result>(name: keyof LabTasks) =>
        (...given: Given): Promise<Result> =>
          new Promise((resolve, reject) => {
            const id = ++last;
            waiting.set(id, ({data}) => {
              if (data.kind === "result") resolve(data.value);
              else reject(data.kind === "dropped" ? new Dropped() : new RangeError(data.reason));
            });
            send({kind: "task", id, number, name, given});
          });
      return {
        ward: ask("ward"),
        search: ask("search"),
        linkages: ask("linkages"),
        gap: ask("gap"),
        stability: ask("stability"),
        groupless: ask("groupless"),
        preparations: ask("preparations"),
      };
    },
    begin: (number) => send({kind: "latest", number}),
  };
}

/** Does the tasks that come in at a port, one after another. */
export function assist(port: MessagePort, kernels: Promise<Kernels>): void {
  let latest = 0;
  let running: Promise<void> = Promise.resolve();
  const doTask = async ({id, number, name, given}: Extract<Order, {kind: "task"}>): Promise<void> => {
    try {
      const pause = async () => {
        await turn();
        if (number < latest) throw new Dropped();
      };
      const value = await callTask(labTasks(await kernels, pause), name, given);
      port.postMessage({kind: "result", id, value});
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      port.postMessage(error instanceof Dropped ? {kind: "dropped", id} : {kind: "failed", id, reason});
    }
  };
  port.onmessage = ({data}: MessageEvent<Order>) => {
    if (data.kind === "latest") latest = data.number;
    else running = running.then(() => doTask(data));
  };
}

function callTask(tasks: LabTasks, name: keyof LabTasks, given: unknown[]): Promise<unknown> {
  const task: (...given: never[]) => Promise<unknown> = tasks[name];
  return Reflect.apply(task, tasks, given);
}
