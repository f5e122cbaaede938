import {cpSync, existsSync, mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {projectPath} from "../../data-loaders/engine/project/projectPath.js";
import {testCache} from "./testCache.js";

/**
 * Makes the cache of this run of the tests, with the results of stages that the project has already; removes it at the end.
 */
export function setup(): () => void {
  mkdirSync(testCache, {recursive: true});
  for (const part of ["stages", "kernels"]) {
    const kept = projectPath(".cache", part);
    if (existsSync(kept) && !existsSync(join(testCache, part)))
      cpSync(kept, join(testCache, part), {recursive: true});
    mkdirSync(join(testCache, part), {recursive: true});
  }
  return () => rmSync(testCache, {recursive: true, force: true, maxRetries: 5, retryDelay: 100});
}
