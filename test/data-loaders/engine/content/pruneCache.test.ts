import {mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {pruneCache} from "../../../../data-loaders/engine/content/pruneCache.js";
import {storedCode} from "../../../../data-loaders/engine/content/storedCode.js";
import {silentProgress} from "../../../../data-loaders/engine/progress/progress.js";
import {cachePath} from "../../../../data-loaders/engine/project/cachePath.js";
import {projectPath} from "../../../../data-loaders/engine/project/projectPath.js";
import {openStages} from "../../../../data-loaders/engine/stages/runStage.js";

const code = pathToFileURL(projectPath("data-loaders/engine/content/contentKey.ts")).href;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-prune-"));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

/** Runs a stage and says whether its result was there. */
async function isCached(name: string): Promise<boolean> {
  const {record} = await openStages(folder, silentProgress).run(name, code, [], () => name);
  return record.cached;
}

function lastUsed(file: string, days: number): void {
  const time = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
  utimesSync(file, time, time);
}

describe("a pruned cache", () => {
  test("keeps what was used in the last 30 days, however old it is", async () => {
    for (const name of ["old", "used", "recent"]) await isCached(name);
    for (const file of readdirSync(folder)) lastUsed(join(folder, file), file.startsWith("recent") ? 29 : 31);
    expect(await isCached("used")).toBe(true);
    pruneCache(folder);
    expect(readdirSync(folder).map((file) => file.split("-")[0])).toEqual(["recent", "used"]);
    expect(await isCached("old")).toBe(false);
  });

  test("keeps code that was compiled before and is used again", () => {
    const text = `// ${folder}`;
    const file = new URL(storedCode(text));
    lastUsed(file.pathname, 31);
    storedCode(text);
    pruneCache(cachePath("code"));
    expect(readdirSync(cachePath("code")).map((name) => `/${name}`)).toContainEqual(
      file.pathname.slice(file.pathname.lastIndexOf("/")),
    );
    rmSync(file);
  });

  test("stops nothing where there is no cache, or something else in it", () => {
    pruneCache(join(folder, "none"));
    mkdirSync(join(folder, "a-folder"));
    lastUsed(join(folder, "a-folder"), 31);
    pruneCache(folder);
    expect(readdirSync(folder)).toEqual(["a-folder"]);
  });
});
