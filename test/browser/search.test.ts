import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {launchBrowser} from "../setup/browser.js";
import {builtSite} from "../setup/builtSite.js";
import {type Visit, visit} from "../setup/visit.js";

const {url} = await builtSite();

let browser: Browser;
let front: Visit;
beforeAll(async () => {
  browser = await launchBrowser();
  front = await visit(browser, url);
});
afterAll(() => browser?.close());

/** What the search lists, each as place and sentence. */
async function hits(query: string): Promise<{place: string; sentence: string}[]> {
  await front.page.locator("#observablehq-search input").fill(query);
  await front.page.locator("#observablehq-search-results p").waitFor();
  return front.page.locator(".search-hits li").evaluateAll((items) =>
    items.map((item) => ({
      place: item.querySelector(".search-place")?.textContent ?? "",
      sentence: item.querySelector(".search-sentence")?.textContent ?? "",
    })),
  );
}

describe("the search", () => {
  test.each([
    ["ROC", /Risk|Glossary/],
    ["elbow", /Clustering|Glossary/],
    ["dendrogram", /Clustering|Glossary/],
    ["PCA", /components/i],
    ["heatmap", /correlation/i],
  ])("knows %s", async (query, place) => {
    const found = await hits(query);
    expect(`${found[0]?.place} ${found[0]?.sentence}`).toMatch(place);
  });

  test("knows titles of charts and labels of figures, and ranks the summary first", async () => {
    expect((await hits("mean silhouette is highest")).some(({place}) => place.includes("Clustering"))).toBe(
      true,
    );
    const labels = await hits("Name of the segment phone");
    expect(labels[0].place).toContain("Figures");
    expect((await hits("branch visitors"))[0].place).toMatch(/summary/i);
  });

  test("shows a hit in its sentence and jumps there, by keyboard", async () => {
    const {page, problems} = front;
    await hits("Ward's tree joins");
    const sentence = await page.locator(".search-hits li[data-chosen] .search-sentence").textContent();
    expect(await page.locator(".search-hits li[data-chosen] mark").first().textContent()).toMatch(/ward/i);
    await page.locator("#observablehq-search input").press("Enter");
    await page.waitForURL(/clustering/);
    const place = page
      .getByText(
        sentence
          ?.replaceAll(/^… | …$/g, "")
          .split(" ")
          .slice(0, 4)
          .join(" ") ?? "",
      )
      .first();
    await expect
      .poll(() => place.evaluate((it) => it.getBoundingClientRect().top), {timeout: 5_000})
      .toBeLessThan(900);
    expect(await place.evaluate((it) => it.getBoundingClientRect().bottom)).toBeGreaterThan(0);
    expect(await page.evaluate(() => scrollY), "it is far down").toBeGreaterThan(900);
    expect(problems).toEqual([]);
  });
});

test("an address that is none answers with a page that leads back, below any path", async () => {
  const page = await browser.newPage();
  await page.route("**/nowhere/at/all", async (route) =>
    route.fulfill({status: 404, response: await route.fetch({url: `${url}404.html`})}),
  );
  await page.goto(`${url}nowhere/at/all`);
  await expect.poll(() => page.locator("a").evaluate((link: HTMLAnchorElement) => link.href)).toBe(url);
  await page.close();
});

test("a page says what it is about, to programs that show a link", async () => {
  const description = await front.page.locator('meta[name="description"]').getAttribute("content");
  expect(description?.length).toBeGreaterThan(40);
  expect(await front.page.locator('meta[property="og:title"]').getAttribute("content")).not.toBe("");
});

test("the foot of a page leads to the next, and says which chapter begins there", async () => {
  const page = await browser.newPage();
  await page.goto(`${url}alllife/model-card.html`);
  const foot = page.locator("#observablehq-footer nav a");
  expect(await foot.allTextContents()).toEqual(["Recommendations", "Card usage: Summary"]);
  await foot.last().click();
  await page.waitForURL(/card-usage/);
  await page.close();
});
