import {readFile} from "node:fs/promises";
import {projectPath} from "../../engine/project/projectPath.js";
import {sourceFiles} from "../../engine/project/sourceFiles.js";

/** The report's pages as they are written, by path from the project's root. */
export async function readPages(): Promise<Map<string, string>> {
  const files = await sourceFiles("src", (path) => path.endsWith(".md"));
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(projectPath(file), "utf8")] as const)),
  );
}
