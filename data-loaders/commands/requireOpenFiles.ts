import {closeSync, openSync} from "node:fs";
import {fileURLToPath} from "node:url";

/** A command that loads all of its code opens about 350 files at the same moment. */
const needed = 400;

/**
 * Opens as many files as a command will need at once, and closes them. Where the machine allows fewer, loading
 * the code fails at a place that differs from run to run, and the loader may end the process with a trace.
 *
 * @throws Error with the code `EMFILE` or `ENFILE`
 */
export function requireOpenFiles(): void {
  const file = fileURLToPath(import.meta.url);
  const opened: number[] = [];
  try {
    while (opened.length < needed) opened.push(openSync(file, "r"));
  } finally {
    for (const descriptor of opened) closeSync(descriptor);
  }
}
