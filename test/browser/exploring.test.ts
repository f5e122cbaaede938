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

describe("the charts that readers work with, AllLife", () => {
  test("a rectangle dragged in one panel of the scatter matrix marks the same customers in every panel", async () => {
    const {page, problems, close} = await visit(browser, `${url}alllife/exploration.html`);
    const brush = page.locator(".scatter-matrix .overlay").first();
    await brush.scrollIntoViewIfNeeded();
    const box = await brush.boundingBox();
    if (box === null) throw new Error("the scatter matrix is not shown");
    await page.mouse.move(box.x + box.width * 0.4, box.y + 4);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 4, box.y + box.height * 0.5, {steps: 4});
    await page.mouse.up();
    const said = await page.locator(".scatter-matrix p").textContent();
    const marked = Number(said?.replace(" customers marked.", ""));
    expect(marked).toBeGreaterThan(0);
    expect(marked).toBeLessThan(660);
    const panels = await page
      .locator(".scatter-matrix g.panel")
      .evaluateAll((all) => all.map((panel) => panel.querySelectorAll('circle[fill-opacity="0.95"]').length));
    expect(panels).toEqual(Array(10).fill(marked));
    expect(problems).toEqual([]);
    await close();
  });

  test("the filter draws all charts again for the chosen customers", async () => {
    const {page, problems, close} = await visit(browser, `${url}alllife/exploration.html`);
    const charts = () =>
      page.locator(".explorer [role=img]").evaluateAll((all) => all.map(({innerHTML}) => innerHTML));
    const before = await charts();
    await page.locator(".customer-filter").getByLabel("Premium online").uncheck();
    await page.getByText(/^610 customers, 92% of all/).waitFor();
    const after = await charts();
    expect(before.length).toBe(9);
    expect(after.length).toBe(9);
    for (const [i, chart] of after.entries()) expect(chart, `chart ${i}`).not.toBe(before[i]);
    expect(problems).toEqual([]);
    await close();
  });

  test("Pearson's correlations stand below the diagonal, as in the chart of all customers", async () => {
    const {page, close} = await visit(browser, `${url}alllife/exploration.html`);
    const numbers = (chart: string) =>
      page
        .locator(chart)
        .first()
        .evaluate((element) =>
          Array.from(element.querySelectorAll("text"), ({textContent}) => textContent ?? "").filter((text) =>
            /^−?\d\.\d\d$/.test(text),
          ),
        );
    const ofAll = await numbers('figure[data-chart="alllife.correlations"] .chart-wide');
    const ofChosen = await numbers('.explorer [aria-label^="Heat map"]');
    expect(ofChosen.length).toBe(20);
    expect(await placed(page, '.explorer [aria-label^="Heat map"]')).toEqual(
      await placed(page, 'figure[data-chart="alllife.correlations"] .chart-wide'),
    );
    expect([...ofChosen].sort()).toEqual([...ofAll].sort());
    await close();
  });

  test("the tree's cut moves by mouse and keys, and recolours the dots", async () => {
    const {page, problems, close} = await visit(browser, `${url}alllife/clustering.html`);
    const cut = page.getByRole("slider", {name: "Number of clusters that the tree is cut into"});
    // the tree waits for the dots above it, and then for a reader who comes near
    await page.locator(".room-tree").scrollIntoViewIfNeeded();
    await cut.waitFor();
    const sizes = () => page.locator(".cut-sizes").textContent();
    const dotColours = () =>
      page
        .locator('[role=img][aria-label^="One dot"] circle')
        .evaluateAll((dots) => new Set(dots.map((dot) => dot.getAttribute("fill"))).size);
    await page.getByLabel("Cut of the tree below").check();
    await expect.poll(dotColours).toBe(3);
    await cut.press("ArrowDown");
    await expect.poll(() => cut.getAttribute("aria-valuenow")).toBe("4");
    await expect.poll(dotColours).toBe(4);
    await cut.scrollIntoViewIfNeeded();
    const box = await cut.boundingBox();
    if (box === null) throw new Error("the cut is not shown");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y - 200, {steps: 8});
    await page.mouse.up();
    expect(Number(await cut.getAttribute("aria-valuenow"))).toBe(1);
    await expect.poll(sizes).toContain("660");
    expect(problems).toEqual([]);
    await close();
  });
});

/** Each cell's interval by its place in the heat map, so that the two sides of the diagonal are told apart. */
const placed = (page: Page, chart: string) =>
  page
    .locator(chart)
    .first()
    .evaluate((element) => {
      const cells = Array.from(element.querySelectorAll("rect"), (cell) => ({
        x: Number(cell.getAttribute("x")),
        y: Number(cell.getAttribute("y")),
        method: cell.querySelector("title")?.textContent?.match(/Pearson|Spearman/)?.[0],
      })).filter(({method}) => method !== undefined);
      const xs = [...new Set(cells.map(({x}) => x))].sort((a, b) => a - b);
      const ys = [...new Set(cells.map(({y}) => y))].sort((a, b) => a - b);
      return cells.map(({x, y, method}) => `${ys.indexOf(y)},${xs.indexOf(x)} ${method}`).sort();
    });

const chapter = [
  "data-quality",
  "exploration",
  "preparation",
  "clustering",
  "segments",
  "risk",
  "recommendations",
];

describe.each(chapter)("alllife/%s", (name) => {
  test("each drawn chart has a title, labelled axes, a text and its data", async () => {
    const {page, close} = await visit(browser, `${url}alllife/${name}.html`, {javaScriptEnabled: false});
    const charts = await page.locator("figure.chart").evaluateAll((all) =>
      all.map((chart) => ({
        id: chart.getAttribute("data-chart") ?? "",
        title: chart.querySelector("figcaption")?.textContent ?? "",
        text: chart.querySelector("[role=img]")?.getAttribute("aria-label") ?? "",
        axes: chart.querySelectorAll('.chart-wide g[aria-label$="axis label"]').length,
        rows: chart.querySelectorAll("details table tbody tr").length,
      })),
    );
    expect(charts.length).toBeGreaterThan(0);
    for (const {id, title, text, axes, rows} of charts) {
      expect(title.split(" ").length, `${id}: title`).toBeGreaterThan(3);
      expect(text.length, `${id}: text`).toBeGreaterThan(40);
      // the names of variables label both axes of a heat map
      if (!id.startsWith("alllife.correlations")) expect(axes, `${id}: axes`).toBeGreaterThan(0);
      expect(rows, `${id}: data`).toBeGreaterThan(0);
    }
    await close();
  });

  test("prints without contents, controls or torn charts", async () => {
    const {page, close} = await visit(browser, `${url}alllife/${name}.html`);
    await page.emulateMedia({media: "print"});
    for (const hidden of ["#observablehq-toc", "#observablehq-sidebar", ".no-print", ".chart form"])
      for (const element of await page.locator(hidden).all())
        expect(await element.isVisible(), hidden).toBe(false);
    for (const figure of await page.locator("figure.chart").all())
      expect(await figure.evaluate((element) => getComputedStyle(element).breakInside)).toBe("avoid");
    const [main, text] = await page.evaluate(() =>
      ["#observablehq-main", "#observablehq-main > h1"].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().right ?? 0,
      ),
    );
    expect(main - text).toBeLessThan(100);
    await close();
  });
});
