import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {launchBrowser} from "../setup/browser.js";
import {builtSite} from "../setup/builtSite.js";
import {visit} from "../setup/visit.js";

const {url} = await builtSite();

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const phone = {viewport: {width: 390, height: 844}};
const isEngine = (request: string) => /\.wasm|\.duckdb/.test(request);

async function recompute(page: Page): Promise<string | null> {
  await page.locator("dialog .primary").click();
  await page.locator("dialog [data-agrees]").waitFor({timeout: 60_000});
  return page.locator("dialog .recompute p").textContent();
}

describe("a number in a page", () => {
  test("is reached by keyboard, shows where it comes from, and agrees with the reader's browser", async () => {
    const {page, requests, close} = await visit(browser, url, phone);
    const figure = page.locator('data[data-figure="alllife.premium.share"][role=button]').first();
    await figure.focus();
    await page.keyboard.press("Enter");
    await page.locator("dialog dl").first().waitFor();
    const facts = await page.locator("dialog dl").allInnerTexts();
    for (const part of ["7.6%", "0.0757", "SELECT share", "alllife.segments", "alllife.sample.csv, 660 rows"])
      expect(facts.join("\n")).toContain(part);
    expect(facts.join("\n")).toMatch(/SHA-256\s+[0-9a-f]{64}/);
    const box = await page.locator("dialog").boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.width ?? 999) <= 390).toBe(true);
    expect(requests.filter(isEngine)).toEqual([]);
    expect(await recompute(page)).toMatch(/^Agrees: your browser computes 7\.6%/);
    expect(requests.filter(isEngine).length).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({state: "detached"});
    expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true);
    await close();
  });

  test("differs, and by how much, where the page prints something else", async () => {
    const {page, close} = await visit(browser, url);
    const figure = page.locator('data[data-figure="alllife.premium.share"][role=button]').first();
    await figure.evaluate((element) => {
      element.textContent = "8.6%";
    });
    await figure.click();
    expect(await recompute(page)).toMatch(/^Differs.*computes 7\.6%.*the page prints 8\.6%/);
    await close();
  });
});

test("a sentence shows its result, the strength of its evidence, and the figures behind it", async () => {
  const {page, close} = await visit(browser, url);
  const claim = page.locator('[data-claim="alllife.premium-online"] + .evidence-mark').first();
  await claim.press("Enter");
  await page.locator("dialog dl").first().waitFor();
  expect(await page.locator("dialog h2").evaluate((title) => title === document.activeElement)).toBe(true);
  const [facts] = await page.locator("dialog").allInnerTexts();
  expect(facts).toMatch(/Close\s*Result\s*Holds\s*Recompute here/);
  expect(facts).toContain("It describes these customers");
  expect(facts).toContain("alllife.segment_profiles: ");
  expect(facts).toMatch(/Other analyses\s*Holds in \d+ of \d+ other reasonable analyses/);
  expect(await recompute(page)).toBe("Agrees: in your browser the statement holds.");
  await page.keyboard.press("Escape");
  expect(await claim.evaluate((element) => element === document.activeElement)).toBe(true);
  await close();
});

test("claims are sorted by the share of other analyses in which they hold, and say on what they hang", async () => {
  const {page, close} = await visit(browser, `${url}review/claims.html`);
  await page.getByRole("button", {name: "Other analyses"}).click();
  const cells = await page.locator('td[data-column="Other analyses"]').allTextContents();
  const share = (cell: string) => {
    const [, holds, all] = /^(\d+) of (\d+)/.exec(cell) ?? [];
    return Number(holds) / Number(all);
  };
  const shares = cells.map(share).filter((one) => !Number.isNaN(one));
  expect(shares.length).toBeGreaterThan(200);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares[0]).toBeLessThan(0.5);
  expect(cells.join("\n")).toMatch(/fails in every analysis with 4 groups/);
  expect(cells.at(-1)).toMatch(/^not (affected|tested)$|^nothing to test$/);
  await close();
});

