import {readdir} from "node:fs/promises";
import {join, relative, sep} from "node:path";
import {projectPath} from "./projectPath.js";

/** Files of a folder of the project and the folders below it, from the project's root; dot files are left out. */
export async function sourceFiles(
  folder: string,
  keep: (path: string) => boolean = () => true,
): Promise<string[]> {
  const files = await filesBelow(projectPath(folder));
  return files
    .map((file) => `${folder}/${file}`)
    .filter((file) => !/(^|\/)\.(?!cache\/)/.test(file) && keep(file));
}

/** Files of any folder and the folders below it, relative to it, with slashes, in order of name. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .sort();
}
