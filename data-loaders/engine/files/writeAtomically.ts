import {randomUUID} from "node:crypto";
import {mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {mkdir, realpath, rename, rm, stat, writeFile} from "node:fs/promises";
import {dirname} from "node:path";

// Libraries for this write once, and take a part of the content for the whole where a disk or a limit takes no more; they also
// listen to signals, so that a file over the limit ends the process without a word. Node writes until all is written, or fails.

/**
 * Writes a file in one step, its folder too: who reads it meanwhile finds the earlier content or the new one, and a killed
 * process leaves no half of it. A link stays one, and a file keeps its permissions.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), {recursive: true});
  const file = await realpath(path).catch(() => path);
  const mode = await stat(file).then(
    (present) => present.mode,
    () => undefined,
  );
  const unfinished = unfinishedFile(file);
  try {
    await writeFile(unfinished, content, {mode});
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, {force: true});
    throw error;
  }
}

/** The same for code that cannot wait. */
export function writeAtomicallySync(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), {recursive: true});
  const present = statSync(path, {throwIfNoEntry: false});
  const file = present === undefined ? path : realpathSync(path);
  const unfinished = unfinishedFile(file);
  try {
    writeFileSync(unfinished, content, {mode: present?.mode});
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, {force: true});
    throw error;
  }
}

/** Beside the file, for a rename crosses no disks; the preview takes no notice of names that end in a tilde. */
function unfinishedFile(file: string): string {
  return `${file}.${randomUUID()}~`;
}
