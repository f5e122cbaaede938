import {execFileSync} from "node:child_process";
import {appendFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {copyProject, removeProject} from "../../../setup/copiedProject.js";

let project: string;
let before: string;
beforeAll(() => {
  project = copyProject();
  before = keyOf();
});
afterAll(() => removeProject(project));

/** The key in a process of its own, which reads the code anew. */
function keyOf(): string {
  const code =
    'import {kernelKey} from "./data-loaders/engine/kernels/kernelKey.js"; console.log(await kernelKey());';
  const args = ["--import", "tsx", "--input-type=module", "--eval", code];
  return execFileSync(process.execPath, args, {cwd: project, encoding: "utf8"}).trim();
}

describe("the key of the kernels", () => {
  test("is the same for the same code", () => {
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(keyOf()).toBe(before);
  });

  test.each([
    "src/lib/kernels/ward.as.ts",
    "src/lib/kernels/loadKernels.ts",
    "src/lib/kernels/kernelMemory.ts",
    "data-loaders/engine/kernels/kernelWorker.ts",
  ])("changes with %s", (file) => {
    const last = keyOf();
    appendFileSync(join(project, file), "// changed\n");
    expect(keyOf()).not.toBe(last);
  });
});
