import {mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync} from "node:fs";
import {availableParallelism} from "node:os";
import {pathToFileURL} from "node:url";
import {Worker} from "node:worker_threads";
import {contentKey} from "../cache/contentKey.js";
import {moduleCode} from "../cache/moduleCode.js";
import {projectPath} from "../projectPath.js";
import {openWorkerPool, type WorkerPool} from "./workerPool.js";

/** A function of a compiled module, and what to call it with. */
export interface StageTask {
  /** URL of the module. */
  module: string;
  /** Name under which the module exports the function. */
  stage: string;
  args: readonly unknown[];
  /** True where it is given the compiled kernels. */
  kernels: boolean;
}

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

/**
 * URL of a file with compiled code, inside the project, where its packages are found. A thread that ran TypeScript would
 * need a loader, which takes longer to start than most stages.
 */
export function storedCode(text: string): string {
  const folder = projectPath(".cache/code");
  const file = `${folder}/${contentKey(text).slice(0, 32)}.mjs`;
  const url = pathToFileURL(file).href;
  // another process may be reading it, so it is written only where it is not there, or was damaged
  if (isStored(file, text)) return url;
  mkdirSync(folder, {recursive: true});
  // under another name first: nobody finds half of it
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
  return url;
}

/** Renews the time of a file that is as it should be: caches are pruned by it. */
function isStored(file: string, text: string): boolean {
  try {
    if (readFileSync(file, "utf8") !== text) return false;
    const now = new Date();
    utimesSync(file, now, now);
    return true;
  } catch {
    return false;
  }
}
