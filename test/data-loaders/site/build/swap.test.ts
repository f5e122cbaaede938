import {spawn} from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {afterAll, beforeEach, describe, expect, test} from "vitest";
import {completeReplacement, replaceContent} from "../../../../data-loaders/site/build/replaceContent.js";
import {putInPlace, restoreInterrupted} from "../../../../data-loaders/site/build/swap.js";
import {fingerprint} from "../../../setup/fingerprint.js";

const folder = mkdtempSync(join(tmpdir(), "cardlens-swap-"));
const place = join(folder, "dist");
const finished = join(folder, "finished");
const previous = join(folder, "previous");
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), {recursive: true});
});
afterAll(() => rmSync(folder, {recursive: true}));

const pages = Array.from({length: 40}, (_, i) => `page-${i}.html`);

/** A small site: pages that load a script named by its edition, data at one address, and a manifest of all. */
function site(at: string, edition: string, others: readonly string[] = []): void {
  const script = `_import/script.${edition}.js`;
  const files = new Map([
    ...pages.map((page) => [page, `${edition} loads ${script}`] as const),
    [script, edition],
    ["data/table.json", edition],
    ...others.map((name) => [name, edition] as const),
  ]);
  const manifest = {files: Object.fromEntries([...files.keys()].map((name) => [name, ""]))};
  for (const [name, text] of [...files, ["manifest.json", JSON.stringify(manifest)] as const]) {
    mkdirSync(dirname(join(at, name)), {recursive: true});
    writeFileSync(join(at, name), text);
  }
}

async function siteFiles(at: string): Promise<Record<string, string>> {
  const files = await fingerprint(at);
  return Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith(".cardlens")));
}

describe("a finished site", () => {
  test("takes the place of the last one", async () => {
    site(place, "old");
    site(finished, "new");
    const expected = await fingerprint(finished);
    await putInPlace(finished, place, previous);
    expect(await fingerprint(place)).toEqual(expected);
    expect(readdirSync(folder)).toEqual(["dist"]);
  });

  test("goes where a link leads", async () => {
    const volume = join(folder, "volume");
    site(volume, "old");
    symlinkSync(volume, place);
    site(finished, "new");
    await putInPlace(finished, place, previous);
    expect(readFileSync(join(volume, "page-1.html"), "utf8")).toMatch(/^new/);
  });

  test("does not take the last one away where it cannot be put in its place", async () => {
    site(place, "old");
    const before = await fingerprint(place);
    await expect(putInPlace(join(folder, "nowhere"), place, previous)).rejects.toThrow("ENOENT");
    expect(await fingerprint(place)).toEqual(before);
  });
});

describe("a site whose build was killed", () => {
  test("between the two renames is put back", async () => {
    site(previous, "old");
    const before = await fingerprint(previous);
    await restoreInterrupted(place, previous);
    expect(await fingerprint(place)).toEqual(before);
  });
});

describe("the content of a folder that cannot be renamed", () => {
  test("is replaced; scripts of open pages stay for one more edition, what is not the site's for good", async () => {
    site(place, "first", ["gone.html"]);
    mkdirSync(join(place, "lost+found"));
    writeFileSync(join(place, "CNAME"), "example.org");
    for (const [edition, before, kept] of [
      ["second", "first", ["_import/script.first.js"]],
      ["third", "second", ["_import/script.second.js"]],
    ] as const) {
      site(finished, edition);
      const expected = await fingerprint(finished);
      await replaceContent(finished, place);
      rmSync(finished, {recursive: true});
      const {CNAME, ...files} = await siteFiles(place);
      expect(CNAME, before).toBeDefined();
      expect(Object.keys(files).sort()).toEqual([...Object.keys(expected), ...kept].sort());
      expect(files).toMatchObject(expected);
    }
    expect(existsSync(join(place, "lost+found"))).toBe(true);
  });

  test("never shows a page without its script, whoever looks when", async () => {
    site(place, "old");
    site(finished, "new");
    let replaced = false;
    const replacing = replaceContent(finished, place).then(() => {
      replaced = true;
    });
    let seen = 0;
    while (!replaced) {
      for (const page of pages) {
        const [, script = ""] = / loads (.*)/.exec(readFileSync(join(place, page), "utf8")) ?? [];
        expect(existsSync(join(place, script)), script).toBe(true);
        seen++;
      }
      await setTimeout(0);
    }
    await replacing;
    expect(seen).toBeGreaterThan(pages.length);
  });

  test("is whole again after kill -9 at any moment", async () => {
    const code = new URL("../../../../data-loaders/site/build/replaceContent.ts", import.meta.url).href;
    const script = `const {replaceContent} = await import(${JSON.stringify(code)}); console.log("begins"); await replaceContent(${JSON.stringify(finished)}, ${JSON.stringify(place)});`;
    const outcomes = new Set<string>();
    for (const milliseconds of [0, 5, 10, 15, 20, 30]) {
      for (const name of readdirSync(folder)) rmSync(join(folder, name), {recursive: true});
      site(place, "old");
      site(finished, "new");
      const [before, after] = [await siteFiles(place), await siteFiles(finished)];
      const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const closed = new Promise((resolve) => child.on("close", resolve));
      await new Promise((resolve) => child.stdout.once("data", resolve));
      await setTimeout(milliseconds);
      child.kill("SIGKILL");
      await closed;
      await completeReplacement(place);
      const found = await siteFiles(place);
      const edition = JSON.stringify(found) === JSON.stringify(before) ? "old" : "new";
      if (edition === "new") expect(found).toMatchObject(after);
      outcomes.add(edition);
    }
    expect(outcomes.size).toBeGreaterThan(0);
  });
});
