import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {filesBelow} from "../../../../data-loaders/engine/project/sourceFiles.js";
import {removeOthers} from "../../../../data-loaders/site/build/writePageInputs.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-edition-"));
  mkdirSync(join(folder, "data/bank"), {recursive: true});
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

test("what is published no longer is removed; the review stays until it is written again", async () => {
  const review = ["data/changes.json", "data/evidence.json", "evidence.json", "review.json"];
  for (const file of [...review, "data/bank/roc.json", "data/bank/gone.json"])
    writeFileSync(join(folder, file), "");
  await removeOthers(folder, ["bank/roc.json"]);
  expect(await filesBelow(folder)).toEqual(["data/bank/roc.json", ...review]);
});
