import {join} from "node:path";
import {fileURLToPath} from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Absolute path of something in the project, given from its root. */
export function projectPath(...parts: readonly string[]): string {
  return join(root, ...parts);
}
