import {stat, utimes} from "node:fs/promises";
import {projectPath} from "../../engine/project/projectPath.js";
import {sourceFiles} from "../../engine/project/sourceFiles.js";
import {holdingBuildLock} from "../build/buildLock.js";
import {fillLoaderCache} from "../build/buildSite.js";
import type {PreparedSite} from "../build/prepareSite.js";
import {writePageInputs} from "../build/writePageInputs.js";
import {databaseTags} from "../pages/databaseTags.js";
import {editionCatalogs} from "../pages/editionCatalogs.js";
import {footer} from "../pages/footer.js";
import {pageEvidence} from "../pages/pageEvidence.js";

/**
 * Puts an edition where a preview looks for it and, if it runs already, makes it look: Framework follows the time of a
 * loader's file, and renders a page again when its file is touched.
 */
export async function refreshPreview(prepared: PreparedSite, isRunning: boolean): Promise<void> {
  // a build that renders pages has its edition where a preview looks for its own
  await holdingBuildLock(
    () => putWherePreviewLooks(prepared, isRunning),
    (holder) =>
      console.error(`a build (process ${holder}) is rendering pages; the preview follows when it is done`),
  );
}

async function putWherePreviewLooks(prepared: PreparedSite, isRunning: boolean): Promise<void> {
  const before = aroundPages();
  await writePageInputs(prepared);
  const now = new Date();
  if (isRunning)
    for (const loader of await sourceFiles("src", (path) => /^src\/(data|models)\/.*\.ts$/.test(path)))
      await utimes(projectPath(loader), now, now);
  await fillLoaderCache(prepared.files);
  if (!isRunning) return;
  // at a change of its configuration, Framework makes open pages load anew
  await (aroundPages() === before ? renderPagesAgain() : touch("observablehq.config.ts"));
}

/** Makes a running preview render its open pages again, without what stands around them. */
export async function renderPagesAgain(): Promise<void> {
  for (const page of await sourceFiles("src", (path) => path.endsWith(".md"))) await touch(page);
}

/** What stands around a page's content: an open page that is only rendered again keeps it. */
function aroundPages(): string {
  return footer(pageEvidence().inputs) + databaseTags(editionCatalogs());
}

async function touch(file: string): Promise<void> {
  const {atime, mtime} = await stat(projectPath(file));
  await utimes(projectPath(file), atime, mtime);
}
