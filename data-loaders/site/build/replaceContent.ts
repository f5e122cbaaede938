import {cp, mkdir, readFile, rename, rm} from "node:fs/promises";
import {dirname, join} from "node:path";
import {type Manifest, readManifest} from "../../edition/manifest.js";
import {replaceFile} from "../../engine/files/replaceFile.js";
import {filesBelow} from "../../engine/project/sourceFiles.js";
import {foldersNamedByContent} from "./hostFiles.js";

/** The new site while it is copied, and when all of it is there: both in the folder itself, so that files can be renamed. */
const copying = ".cardlens-copying";
const complete = ".cardlens-next";
/** Files of the edition before that open pages may still ask for. */
const left = ".cardlens-left.json";

/**
 * Replaces the content of a folder that cannot be renamed, such as a mounted volume, by a finished site.
 *
 * The new files are copied beside the old ones first, then renamed: what pages load before the pages, the manifest last.
 * Each page that a reader opens meanwhile finds all that it loads; scripts and other files that are named by their content
 * stay for one more edition. A process that is killed on the way is completed by `completeReplacement`.
 */
export async function replaceContent(finished: string, place: string): Promise<void> {
  await rm(join(place, copying), {recursive: true, force: true});
  try {
    await cp(finished, join(place, copying), {recursive: true});
    await rename(join(place, copying), join(place, complete));
  } finally {
    await rm(join(place, copying), {recursive: true, force: true});
  }
  await completeReplacement(place);
}

/** Completes a replacement that was begun, if there is one. It may be interrupted and begun again at any point. */
export async function completeReplacement(place: string): Promise<void> {
  const next = join(place, complete);
  const manifest = await readManifest(next);
  if (manifest !== undefined) {
    const before = await readManifest(place);
    await removeLeft(place, [before, manifest]);
    const gone = Object.keys(before?.files ?? {}).filter((file) => !(file in manifest.files));
    await replaceFile(join(place, left), JSON.stringify(gone.filter(isNamedByContent)));
    for (const file of (await filesBelow(next)).sort((a, b) => turn(a) - turn(b))) {
      if (file === "manifest.json")
        for (const old of gone) if (!isNamedByContent(old)) await rm(join(place, old), {force: true});
      await mkdir(dirname(join(place, file)), {recursive: true});
      await rename(join(next, file), join(place, file));
    }
  }
  await rm(next, {recursive: true, force: true});
}

/** Removes what was left of the edition before the last one. */
async function removeLeft(place: string, editions: readonly (Manifest | undefined)[]): Promise<void> {
  const text = await readFile(join(place, left), "utf8").catch(() => "[]");
  const files: string[] = JSON.parse(text);
  for (const file of files)
    if (!editions.some((edition) => edition !== undefined && file in edition.files))
      await rm(join(place, file), {force: true});
}

function isNamedByContent(file: string): boolean {
  return foldersNamedByContent.some((folder) => file.startsWith(`${folder}/`));
}

/** What pages load, then data that scripts read, then pages, then the manifest. */
function turn(file: string): number {
  if (file === "manifest.json") return 3;
  if (file.endsWith(".html")) return 2;
  return isNamedByContent(file) ? 0 : 1;
}
