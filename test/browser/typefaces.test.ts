import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {launchBrowser} from "../setup/browser.js";
import {builtSite} from "../setup/builtSite.js";
import {type Visit, visit} from "../setup/visit.js";

const {url} = await builtSite();

let browser: Browser;
let open: Visit;
beforeAll(async () => {
  browser = await launchBrowser();
  open = await visit(browser, `${url}alllife/risk.html`);
});
afterAll(() => browser?.close());

test.each([
  ["Inter", 400],
  ["Inter", 600],
  ["Inter", 700],
  ["Source Serif", 400],
  ["Source Serif", 700],
])(
  "%s %i and the system font in its place take the same room, within two in a hundred",
  async (family, weight) => {
    const ratio = await open.page.evaluate(
      async ({family, weight}) => {
        const prose = Array.from(
          document.querySelectorAll("main > :is(p, ul, h1, h2)"),
          (part) => part.textContent,
        );
        const text = prose.join(" ").replace(/\s+/g, " ");
        const context = document.createElement("canvas").getContext("2d");
        const width = async (name: string) => {
          const faces = Array.from(document.fonts).filter((face) => face.family.replaceAll('"', "") === name);
          // of the system's fonts some are not installed
          const loaded = await Promise.allSettled(faces.map((face) => face.load()));
          if (context === null || !loaded.some(({status}) => status === "fulfilled")) return undefined;
          context.font = `${weight} 100px "${name}"`;
          return context.measureText(text).width;
        };
        const [own, system] = [await width(family), await width(`${family} Fallback`)];
        return own === undefined || system === undefined ? undefined : own / system;
      },
      {family, weight},
    );
    expect(
      ratio,
      "neither Arial nor Times New Roman, nor a font with their metrics, is installed",
    ).toBeDefined();
    expect(ratio).toBeGreaterThan(0.98);
    expect(ratio).toBeLessThan(1.02);
  },
);

/** Opens the front page and tells how long its text was hidden, in milliseconds, and whether its typefaces were there then. */
async function waited(browser: Browser, areFontsThere: boolean): Promise<{hidden: number; loaded: boolean}> {
  const page = await browser.newPage();
  if (!areFontsThere) await page.route("**/*.woff2", () => {});
  await page.addInitScript(() => {
    let since = 0;
    new MutationObserver(() => {
      if (document.documentElement.dataset.fonts === "awaited") since = performance.now();
      else
        Object.assign(window, {
          waited: {hidden: performance.now() - since, loaded: document.fonts.check('1em "Inter"')},
        });
    }).observe(document, {attributes: true, subtree: true, attributeFilter: ["data-fonts"]});
  });
  await page.goto(url, {waitUntil: "commit"});
  const found = await page.waitForFunction(() => "waited" in window && window.waited);
  const result: {hidden: number; loaded: boolean} = JSON.parse(JSON.stringify(await found.jsonValue()));
  expect(await page.evaluate(() => getComputedStyle(document.body).visibility)).toBe("visible");
  await page.close();
  return result;
}

test("text waits for its typefaces, and is there without them after a moment", async () => {
  expect(await waited(browser, true)).toMatchObject({loaded: true});
  const without = await waited(browser, false);
  expect(without.loaded).toBe(false);
  expect(without.hidden).toBeGreaterThan(290);
});
