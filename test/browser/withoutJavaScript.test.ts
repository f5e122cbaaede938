import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {readManifest} from "../../data-loaders/edition/manifest.js";
import {launchBrowser} from "../setup/browser.js";
import {builtSite} from "../setup/builtSite.js";
import {type Visit, visit} from "../setup/visit.js";

const {folder, url} = await builtSite();
const manifest = await readManifest(folder);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each([1280, 390])("the executive summary without JavaScript, %i px wide", (width) => {
  let summary: Visit;
  beforeAll(async () => {
    summary = await visit(browser, url, {javaScriptEnabled: false, viewport: {width, height: 900}});
  });
  afterAll(() => summary?.close());

  test("shows every number", async () => {
    const figures = summary.page.locator("main data[data-figure]");
    const shown = await figures.evaluateAll((elements) =>
      elements.map((element) => ({
        id: element.getAttribute("data-figure") ?? "",
        text: element.textContent ?? "",
        format: element.getAttribute("data-format"),
        width: element.getBoundingClientRect().width,
      })),
    );
    expect(shown.length).toBeGreaterThan(20);
    for (const {id, text, format, width} of shown) {
      expect(width, `${id} is visible`).toBeGreaterThan(0);
      // what is printed in a page's own format: test/site/figures.test.ts
      if (format === null) expect(text, id).toBe(manifest?.figures[id].text);
      expect(text, id).toMatch(/\S/);
    }
    expect(await summary.page.locator("main").textContent()).toContain("660");
  });

  test("shows every conclusion, and none that the data contradict", async () => {
    const claims = summary.page.locator("main .claim");
    expect(await claims.count()).toBeGreaterThan(8);
    for (const claim of await claims.all()) expect(await claim.isVisible()).toBe(true);
    expect(await summary.page.locator("mark.claim").count()).toBe(0);
    expect(Object.values(manifest?.claims ?? {})).not.toContain("fails");
  });

  test("shows its charts, each drawn once at the width that fits", async () => {
    const charts = summary.page.locator("main figure.chart");
    expect(await charts.count()).toBeGreaterThan(0);
    for (const chart of await charts.all()) {
      const drawings = await chart.locator("svg").filter({visible: true}).all();
      expect(drawings.length).toBeGreaterThan(0);
      for (const drawing of drawings) {
        const box = await drawing.boundingBox();
        expect(box?.width).toBeGreaterThan(200);
        expect(box?.width).toBeLessThanOrEqual(width);
        expect(await drawing.locator("path, rect, circle, line").count()).toBeGreaterThan(0);
      }
      expect(await chart.locator("[role=img]").getAttribute("aria-label")).toMatch(/\d/);
      expect(await chart.locator("details table tr").count()).toBeGreaterThan(1);
    }
  });

  test("asks for nothing but itself, its style and its typefaces", () => {
    // The browser names the scripts that it was told not to run.
    expect(summary.problems.filter((problem) => !problem.endsWith(".js (csp)"))).toEqual([]);
    for (const request of summary.requests)
      expect(request.slice(url.length)).toMatch(/^$|\.(css|woff2|js)(\?|$)/);
  });
});

test.each(["score", "explore", "alllife/recommendations", "card-usage/risk"])(
  "%s promises nothing without JavaScript that is not there: no heading over nothing, no search",
  async (name) => {
    const {page, close} = await visit(browser, `${url}${name}.html`, {javaScriptEnabled: false});
    const empty = await page.locator("#observablehq-main :is(h2, h3)").evaluateAll((headings) =>
      headings
        .filter((heading) => heading.checkVisibility())
        .filter((heading) => {
          let next = heading.nextElementSibling;
          while (next !== null && !(next.checkVisibility() && next.textContent?.trim() !== ""))
            next = next.nextElementSibling;
          return next === null || /^H[1-3]$/.test(next.tagName);
        })
        .map(({textContent}) => textContent),
    );
    expect(empty).toEqual([]);
    expect(await page.locator("#observablehq-search").isVisible()).toBe(false);
    await close();
  },
);
