import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {moduleCode} from "../../../../data-loaders/engine/content/moduleCode.js";
import {cachePath} from "../../../../data-loaders/engine/project/cachePath.js";

// Inside the project: modules are named from its root, and packages are found from there.
const folder = cachePath(`code-key-test-${process.pid}`);

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const keyOf = (name: string) => moduleCode(pathToFileURL(join(folder, name)).href).then(({key}) => key);

beforeEach(() => {
  mkdirSync(folder, {recursive: true});
  write("stage.ts", 'import {twice} from "./twice.js";\nexport const stage = (n: number) => twice(n);\n');
  write("twice.ts", 'import {two} from "./two.js";\nexport const twice = (n: number) => two * n;\n');
  write("two.ts", "export const two = 2;\n");
  write("unrelated.ts", "export const three = 3;\n");
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

describe("the key of a stage's code", () => {
  test("is the same for the same text, whenever it was written", async () => {
    const before = await keyOf("stage.ts");
    write("two.ts", "export const two = 2;\n");
    expect(await keyOf("stage.ts")).toBe(before);
  });

  test.each(["stage.ts", "twice.ts", "two.ts"])(
    "changes with %s, which it imports directly or not",
    async (name) => {
      const before = await keyOf("stage.ts");
      write(
        name,
        `${name === "two.ts" ? "export const two = 3;" : `import "./two.js";\nexport * from "./two.js";\nexport const twice = (n: number) => n;`}\n`,
      );
      expect(await keyOf("stage.ts")).not.toBe(before);
    },
  );

  test("changes with a module that is loaded only when it is called", async () => {
    write("stage.ts", 'export const stage = async () => (await import("./two.js")).two;\n');
    const before = await keyOf("stage.ts");
    write("two.ts", "export const two = 22;\n");
    expect(await keyOf("stage.ts")).not.toBe(before);
  });

  test("does not change with a file that it does not import", async () => {
    const before = await keyOf("stage.ts");
    write("unrelated.ts", "export const three = 4;\n");
    write("new.ts", "export const four = 4;\n");
    expect(await keyOf("stage.ts")).toBe(before);
  });

  test("does not change with a module of which only types are imported", async () => {
    write("stage.ts", 'import type {Shape} from "./shape.js";\nexport const stage = (s: Shape) => s;\n');
    write("shape.ts", "export type Shape = number;\n");
    const before = await keyOf("stage.ts");
    write("shape.ts", "export type Shape = number; // wider than it was\n");
    expect(await keyOf("stage.ts")).toBe(before);
  });

  test("cannot be made for code that imports what is not there", async () => {
    write("stage.ts", 'import {gone} from "./gone.js";\nexport const stage = gone;\n');
    await expect(keyOf("stage.ts")).rejects.toThrow('Could not resolve "./gone.js"');
  });
});
