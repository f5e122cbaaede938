import {spawn} from "node:child_process";
import {appendFile, cp, mkdtemp, rm, symlink} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {projectPath} from "../../engine/project/projectPath.js";

/** What a build needs, packages aside. */
export const parts = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "observablehq.config.ts",
  "cardlens.yaml",
  "src",
  "data-loaders",
];

/** Seconds of a build from nothing, of one after a page has a sentence more, and of one when nothing has changed. */
export interface BuildTimes {
  cold: number;
  sentence: number;
  unchanged: number;
}

/** What the front page says in addition. */
const sentence = "\nNow ask a question of your own. {advice}\n";

/**
 * Builds a copy of the project three times. The builds' own words, with the time of each stage, go to standard error.
 *
 * @throws Error if a build fails
 */
export async function timeBuilds(): Promise<BuildTimes> {
  const folder = await mkdtemp(join(tmpdir(), "cardlens-bench-"));
  try {
    for (const part of parts)
      await cp(projectPath(part), join(folder, part), {
        recursive: true,
        filter: (path) => basename(path) !== ".observablehq",
      });
    await symlink(projectPath("node_modules"), join(folder, "node_modules"), "junction");
    const cold = await timeBuild(folder);
    await appendFile(join(folder, "src/index.md"), sentence);
    return {cold, sentence: await timeBuild(folder), unchanged: await timeBuild(folder)};
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

function timeBuild(folder: string): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const build = spawn("npm", ["run", "build", "--silent"], {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
    build.on("error", reject);
    build.on("close", (code) =>
      code === 0
        ? resolve((performance.now() - start) / 1000)
        : reject(new Error(`the build failed with exit code ${code}`)),
    );
  });
}
