import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openEarlierEdition} from "../../../../data-loaders/edition/changes/earlierEdition.js";
import {serveUnder} from "../../../setup/serveUnder.js";

let folder: string;
let server: {url: string; close: () => void};
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-earlier-"));
  mkdirSync(join(folder, "data"));
  const manifest = {format: 2, figures: {}, claims: {}, snapshots: [], evidenceKey: "abc", inputs: []};
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "data/alllife.duckdb"), "database");
  writeFileSync(join(folder, "old.json"), '{"format": 2, "figures": {}}');
  writeFileSync(join(folder, "text.txt"), "no json");
  writeFileSync(join(folder, "null.json"), "null");
  writeFileSync(join(folder, "later.json"), JSON.stringify({...manifest, format: 3}));
  server = await serveUnder(folder, "/site/");
});
afterAll(() => {
  server.close();
  rmSync(folder, {recursive: true, force: true});
});

describe("an earlier edition", () => {
  it("is opened from a folder, a manifest, or the address of either, with the databases beside it", async () => {
    for (const against of [
      folder,
      join(folder, "manifest.json"),
      server.url,
      `${server.url}manifest.json`,
      server.url.replace(/\/$/, ""),
    ]) {
      const earlier = await openEarlierEdition(against);
      expect(earlier.manifest.evidenceKey).toBe("abc");
      const database = await earlier.database("alllife");
      expect(readFileSync(database ?? "", "utf8")).toBe("database");
      expect(await earlier.database("card-usage")).toBeUndefined();
      await earlier.close();
      expect(existsSync(database ?? "")).toBe(database?.startsWith(folder));
    }
  });

  it("is refused in words where there is none", async () => {
    const expected = "expected a manifest.json, the folder of a built site, or the address of either";
    await expect(openEarlierEdition(join(folder, "none"))).rejects.toThrow(`none: not found; ${expected}`);
    await expect(openEarlierEdition(join(folder, "text.txt"))).rejects.toThrow("is no JSON");
    await expect(openEarlierEdition(join(folder, "old.json"))).rejects.toThrow(
      "is no manifest of a report with a Changes page",
    );
    await expect(openEarlierEdition(join(folder, "null.json"))).rejects.toThrow("is no manifest");
    await expect(openEarlierEdition(join(folder, "later.json"))).rejects.toThrow(
      "is a manifest of format 3, and this version of Cardlens reads format 2",
    );
    await expect(openEarlierEdition(`${server.url}nowhere`)).rejects.toThrow("answered 404");
    await expect(openEarlierEdition("http://127.0.0.1:9/")).rejects.toThrow(/could not be reached \(\S+/);
  });
});
