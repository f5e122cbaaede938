import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {isIntact, readManifest} from "../../data-loaders/edition/manifest.js";
import {filesBelow} from "../../data-loaders/engine/project/sourceFiles.js";
import type {EvidenceFile} from "../../src/lib/narrative/evidenceFile.js";
import {launchBrowser} from "../setup/browser.js";
import {builtSite, isPage} from "../setup/builtSite.js";
import {copyProject, type Ended, removeProject, runCommand} from "../setup/copiedProject.js";
import {sendsRanges, serveFiles} from "../setup/serveFiles.js";
import {visit} from "../setup/visit.js";

/** Keys that nothing else in a site looks like. */
const mark = "KEY7Q";

/** The sample's rows as a bank's own file, with keys that can be looked for. */
function ownFile(project: string, dataset: string): string {
  const sample = readFileSync(
    join(project, `data-loaders/datasets/${dataset}/sample/${dataset}.sample.csv`),
    "utf8",
  );
  const file = join(project, `${dataset}-own.csv`);
  writeFileSync(
    file,
    sample.replaceAll(/^(\d+),([^,]+),/gm, (_, number: string, key: string) => `${number},${mark}${key},`),
  );
  return file;
}

let project: string;
let dist: string;
let own: Ended;
let sample: Ended;
let browser: Browser;
beforeAll(async () => {
  const site = await builtSite();
  project = copyProject(site.project);
  dist = join(project, "dist");
  // both change something, so that both render; the own file's takes longer and comes last. Other analyses know no keys
  appendFileSync(join(project, "cardlens.yaml"), "otherAnalyses: false\n");
  [sample, own] = await Promise.all([
    runCommand(project, "build"),
    runCommand(project, "build", {
      INPUT_ALLLIFE: ownFile(project, "alllife"),
      INPUT_CARD_USAGE: ownFile(project, "card-usage"),
    }),
  ]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  removeProject(project);
});

/** Files in which the mark stands: as bytes, and in the text columns of databases and Parquet, which may be compressed. */
async function marked(folder: string): Promise<string[]> {
  const found: string[] = [];
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const file of await filesBelow(folder)) {
    const path = join(folder, file);
    let isMarked = readFileSync(path).includes(mark);
    if (file.endsWith(".parquet")) {
      const rows = await connection.runAndReadAll(
        `SELECT count(*) FROM read_parquet('${path}') AS t WHERE contains(CAST(t AS VARCHAR), '${mark}')`,
      );
      isMarked ||= Number(rows.getRows()[0]?.[0]) > 0;
    }
    if (isMarked) found.push(file);
  }
  connection.closeSync();
  instance.closeSync();
  return found;
}

