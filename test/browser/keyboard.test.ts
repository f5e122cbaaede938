import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {launchBrowser} from "../setup/browser.js";
import {builtSite} from "../setup/builtSite.js";
import {visit} from "../setup/visit.js";

const {url} = await builtSite();

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Where the focus is: the part of the page. */
function part(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const parts = {
      sidebar: "#observablehq-sidebar :is(a, summary)",
      contents: "#observablehq-toc a",
      rows: ".review-table tbody *",
      tables: "#published-tables *",
      heading: ":is(h1, h2, h3, h4) > .observablehq-header-anchor",
    };
    for (const [name, selector] of Object.entries(parts)) if (focused?.matches(selector)) return name;
    return focused === document.body ? "none" : "other";
  });
}

/** The parts through which Tab goes, from the top of the page to its bottom. */
async function stops(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (let step = 0; step < 200; step++) {
    await page.keyboard.press("Tab");
    const at = await part(page);
    if (at === "none") return found;
    found.push(at);
  }
  throw new Error(`more than ${found.length} stops`);
}

test.each([
  ["", 30, ["sidebar"]],
  ["alllife/risk.html", 45, ["sidebar", "contents"]],
  ["alllife/recommendations.html", 85, ["sidebar", "contents"]],
  ["explore.html", 30, ["sidebar", "tables"]],
  ["review/claims.html", 20, ["sidebar", "rows"]],
  ["glossary.html", 15, ["sidebar"]],
])("%s is walked by keyboard in at most %i stops, its lists in one each", async (path, most, lists) => {
  const {page, close} = await visit(browser, url + path);
  const walked = await stops(page);
  expect(walked.length, walked.join()).toBeLessThanOrEqual(most);
  expect(walked).not.toContain("heading");
  for (const list of lists) expect(walked.filter((at) => at === list).length, list).toBe(1);
  await close();
});

test("within a list the arrow keys move, and Tab comes back to where one was", async () => {
  const {page, close} = await visit(browser, `${url}alllife/risk.html`);
  const current = page.locator("#observablehq-sidebar .observablehq-link-active a");
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  await page.locator("#observablehq-search input").focus();
  await page.keyboard.press("Tab");
  expect(await focused()).toBe(await current.textContent());
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe("Recommendations");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("Recommendations");
  await page.keyboard.press("Home");
  expect(await focused()).toBe(await page.locator("#observablehq-sidebar a").first().textContent());
  await close();
});

test("a row that a search leaves can be reached", async () => {
  const {page, close} = await visit(browser, `${url}review/claims.html`);
  await page.getByLabel("Search", {exact: true}).fill("alllife.premium-online");
  await page.getByRole("button", {name: "Query"}).focus();
  await page.keyboard.press("Tab");
  expect(await part(page)).toBe("rows");
  expect(await page.evaluate(() => document.activeElement?.closest("tr")?.hidden)).toBe(false);
  await close();
});
