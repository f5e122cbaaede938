import {type FSWatcher, watch} from "node:fs";
import {readdir, readFile} from "node:fs/promises";
import {join, relative} from "node:path";
import {contentKey} from "../../engine/content/contentKey.js";

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
  const watchers = new Map<string, FSWatcher>();
  const keys = new Map<string, string>();

  async function keyOf(file: string): Promise<string> {
    const content = await readFile(file).catch(() => undefined);
    return content === undefined ? "" : contentKey(content);
  }

  async function look(file: string): Promise<void> {
    const key = await keyOf(file);
    if (key === (keys.get(file) ?? "")) return;
    keys.set(file, key);
    changed(relative(folder, file));
  }

  /** Watches a folder; of one that is new, all files are new. */
  async function begin(place: string, isNew: boolean): Promise<void> {
    const entries = await readdir(place, {withFileTypes: true}).catch(() => []);
    if (!watchers.has(place)) {
      const watcher = watch(place, (_, name) => {
        if (name === null || name.startsWith(".")) return;
        void look(join(place, name));
        void beginIfFolder(join(place, name));
      });
      watcher.on("error", () => end(place));
      watchers.set(place, watcher);
    }
    for (const entry of entries.filter(({name}) => !name.startsWith("."))) {
      const path = join(place, entry.name);
      if (entry.isDirectory()) await begin(path, isNew);
      else if (isNew) await look(path);
      else keys.set(path, await keyOf(path));
    }
  }

  async function beginIfFolder(place: string): Promise<void> {
    const isFolder = await readdir(place).then(
      () => true,
      () => false,
    );
    if (isFolder) await begin(place, true);
    else end(place);
  }

  function end(place: string): void {
    watchers.get(place)?.close();
    watchers.delete(place);
  }

  await begin(folder, false);
  return {
    close: () => {
      for (const place of [...watchers.keys()]) end(place);
    },
  };
}
