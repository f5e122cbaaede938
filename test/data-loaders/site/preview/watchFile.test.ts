import {mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {watchFile} from "../../../../data-loaders/site/preview/watchFile.js";

let folder: string;
let file: string;
let times: number;
let watching: {close: () => void} | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-watched-"));
  file = join(folder, "march.csv");
  watching = undefined;
});
afterEach(() => {
  watching?.close();
  rmSync(folder, {recursive: true});
});

async function watched(path: string): Promise<void> {
  times = 0;
  watching = await watchFile(path, () => times++);
}

/** Waits until a change is told, and until nothing more of it comes. */
async function told(): Promise<void> {
  await vi.waitFor(() => expect(times).toBeGreaterThan(0), {timeout: 30_000});
  await setTimeout(100);
  times = 0;
}

function saveByRename(text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

describe("a watched file", () => {
  test("is followed when it is written, and each time it is saved by renaming", async () => {
    writeFileSync(file, "1");
    await watched(file);
    for (const text of ["2", "3", "4"]) {
      saveByRename(text);
      await told();
    }
    writeFileSync(file, "5");
    await told();
  });

  test("may be absent at first, and go", async () => {
    await watched(file);
    writeFileSync(file, "1");
    await told();
    rmSync(file);
    await told();
    saveByRename("2");
    await told();
  });

  test("is followed where a link leads to it, and where the link is replaced", async () => {
    mkdirSync(join(folder, "exports"));
    const target = join(folder, "exports/all.csv");
    writeFileSync(target, "1");
    symlinkSync(target, file);
    await watched(file);
    writeFileSync(target, "2");
    await told();
    saveByRename("3");
    await told();
  });

  test("is not confused with its neighbours", async () => {
    await watched(file);
    writeFileSync(join(folder, "april.csv"), "1");
    await setTimeout(300);
    expect(times).toBe(0);
  });
});
