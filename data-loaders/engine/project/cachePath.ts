import {join} from "node:path";
import {projectPath} from "./projectPath.js";

/**
 * Absolute path of results that are kept between runs and found by their content: the stages', their compiled code, the
 * kernels. The tests name a folder of their own with `CARDLENS_CACHE`; it must lie in the project, where packages are found.
 */
export function cachePath(...parts: readonly string[]): string {
  return join(process.env.CARDLENS_CACHE ?? projectPath(".cache"), ...parts);
}
