import {existsSync, lstatSync} from "node:fs";
import {readdir, rename, rm} from "node:fs/promises";
import {join} from "node:path";
import {projectPath} from "../../engine/project/projectPath.js";
import {holdingFreeBuildLock} from "./buildLock.js";
import {completeReplacement, replaceContent} from "./replaceContent.js";

const cache = projectPath(".cache");
const previousSite = join(cache, "previous-site");

/** Where a process builds its site before it is put in place. */
export function unfinishedSite(process: number): string {
  return join(cache, `site-${process}`);
}

/**
 * Replaces a finished site by another: by two renames, so that no reader meets half of it. Where the place is a link, a
 * mounted volume, on another disk than the cache, or in a folder that is not ours to write, its content is replaced.
 *
 * @param previous where the last site waits between the two renames
 */
export async function putInPlace(finished: string, place: string, previous = previousSite): Promise<void> {
  await rm(previous, {recursive: true, force: true});
  if (lstatSync(place, {throwIfNoEntry: false})?.isSymbolicLink()) return replaceContent(finished, place);
  try {
    if (existsSync(place)) await rename(place, previous);
  } catch (error) {
    if (!cannotBeRenamed(error)) throw error;
    return replaceContent(finished, place);
  }
  try {
    await rename(finished, place);
  } catch (error) {
    if (existsSync(previous)) await rename(previous, place);
    throw error;
  }
  await rm(previous, {recursive: true, force: true});
}

/** A mount point is busy, another file system is another device; the folder above may be read-only or another's. */
function cannotBeRenamed(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return ["EBUSY", "EXDEV", "EACCES", "EPERM", "EROFS"].includes(code);
}

/** Puts right what a build left that was killed while it put its site in place; one that still runs is left alone. */
export async function restoreInterrupted(place: string, previous = previousSite): Promise<void> {
  const isMissing = () => !existsSync(place) && existsSync(previous);
  if (!isMissing() && !isHalfReplaced(place)) return;
  await holdingFreeBuildLock(async () => {
    if (isMissing()) await rename(previous, place);
    if (isHalfReplaced(place)) await completeReplacement(place);
  });
}

function isHalfReplaced(place: string): boolean {
  return existsSync(join(place, ".cardlens-next"));
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
