import {existsSync} from "node:fs";
import {readdir, rename, rm} from "node:fs/promises";
import {join} from "node:path";
import {projectPath} from "../../engine/project/projectPath.js";

const cache = projectPath(".cache");
const previous = join(cache, "previous-site");

/** Where a process builds its site before it is put in place. */
export function unfinishedSite(process: number): string {
  return join(cache, `site-${process}`);
}

/** Replaces a finished site by another: two renames, so that no reader meets half of it. */
export async function putInPlace(finished: string, place: string): Promise<void> {
  await rm(previous, {recursive: true, force: true});
  if (existsSync(place)) await rename(place, previous);
  await rename(finished, place);
  await rm(previous, {recursive: true, force: true});
}

/** Puts the last good site back where a build was killed between the two renames. */
export async function restoreInterrupted(place: string): Promise<void> {
  if (!existsSync(place) && existsSync(previous)) await rename(previous, place);
}

/** Removes what builds left that were killed. */
export async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(cache)) {
    const [, process] = /^site-(\d+)$/.exec(name) ?? [];
    if (process !== undefined && !isRunning(Number(process)))
      // Framework may outlive its build by seconds and still write there: then the next build removes it.
      await rm(join(cache, name), {recursive: true, force: true}).catch(() => undefined);
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
