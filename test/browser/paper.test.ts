import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {JSDOM} from "jsdom";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {gatherReport, type Report} from "../../data-loaders/site/paper/gatherReport.js";
import {thisMachine} from "../../data-loaders/site/paper/installedBrowser.js";
import {printDocument} from "../../data-loaders/site/paper/printDocument.js";
import {printReport} from "../../data-loaders/site/paper/printReport.js";
import {singleFile} from "../../data-loaders/site/paper/singleFile.js";
import {findBrowser, launchBrowser} from "../setup/browser.js";
import {builtSite} from "../setup/builtSite.js";
import {printedPages} from "../setup/printedPages.js";

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
    report = await gatherReport(folder, (path) => /^(score|explore|lab)\.html$|^review\//.test(path));
    pdf = await printReport(report, {...thisMachine, env: {CHROMIUM_PATH: findBrowser()}});
  });

  test("is tagged, has an outline and live links, and its contents name the pages", () => {
    const text = Buffer.from(pdf).toString("latin1");
    expect(text).toContain("/MarkInfo");
    expect(text).toContain("/Outlines");
    expect(text).toMatch(/\/Subtype \/Link/);
    for (const {id} of report.sections) expect(text).toContain(`/${id} [`);
  });

  test("leaves no page half empty but the last of a chapter", () => {
    const text = Buffer.from(pdf).toString("latin1");
    const pages = printedPages(pdf);
    const starts = new Set(
      report.sections
        .filter(({chapter}, index) => index === 0 || chapter !== report.sections[index - 1].chapter)
        .map(({id}) => new RegExp(`/${id} \\[(\\d+) 0 R /XYZ`).exec(text)?.[1]),
    );
    const first = pages.findIndex(({object}) => starts.has(object));
    const empty = pages
      .map(({baselines}, index) => ({
        page: index + 1,
        // the page number stands below the text's area, which ends at 277 mm and is 255 mm high
        share: (277 - Math.max(22, ...baselines.filter((y) => y < 277))) / 255,
      }))
      .filter(
        (_, index) => index >= first && index + 1 < pages.length && !starts.has(pages[index + 1].object),
      );
    expect(empty.length).toBeGreaterThan(40);
    expect(empty.filter(({share}) => share > 0.4)).toEqual([]);
  });

  test("has no title whose drawing or form is missing, and sets charts that follow one another side by side", () => {
    const page = new JSDOM(printDocument(report)).window.document;
    for (const chart of page.querySelectorAll("article .chart"))
      expect(chart.querySelector("svg"), chart.textContent ?? "").not.toBeNull();
    for (const heading of page.querySelectorAll("article > :is(h2, h3)")) {
      const next = heading.nextElementSibling;
      expect(next, heading.textContent ?? "").not.toBeNull();
      expect(next?.matches("h1, h2") && heading.tagName === "H2", heading.textContent ?? "").toBe(false);
    }
    const pairs = Array.from(page.querySelectorAll(".chart-pair"), ({children}) => children.length);
    expect(pairs.length).toBeGreaterThan(3);
    expect(new Set(pairs)).toEqual(new Set([2]));
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
