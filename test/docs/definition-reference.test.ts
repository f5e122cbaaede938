import {readFileSync, writeFileSync} from "node:fs";
import {expect, test} from "vitest";
import {definitionReference} from "../../data-loaders/datasets/definitionReference.js";
import {projectPath} from "../../data-loaders/engine/project/projectPath.js";

const file = projectPath("docs/reference/definition.md");

/** `WRITE_REFERENCE=1 npx vitest run test/docs/definition-reference.test.ts` writes it anew. */
test("docs/reference/definition.md is what the schemas say", () => {
  if (process.env.WRITE_REFERENCE === "1") writeFileSync(file, definitionReference());
  expect(readFileSync(file, "utf8")).toBe(definitionReference());
});

test("the reference describes every setting", () => {
  const empty = definitionReference()
    .split("\n")
    .filter((line) => /^\| `/.test(line) && /\| {1,2}\|$/.test(line));
  expect(empty).toEqual([]);
});
