import {readFile, utimes} from "node:fs/promises";
import {writeAtomically} from "../files/writeAtomically.js";
import {contentKey} from "./contentKey.js";

/** Length of the key with which a stored file begins. */
const keyLength = contentKey().length;

/**
 * Reads what `storeVerified` wrote, and renews its time, by which caches are pruned.
 *
 * @returns undefined where there is nothing, or where it was damaged on disk
 */
export async function readVerified(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const stored = await readFile(file).catch(() => undefined);
  const bytes = stored?.subarray(keyLength);
  if (bytes === undefined || stored?.toString("latin1", 0, keyLength) !== contentKey(bytes)) return undefined;
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
  return new Uint8Array(bytes);
}

/** Stores bytes behind their key. */
export async function storeVerified(file: string, bytes: Uint8Array): Promise<void> {
  await writeAtomically(file, Buffer.concat([Buffer.from(contentKey(bytes)), bytes]));
}
