import {once} from "node:events";
import {readFile} from "node:fs/promises";
import {join, relative} from "node:path";
import {watch} from "chokidar";
import {contentKey} from "../../engine/content/contentKey.js";
import {filesBelow} from "../../engine/project/sourceFiles.js";

/**
 * Watches a folder and those below it for files that get another content: one that is touched, or saved as it
 * was, has not changed. Hidden files and folders are left out: Framework keeps its cache in one of them, where
 * files come and go while the preview runs.
 *
 * @param changed told the path of each file that changed, from the folder
 */
export async function watchSources(
  folder: string,
  changed: (file: string) => void,
): Promise<{close: () => void}> {
  const keys = new Map<string, string>();
  const isHidden = (path: string) => /(^|[/\\])\./.test(relative(folder, path));

  async function keyOf(path: string): Promise<string> {
    const content = await readFile(path).catch(() => undefined);
    return content === undefined ? "" : contentKey(content);
  }

  async function look(path: string): Promise<void> {
    const key = await keyOf(path);
    if (key === (keys.get(path) ?? "")) return;
    keys.set(path, key);
    changed(relative(folder, path));
  }

  const watcher = watch(folder, {ignoreInitial: true, ignored: isHidden, atomic: false});
  for (const event of ["add", "change", "unlink"] as const) watcher.on(event, (path) => void look(path));
  watcher.on("error", () => {});
  await once(watcher, "ready");
  for (const file of await filesBelow(folder)) {
    const path = join(folder, file);
    if (!isHidden(path)) keys.set(path, await keyOf(path));
  }
  return {close: () => void watcher.close()};
}
