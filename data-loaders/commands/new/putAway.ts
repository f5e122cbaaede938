import {existsSync} from "node:fs";
import {cp, mkdir, rename, rm} from "node:fs/promises";
import {join} from "node:path";
import {projectPath} from "../../engine/project/projectPath.js";

/**
 * Moves folders and files of a data set to a place where they are kept.
 *
 * @param folders absolute paths by the names that they get there
 * @returns the place; undefined where none of them is there
 */
export async function putAway(
  id: string,
  folders: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const there = Object.entries(folders).filter(([, folder]) => existsSync(folder));
  if (there.length === 0) return undefined;
  let place = projectPath("replaced", `${id}-1`);
  for (let i = 2; existsSync(place); i++) place = projectPath("replaced", `${id}-${i}`);
  await mkdir(place, {recursive: true});
  for (const [name, folder] of there) await rename(folder, join(place, name));
  return place;
}

/** Moves them back where they were. */
export async function bringBack(kept: string, folders: Record<string, string>): Promise<void> {
  for (const [name, folder] of Object.entries(folders)) {
    if (!existsSync(join(kept, name))) continue;
    await rm(folder, {recursive: true, force: true});
    await cp(join(kept, name), folder, {recursive: true});
  }
}
