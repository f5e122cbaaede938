import {stat, utimes} from "node:fs/promises";
import {projectPath} from "../projectPath.js";
import {sourceFiles} from "../sourceFiles.js";
import {fillLoaderCache} from "./buildSite.js";

/**
 * Puts the published files where a preview looks for them and, if it runs already, makes it look: Framework
 * follows the time of a loader's file, and renders a page again when its file is touched.
 */
export async function refreshPreview(
  files: ReadonlyMap<string, Uint8Array>,
  isRunning: boolean,
): Promise<void> {
  const now = new Date();
  if (isRunning)
    for (const loader of await sourceFiles("src", (path) => /^src\/(data|models)\/.*\.ts$/.test(path)))
      await utimes(projectPath(loader), now, now);
  await fillLoaderCache(files);
  if (!isRunning) return;
  for (const page of await sourceFiles("src", (path) => path.endsWith(".md"))) {
    const {atime, mtime} = await stat(projectPath(page));
    await utimes(projectPath(page), atime, mtime);
  }
}
