import {mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {watchSources} from "../../../../data-loaders/site/preview/watchSources.js";

let folder: string;
let changed: string[];
let watching: {close: () => void};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-watched-"));
  mkdirSync(join(folder, "bank"));
  mkdirSync(join(folder, ".cache/data"), {recursive: true});
  writeFileSync(join(folder, "bank/figures.sql"), "SELECT 1");
  changed = [];
  watching = await watchSources(folder, (file) => changed.push(file));
});
afterEach(() => {
  watching.close();
  rmSync(folder, {recursive: true, force: true});
});

const expectChanged = (...files: string[]) =>
  vi.waitFor(() => expect([...new Set(changed)].sort()).toEqual(files), {timeout: 30_000});

test("tells which file got another content", async () => {
  writeFileSync(join(folder, "bank/figures.sql"), "SELECT 2");
  await expectChanged("bank/figures.sql");
});

test("tells of a file in a new folder, of a change to it, and of its end", async () => {
  mkdirSync(join(folder, "other"));
  writeFileSync(join(folder, "other/claims.sql"), "SELECT true");
  await expectChanged("other/claims.sql");
  changed = [];
  writeFileSync(join(folder, "other/claims.sql"), "SELECT false");
  await expectChanged("other/claims.sql");
  changed = [];
  rmSync(join(folder, "other/claims.sql"));
  await expectChanged("other/claims.sql");
});

test("is silent about files that are touched or saved as they were, and about hidden folders that come and go", async () => {
  utimesSync(join(folder, "bank/figures.sql"), 1, 1);
  writeFileSync(join(folder, "bank/figures.sql"), "SELECT 1");
  for (let i = 0; i < 20; i++) {
    rmSync(join(folder, ".cache"), {recursive: true});
    mkdirSync(join(folder, ".cache/data"), {recursive: true});
    writeFileSync(join(folder, ".cache/data/customers.json"), String(i));
  }
  writeFileSync(join(folder, "last.sql"), "SELECT 3");
  await expectChanged("last.sql");
});
