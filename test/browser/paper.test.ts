import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {gatherReport, type Report} from "../../data-loaders/site/paper/gatherReport.js";
import {thisMachine} from "../../data-loaders/site/paper/installedBrowser.js";
import {printReport} from "../../data-loaders/site/paper/printReport.js";
import {singleFile} from "../../data-loaders/site/paper/singleFile.js";
import {findBrowser, launchBrowser} from "../setup/browser.js";
import {builtSite} from "../setup/builtSite.js";

const {folder} = await builtSite();
const made = mkdtempSync(join(tmpdir(), "cardlens-paper-"));
afterAll(() => rmSync(made, {recursive: true}));

describe("the report as one file", () => {
  test("opens from the disk without scripts, holds every figure of its pages, and stays small", async () => {
    const html = singleFile(await gatherReport(folder, (path) => /^(score|explore)\.html$/.test(path)));
    expect(html.length).toBeLessThan(5e6);
    const path = join(made, "report.html");
    writeFileSync(path, html);
    const browser = await launchBrowser();
    const page = await browser.newPage({javaScriptEnabled: false});
    const problems: string[] = [];
    page.on("console", (message) => problems.push(message.text()));
    page.on("requestfailed", (request) => problems.push(request.url()));
    await page.goto(pathToFileURL(path).href);
    expect(await page.locator("article data[data-figure]").count()).toBeGreaterThan(500);
    expect(await page.locator("article .chart svg").count()).toBeGreaterThan(50);
    expect(await page.locator("script, form, button, .evidence-mark").count()).toBe(0);
    const dead = await page
      .locator('a[href^="#"]')
      .evaluateAll((links) =>
        links
          .map((link) => link.getAttribute("href") ?? "")
          .filter((href) => document.getElementById(decodeURIComponent(href.slice(1))) === null),
      );
    expect(dead).toEqual([]);
    expect(problems).toEqual([]);
    await browser.close();
  });
});

describe("the report on paper", () => {
  let report: Report;
  let pdf: Uint8Array;
  beforeAll(async () => {
    const all = await gatherReport(folder, (path) => /^(score|explore)\.html$|^review\//.test(path));
    // the front page and a chapter's first pages: the rest is made in the same way
    report = {...all, sections: all.sections.slice(0, 4)};
    pdf = await printReport(report, {...thisMachine, env: {CHROMIUM_PATH: findBrowser()}});
  });

  test("is tagged, has an outline and live links, and its contents name the pages", () => {
    const text = Buffer.from(pdf).toString("latin1");
    expect(text).toContain("/MarkInfo");
    expect(text).toContain("/Outlines");
    expect(text).toMatch(/\/Subtype \/Link/);
    for (const {id} of report.sections) expect(text).toContain(`/${id} [`);
  });

  test("holds no time of its making, so that the same report is the same file", () => {
    const text = Buffer.from(pdf).toString("latin1");
    expect(text).toContain("/CreationDate (D:20000101000000");
    expect(text).not.toContain(`D:${new Date().getUTCFullYear()}`);
  });

  test("says so where there is no browser", async () => {
    await expect(printReport(report, {...thisMachine, isExecutable: () => false, env: {}})).rejects.toThrow(
      "printing needs Chromium, Chrome or Edge, and none was found",
    );
  });
});

test("says what to do where nothing is built", async () => {
  await expect(gatherReport(made, () => false)).rejects.toThrow("run npm run build first");
});
