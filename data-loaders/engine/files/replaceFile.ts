import {randomUUID} from "node:crypto";
import {mkdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {contentKey} from "../content/contentKey.js";

/** Writes a file under another name and renames it; a file that has this content already keeps its time. */
export async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  const present = await readFile(path).catch(() => undefined);
  if (present !== undefined && contentKey(present) === contentKey(Buffer.from(content))) return;
  await mkdir(dirname(path), {recursive: true});
  const unfinished = `${path}.${randomUUID()}`;
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, {force: true});
  }
}
