import {accessSync, constants, statSync} from "node:fs";
import type {Finding} from "./inputError.js";

/** Says why a path cannot be read as a file: nothing there, a folder, no permission. Undefined if it can. */
export function unreadableFile(path: string): Finding | undefined {
  const stats = statSync(path, {throwIfNoEntry: false});
  if (stats === undefined) return finding("no such file", "Check the path, or put the file there.");
  if (stats.isDirectory()) return finding("a folder", "Name the file itself.");
  if (!stats.isFile()) return finding("a device, pipe or socket", "Name an ordinary file.");
  try {
    accessSync(path, constants.R_OK);
    return undefined;
  } catch {
    return finding("a file that this user may not read", "Give yourself permission to read it.");
  }
}

function finding(found: string, remedy: string): Finding {
  return {line: null, column: null, found, expected: "a CSV or Parquet file", remedy};
}
