import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {projectPath} from "../../../../data-loaders/engine/project/projectPath.js";
import {sourceFiles} from "../../../../data-loaders/engine/project/sourceFiles.js";
import type {Stage, StageFunction} from "../../../../data-loaders/engine/stages/stage.js";

const files = await sourceFiles("data-loaders", (path) => path.endsWith("/stages.ts"));
const stages = (
  await Promise.all(
    files.map(async (file): Promise<[string, Stage<StageFunction>][]> => {
      const module: Record<string, Stage<StageFunction>> = await import(projectPath(file));
      return Object.entries(module).map(([name, stage]) => [`${file} ${name}`, stage]);
    }),
  )
).flat();

test("there are stages from the source to the pages", () => {
  expect(stages.length).toBeGreaterThan(15);
});

test.each(stages)("%s: the compiler, the key and the thread see one function", async (_, stage) => {
  const named: Record<string, unknown> = await import(fileURLToPath(stage.module));
  expect(await stage.load()).toBe(named[stage.exported]);
});
