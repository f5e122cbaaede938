import {accessSync, constants, statSync} from "node:fs";
import type {Finding} from "../../src/lib/input/finding.js";

/** Most bytes of a file that is read as a whole. */
const LARGEST = 2 ** 31 - 1;

/**
 * Says why a path cannot be read as a file: nothing there, a folder, no permission, too large. Undefined if it can.
 *
 * @param most bytes; default: what fits into memory as a whole
 */
export function unreadableFile(path: string, most = LARGEST): Finding | undefined {
  const stats = statSync(path, {throwIfNoEntry: false});
  if (stats === undefined) return finding("no such file", "Check the path, or put the file there.");
  if (stats.isDirectory()) return finding("a folder", "Name the file itself.");
  if (!stats.isFile()) return finding("a device, pipe or socket", "Name an ordinary file.");
  if (stats.size > most) {
    return finding(
      `a file of ${(stats.size / 1e9).toFixed(1)} GB`,
      "Files of up to 2 GB are read as a whole: use a sample of the rows.",
    );
  }
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
