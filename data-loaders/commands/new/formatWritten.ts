import {execFile} from "node:child_process";
import {existsSync} from "node:fs";
import {promisify} from "node:util";
import {projectPath} from "../../engine/project/projectPath.js";

/** Gives written files the project's layout, so that its linter has nothing to say; without the linter they stay as they are. */
export async function formatWritten(paths: readonly string[]): Promise<void> {
  const biome = projectPath("node_modules/@biomejs/biome/bin/biome");
  if (!existsSync(biome)) return;
  await promisify(execFile)(process.execPath, [biome, "check", "--write", ...paths], {
    cwd: projectPath("."),
  });
}
