import {mkdir, rm} from "node:fs/promises";
import {dirname} from "node:path";
import {setTimeout} from "node:timers/promises";
import {projectPath} from "../../engine/project/projectPath.js";

const file = projectPath(".cache/build-lock.duckdb");

/** Between two looks at a lock that another process holds. */
const waitMilliseconds = 200;

/** Ends a lock; without it, the end of the process does. */
type Release = () => void;

/**
 * Work that only one process may do at a time: Framework's folders, which pages are rendered in, and the built site are one
 * for the project. Other processes wait.
 *
 * The lock is that of the operating system on a file, which ends with the process however it ends. Node cannot ask for it;
 * DuckDB does, for every database that it opens.
 *
 * @param onWait told once, with the number of the process that holds the lock
 */
export async function holdingBuildLock<T>(
  work: () => Promise<T>,
  onWait: (holder: string) => void,
): Promise<T> {
  let told = false;
  for (;;) {
    const lock = await takeLock();
    if (typeof lock !== "string") {
      try {
        return await work();
      } finally {
        lock();
      }
    }
    if (!told) onWait(lock);
    told = true;
    await setTimeout(waitMilliseconds);
  }
}

/** The same where no other process holds the lock; else nothing is done. */
export async function holdingFreeBuildLock(work: () => Promise<void>): Promise<void> {
  const lock = await takeLock();
  if (typeof lock === "string") return;
  try {
    await work();
  } finally {
    lock();
  }
}

/** The lock, or the number of the process that holds it. */
async function takeLock(): Promise<Release | string> {
  // loaded when needed: a build with nothing changed does without
  const {DuckDBInstance} = await import("@duckdb/node-api");
  await mkdir(dirname(file), {recursive: true});
  const open = () => DuckDBInstance.create(file, {threads: "1", autoinstall_known_extensions: "false"});
  try {
    const instance = await open().catch(async (error: unknown) => {
      // damaged: nothing stands in it
      if (!String(error).includes("not a valid DuckDB database")) throw error;
      await rm(file, {force: true});
      return open();
    });
    return () => instance.closeSync();
  } catch (error) {
    const [, holder] = /Could not set lock on file.*\(PID (\d+)\)/s.exec(String(error)) ?? [];
    if (holder === undefined && !String(error).includes("Could not set lock")) throw error;
    return holder ?? "of unknown number";
  }
}
