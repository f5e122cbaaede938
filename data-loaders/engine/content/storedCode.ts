import {readFileSync, utimesSync} from "node:fs";
import {pathToFileURL} from "node:url";
import {writeAtomicallySync} from "../files/writeAtomically.js";
import {cachePath} from "../project/cachePath.js";
import {contentKey} from "./contentKey.js";

/**
 * URL of a file with compiled code, inside the project, where its packages are found. A thread that ran TypeScript would
 * need a loader, which takes longer to start than most stages.
 */
export function storedCode(text: string): string {
  const file = cachePath("code", `${contentKey(text).slice(0, 32)}.mjs`);
  const url = pathToFileURL(file).href;
  // another process may be reading it, so it is written only where it is not there, or was damaged
  if (!isStored(file, text)) writeAtomicallySync(file, text);
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
