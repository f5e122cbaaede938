import {existsSync} from "node:fs";
import {rename, rm} from "node:fs/promises";
import {projectPath} from "../projectPath.js";

const previous = projectPath(".cache/previous-site");

/** Replaces a finished site by another: two renames, so that no reader meets half of it. */
export async function putInPlace(finished: string, place: string): Promise<void> {
  await rm(previous, {recursive: true, force: true});
  if (existsSync(place)) await rename(place, previous);
  await rename(finished, place);
  await rm(previous, {recursive: true, force: true});
}

/** Puts the last good site back where a build was killed between the two renames. */
export async function restoreInterrupted(place: string): Promise<void> {
  if (!existsSync(place) && existsSync(previous)) await rename(previous, place);
}
