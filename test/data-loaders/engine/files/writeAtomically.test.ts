import {spawnSync} from "node:child_process";
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
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

test.skipIf(process.platform === "win32")(
  "a file over the limit is an error that the process can tell; the earlier file stays whole",
  () => {
    const file = join(folder, "a");
    writeAtomicallySync(file, "earlier");
    const module = new URL("../../../../data-loaders/engine/files/writeAtomically.ts", import.meta.url).href;
    const code = `
      const {writeAtomically, writeAtomicallySync} = await import(${JSON.stringify(module)});
      const content = "x".repeat(1_000_000);
      const codes = [];
      await writeAtomically(process.argv[1], content).catch(({code}) => codes.push(code));
      try { writeAtomicallySync(process.argv[1], content); } catch ({code}) { codes.push(code); }
      console.log(codes.join());`;
    const line = 'ulimit -f 4 && exec "$0" --import tsx --input-type=module --eval "$1" "$2"';
    const {stdout, signal} = spawnSync("sh", ["-c", line, process.execPath, code, file], {encoding: "utf8"});
    expect(signal).toBeNull();
    expect(stdout).toBe("EFBIG,EFBIG\n");
    expect(readFileSync(file, "utf8")).toBe("earlier");
    expect(readdirSync(folder)).toEqual(["a"]);
  },
);

test("a link stays a link, and a file keeps its permissions", async () => {
  const file = join(folder, "a");
  const link = join(folder, "link");
  writeFileSync(file, "earlier", {mode: 0o600});
  symlinkSync(file, link);
  for (const write of [writeAtomically, writeAtomicallySync]) {
    await write(link, `written by ${write.name}`);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, "utf8")).toBe(`written by ${write.name}`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  }
});
