import {spawn} from "node:child_process";
import {appendFile, cp, mkdtemp, rm, symlink} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {projectPath} from "../../engine/project/projectPath.js";
import {type PreviewTimes, timePreview} from "./timePreview.js";

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

/** Seconds of builds, and of what a preview shows where a browser is installed. */
export interface LoopTimes extends Partial<PreviewTimes> {
  /** A build from nothing. */
  cold: number;
  /** The other analyses of all chapters in it; NaN where there are none. */
  analyses: number;
  /** A build after a page has a sentence more. */
  sentence: number;
  /** A build when nothing has changed. */
  unchanged: number;
}

/** What the front page says in addition. */
const sentence = "\nNow ask a question of your own. {advice}\n";

/**
 * Builds a copy of the project three times, and changes it under a preview. The builds' own words, with the time of each stage,
 * go to standard error.
 *
 * @throws Error if a build or the preview fails
 */
export async function timeLoop(): Promise<LoopTimes> {
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
    const changed = await timeBuild(folder);
    const unchanged = await timeBuild(folder);
    return {
      cold: cold.seconds,
      analyses: Number(/other analyses +([\d.]+) s/.exec(cold.told)?.[1] ?? Number.NaN),
      sentence: changed.seconds,
      unchanged: unchanged.seconds,
      ...(await timePreview(folder)),
    };
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** Seconds of a build, and what it told. */
function timeBuild(folder: string): Promise<{seconds: number; told: string}> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const build = spawn("npm", ["run", "build", "--silent"], {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
      shell: process.platform === "win32",
    });
    let told = "";
    build.stderr.on("data", (chunk) => {
      told += chunk;
      process.stderr.write(chunk);
    });
    build.on("error", reject);
    build.on("close", (code) =>
      code === 0
        ? resolve({seconds: (performance.now() - start) / 1000, told})
        : reject(new Error(`the build failed with exit code ${code}`)),
    );
  });
}
