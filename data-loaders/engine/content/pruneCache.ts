import {readdirSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";

/** In days. */
const KEPT = 30;

/**
 * Removes the files of a cache that have not been used for 30 days: who uses one renews its time. Other processes may use
 * or prune the cache meanwhile. What cannot be removed stays: it costs room, and no build.
 */
export function pruneCache(folder: string): void {
  const oldest = Date.now() - KEPT * 24 * 60 * 60 * 1000;
  for (const file of filesOf(folder))
    try {
      if (statSync(file).mtimeMs < oldest) rmSync(file);
    } catch {
      // another process was faster, or the file is not ours to remove
    }
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}