test("the curve of other analyses has a dot for each, and its data as a table", async () => {
  const {page, close} = await visit(browser, `${url}review/other-analyses.html`, phone);
  for (const chapter of await page.locator("figure").all()) {
    const dots = await chapter.locator(".chart-narrow [aria-label=dot] circle").count();
    expect(dots).toBeGreaterThan(30);
    await chapter.locator("summary").click();
    expect(await chapter.locator("tbody tr").count()).toBe(dots);
  }
  expect(await page.locator("figure").count()).toBe(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await close();
});

test("marks are quiet until the evidence is asked for, move nothing, and the choice is remembered", async () => {
  const {page, close} = await visit(browser, url);
  const isShown = () =>
    page
      .locator(".evidence-mark")
      .first()
      .evaluate((mark) => getComputedStyle(mark, "::after").opacity === "1");
  const places = () =>
    page.locator("#observablehq-main p").evaluateAll((all) => all.map((p) => p.getBoundingClientRect().top));
  const stops = () => page.locator("[data-evidence-stop]:not([tabindex='-1'])").count();
  expect([await isShown(), await stops()]).toEqual([false, 0]);
  const before = await places();
  await page.getByRole("button", {name: "Show the evidence"}).press("Enter");
  expect(await isShown()).toBe(true);
  expect(await stops()).toBeGreaterThan(10);
  expect(await places()).toEqual(before);
  await page.reload();
  await page.locator("#evidence-switch[aria-pressed=true]").waitFor();
  expect(await isShown()).toBe(true);
  await close();
});

test("a whole page is recomputed with one button", async () => {
  const {page, close} = await visit(browser, url);
  await page.locator("section[data-recompute] button").click();
  const summary = page.locator("section[data-recompute] p");
  await summary.filter({hasText: "agree,"}).waitFor({timeout: 60_000});
  expect(await summary.textContent()).toMatch(/^(\d+) of \1 agree/);
  await close();
});

test.each(["figures", "claims", "sources", "benchmarks"])(
  "every query of the %s agrees in the reader's browser",
  async (name) => {
    const {page, close} = await visit(browser, `${url}review/${name}.html`);
    await page.locator(".review-tools .recompute-page button").click();
    const summary = page.locator(".recompute-page p");
    await summary.filter({hasText: "agree,"}).waitFor({timeout: 150_000});
    expect(await page.locator(".recompute-page").textContent()).toMatch(/(\d+) of \1 agree/);
    await close();
  },
  200_000,
);

test("the list of figures can be searched and sorted", async () => {
  const {page, close} = await visit(browser, `${url}review/figures.html`);
  await page.locator(".review-tools input").fill("alllife.premium.share-of-credit");
  expect(await page.locator(".review-table tbody tr:visible").count()).toBe(1);
  await page.locator(".review-tools input").fill("");
  expect(await page.locator("details.review-group[open]").count()).toBe(0);
  await page.locator(".review-tools select").selectOption("alllife/exploration");
  expect(await page.locator("details.review-group:visible").count()).toBe(1);
  const values = () =>
    page
      .locator(".review-table tbody tr:visible")
      .evaluateAll((rows) =>
        rows.slice(0, 3).map((row) => Number(row.children[1].getAttribute("data-sort"))),
      );
  await page.locator(".review-table th:visible button").nth(1).click();
  const [first, second, third] = await values();
  expect(first <= second && second <= third).toBe(true);
  expect(await page.locator(".review-table th:visible").nth(1).getAttribute("aria-sort")).toBe("ascending");
  await close();
});

test("the list of figures shows all its columns, without scrolling, on a wide screen", async () => {
  const {page, close} = await visit(browser, `${url}review/figures.html`);
  await page.setViewportSize({width: 1280, height: 900});
  const cutOff = await page.locator("details.review-group").evaluateAll((groups) =>
    groups.flatMap((group) => {
      group.toggleAttribute("open", true);
      const table = group.querySelector(".review-table");
      return table !== null && table.scrollWidth > table.clientWidth + 1 ? [table.ariaLabel] : [];
    }),
  );
  expect(cutOff).toEqual([]);
  await close();
});

test("a search in what the sources said hides the groups in which it finds nothing", async () => {
  const {page, close} = await visit(browser, `${url}review/sources.html`);
  const groups = page.locator(".review-group:visible h2");
  expect(await groups.first().textContent()).toContain("Errors that would change a decision");
  expect(await groups.count()).toBe(4);
  await page.locator(".review-tools input").fill("Media Managers");
  expect(await groups.allTextContents()).toEqual(["Statements that cannot be tested"]);
  await page.locator(".review-tools input").fill("");
  await page.locator(".review-tools select").selectOption("Points of detail that do not hold");
  expect(await groups.allTextContents()).toEqual(["Points of detail that do not hold"]);
  await close();
});

test("without JavaScript there is nothing to touch, and all is there to read", async () => {
  const {page, close} = await visit(browser, `${url}review/figures.html`, {javaScriptEnabled: false});
  expect(await page.locator("[role=button], button:visible").count()).toBe(0);
  expect(await page.locator("data[data-figure]").count()).toBeGreaterThan(50);
  await close();
});
