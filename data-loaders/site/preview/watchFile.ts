import {watch} from "node:fs";
import {realpath} from "node:fs/promises";
import {basename, dirname} from "node:path";

/**
 * Watches a file by its name: it may be absent, and it may be replaced by another of its name, as editors and exports
 * save it. Of a link, the file that it leads to is watched too.
 *
 * @param file its folder must exist
 * @param changed told when the file is written, replaced, made or removed
 */
export async function watchFile(file: string, changed: () => void): Promise<{close: () => void}> {
  const places = new Set([file, await realpath(file).catch(() => file)]);
  const watchers = Array.from(places, (place) => {
    // the file itself would be followed under its old name
    const watcher = watch(dirname(place), (_, name) => {
      if (name === null || name === basename(place)) changed();
    });
    watcher.on("error", () => watcher.close());
    return watcher;
  });
  return {
    close: () => {
      for (const watcher of watchers) watcher.close();
    },
  };
}