describe("a build from a bank's own files", () => {
  test("beside one from the samples: one renders after the other, and the site is wholly of the last", async () => {
    expect(sample.code, sample.output).toBe(0);
    expect(own.code, own.output).toBe(0);
    const manifest = await readManifest(dist);
    if (manifest === undefined) throw new Error("there is no manifest");
    expect(await isIntact(dist, manifest)).toBe(true);
    const synthetic = new Set(manifest.inputs.map((input) => input.synthetic));
    expect(synthetic.size).toBe(1);
    const pages = (await filesBelow(dist)).filter(isPage);
    for (const page of pages) {
      const html = readFileSync(join(dist, page), "utf8");
      for (const {name} of manifest.inputs) expect(html, page).toContain(`<code>${name}</code>`);
      for (const {sha256} of manifest.inputs) expect(html, page).toContain(sha256.slice(0, 12));
    }
    expect(manifest.inputs.map(({name}) => name)).toEqual(["alllife-own.csv", "card-usage-own.csv"]);
  });

  test("makes a secret, says so in a line, and keeps it from everybody else", () => {
    const secret = join(project, "data-loaders/input/pseudonym-secret.txt");
    expect(own.output.split("\n").filter((line) => line.includes("pseudonym-secret.txt"))).toHaveLength(1);
    expect(statSync(secret).mode & 0o777).toBe(0o600);
    expect(sample.output).not.toContain("secret");
    const text = readFileSync(secret, "utf8").trim();
    for (const file of [
      "manifest.json",
      "review/provenance.html",
      "review/data-quality.html",
      "data/evidence.json",
    ])
      expect(readFileSync(join(dist, file), "utf8"), file).not.toContain(text);
  });

  test("publishes no customer's key, in no file of any kind", async () => {
    expect(readFileSync(join(project, "alllife-own.csv"), "utf8").match(new RegExp(mark, "g"))?.length).toBe(
      660,
    );
    expect(await marked(dist)).toEqual([]);
  });

  test("would be found out: the search finds a key in text, a database and Parquet", async () => {
    const folder = mkdtempSync(join(tmpdir(), "cardlens-keys-"));
    writeFileSync(join(folder, "page.html"), `<p>${mark}1</p>`);
    const instance = await DuckDBInstance.create(join(folder, "a.duckdb"));
    const connection = await instance.connect();
    await connection.run(`CREATE TABLE keys AS SELECT '${mark}' || range AS key FROM range(2000)`);
    await connection.run(`COPY keys TO '${join(folder, "a.parquet")}' (FORMAT parquet, COMPRESSION zstd)`);
    connection.closeSync();
    instance.closeSync();
    expect(await marked(folder)).toEqual(["a.duckdb", "a.parquet", "page.html"]);
    rmSync(folder, {recursive: true});
  });

  test("says how far the published rows single customers out, and where", () => {
    expect(own.output).toMatch(
      /^alllife: rows are published in groups; the smallest has \d\d customers, and 0% are unique/m,
    );
    expect(own.output).toMatch(/^card-usage: rows are published in groups; the smallest has \d\d customers/m);
    expect(sample.output).toMatch(/^alllife: exact rows are published, of a synthetic sample/m);
    const quality = readFileSync(join(dist, "review/data-quality.html"), "utf8");
    expect(quality).toMatch(/The smallest group has \d\d customers, and 0% of the rows are unique\./);
    expect(readFileSync(join(dist, "alllife/segments.html"), "utf8")).toContain(
      "published in groups of at least ten",
    );
  });

  test.each(["alllife", "card-usage"])(
    "publishes no row of %s that fewer than ten customers share, and no count below ten",
    async (dataset) => {
      const instance = await DuckDBInstance.create(":memory:");
      const connection = await instance.connect();
      const one = async (sql: string) => Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0]);
      const parquet = (table: string) => `read_parquet('${join(dist, `data/${dataset}/${table}.parquet`)}')`;
      const columns = `SELECT * EXCLUDE (customer_id, row_number) FROM ${parquet("customers")}`;
      expect(
        await one(`SELECT min(n) FROM (SELECT count(*) AS n FROM (${columns}) GROUP BY ALL)`),
      ).toBeGreaterThanOrEqual(10);
      expect(await one(`SELECT count(customer_id) FROM ${parquet("customers")}`)).toBe(0);
      for (const table of [
        "distributions",
        "cluster_agreement",
        "k_flows",
        "k_clusters",
        "category_bands",
        "risk_confusion",
      ]) {
        if (!existsSync(join(dist, `data/${dataset}/${table}.parquet`))) continue;
        const counts = table === "risk_confusion" ? ["true_positives", "false_negatives"] : ["customers"];
        for (const count of counts)
          expect(
            await one(`SELECT count(*) FROM ${parquet(table)} WHERE ${count} BETWEEN 1 AND 9`),
            `${table}.${count}`,
          ).toBe(0);
      }
      for (const table of ["ward_merges", "action_targets"])
        if (existsSync(join(dist, `data/${dataset}/${table}.parquet`)))
          expect(await one(`SELECT count(*) FROM ${parquet(table)}`), table).toBe(0);
      connection.closeSync();
      instance.closeSync();
    },
  );

  test("prints the figures of the exact rows: those of the same rows as a sample", async () => {
    const exact = await readManifest((await builtSite()).folder);
    const manifest = await readManifest(dist);
    const differing = Object.entries(exact?.figures ?? {}).filter(
      ([id, {value}]) =>
        // the edition is named after the input file, and a made-up sample has no date
        !/\.input\.(edition|as-of)$/.test(id) &&
        // rows of the sample are printed, those of a real file are customers
        !/^\w+\.(first|scaled)\./.test(id) &&
        JSON.stringify(manifest?.figures[id].value) !== JSON.stringify(value),
    );
    expect(differing).toEqual([]);
  });

  test("lets readers recompute on the published rows, and says so", async () => {
    const {url, close} = await serveFiles(dist, sendsRanges);
    const {page, close: leave} = await visit(browser, `${url}alllife/segments.html`);
    await page.getByRole("button", {name: "Recompute this page in your browser"}).click();
    const summary = page.locator(".recompute-page [role=status]");
    await expect
      .poll(() => summary.textContent(), {timeout: 90_000})
      .toMatch(
        /^\d+ of \d+ agree, recomputed here in [\d.]+ seconds\. \d+ need exact rows, which are not published/,
      );
    expect(await page.locator(".recompute-page li").allTextContents()).toEqual([]);
    const evidence: EvidenceFile = JSON.parse(readFileSync(join(dist, "data/evidence.json"), "utf8"));
    const differing = Object.values(evidence.queries).filter((query) => query?.published !== undefined);
    expect(differing.length).toBeGreaterThan(0);
    await leave();
    close();
  });

  test("and shows every page without a mistake on a phone", async () => {
    const {url, close} = await serveFiles(dist, sendsRanges);
    const viewport = {width: 390, height: 844};
    for (const file of (await filesBelow(dist)).filter(isPage)) {
      const {page, problems, close: leave} = await visit(browser, `${url}${file}`, {viewport});
      expect(problems, file).toEqual([]);
      expect(await page.locator(".observablehq--error").allTextContents(), file).toEqual([]);
      await leave();
    }
    close();
  });
});
