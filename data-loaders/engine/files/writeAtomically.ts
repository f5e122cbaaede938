import {mkdirSync} from "node:fs";
import {mkdir} from "node:fs/promises";
import {dirname} from "node:path";
import writeFileAtomic from "write-file-atomic";

// a build that a power cut interrupts is begun again; waiting for the disk would cost seconds
const options = {fsync: false};

/**
 * Writes a file in one step, its folder too: who reads it meanwhile finds the earlier content or the new one, and a killed
 * process leaves no half of it.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), {recursive: true});
  await writeFileAtomic(path, bytesOf(content), options);
}

/** The same for code that cannot wait. */
export function writeAtomicallySync(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileAtomic.sync(path, bytesOf(content), options);
}

function bytesOf(content: string | Uint8Array): string | Buffer {
  return typeof content === "string"
    ? content
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}
