import {execFile} from "node:child_process";
import {existsSync} from "node:fs";
import {promisify} from "node:util";
import {projectPath} from "../../engine/project/projectPath.js";

/**
 * Gives written files the project's layout, so that its linter has nothing to say; without the linter or its settings they stay
 * as they are. Without these settings it would take a page's front matter for a heading.
 */
export async function formatWritten(paths: readonly string[]): Promise<void> {
  const biome = projectPath("node_modules/@biomejs/biome/bin/biome");
  const settings = projectPath("biome.json");
  if (!existsSync(biome) || !existsSync(settings)) return;
  await promisify(execFile)(
    process.execPath,
    [biome, "check", "--write", "--config-path", settings, ...paths],
    {
      cwd: projectPath("."),
    },
  );
}
