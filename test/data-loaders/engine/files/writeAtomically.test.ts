import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {replaceFile} from "../../../../data-loaders/engine/files/replaceFile.js";
import {writeAtomically, writeAtomicallySync} from "../../../../data-loaders/engine/files/writeAtomically.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-files-"));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

test("a file is whole at every moment while others are written in its place", async () => {
  const file = join(folder, "new", "file.bin");
  const contents = [0, 1, 2, 3].map((value) => new Uint8Array(2_000_000).fill(value));
  await writeAtomically(file, contents[0]);
  let done = false;
  const writing = Promise.all(contents.map((content) => writeAtomically(file, content))).then(() => {
    done = true;
  });
  let looks = 0;
  while (!done) {
    const bytes = readFileSync(file);
    expect(bytes.equals(contents[bytes[0]])).toBe(true);
    looks++;
    await new Promise((resolve) => setImmediate(resolve));
  }
  await writing;
  expect(looks).toBeGreaterThan(1);
  expect(readdirSync(join(folder, "new"))).toEqual(["file.bin"]);
});

test("a write that fails says why, and leaves the earlier file and nothing beside it", async () => {
  const file = join(folder, "a");
  writeAtomicallySync(file, "earlier");
  await expect(writeAtomically(join(file, "b"), "x")).rejects.toMatchObject({
    code: expect.stringMatching(/^E/),
  });
  expect(() => writeAtomicallySync(folder, "x")).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(readFileSync(file, "utf8")).toBe("earlier");
  expect(readdirSync(folder)).toEqual(["a"]);
});

test("a part of a larger buffer is written, and nothing of the rest", async () => {
  const bytes = Uint8Array.of(9, 1, 2, 9);
  await writeAtomically(join(folder, "part"), bytes.subarray(1, 3));
  expect([...readFileSync(join(folder, "part"))]).toEqual([1, 2]);
});

test("a file that has the content already keeps its time", async () => {
  const file = join(folder, "a");
  await replaceFile(file, "text");
  utimesSync(file, 1, 1);
  await replaceFile(file, new TextEncoder().encode("text"));
  expect(statSync(file).mtimeMs).toBe(1000);
  await replaceFile(file, "other");
  expect(statSync(file).mtimeMs).toBeGreaterThan(1000);
});
