import {readFile} from "node:fs/promises";
import {writeAtomically} from "./writeAtomically.js";

/** Writes a file in one step; one that has this content already keeps its time. */
export async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  const present = await readFile(path).catch(() => undefined);
  if (present?.equals(Buffer.from(content))) return;
  await writeAtomically(path, content);
}
