import {mkdir, readdir, rename, rm} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {type DuckdbEngine, openDuckdb, POPULATION} from "./duckdbEngine.js";

/**
 * Writes a database file in one step: it is there only when it is whole, also where the process is stopped on the way. What
 * stopped processes have left is removed.
 *
 * @param write is given the empty database
 */
export async function writeDuckdb<T>(path: string, write: (engine: DuckdbEngine) => Promise<T>): Promise<T> {
  await mkdir(dirname(path), {recursive: true});
  await removeLeft(path);
  const unfinished = `${path}.${process.pid}~`;
  try {
    const result = await written(unfinished, write);
    await rename(unfinished, path);
    return result;
  } finally {
    for (const rest of ["", ".wal", ".spill"])
      await rm(`${unfinished}${rest}`, {force: true, recursive: true});
  }
}

async function written<T>(path: string, write: (engine: DuckdbEngine) => Promise<T>): Promise<T> {
  const engine = await openDuckdb(path);
  try {
    const result = await write(engine);
    await engine.connection.run(`CHECKPOINT ${POPULATION}`);
    return result;
  } finally {
    await engine.close();
  }
}

/** Removes unfinished files of processes that no longer run. */
async function removeLeft(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    const [, pid] = /\.duckdb\.(\d+)~/.exec(name) ?? [];
    if (pid !== undefined && name.startsWith(basename(path)) && !isRunning(Number(pid)))
      await rm(join(folder, name), {force: true, recursive: true});
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
