import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, test} from "vitest";
import {readManifest} from "../../data-loaders/edition/manifest.js";
import {filesBelow} from "../../data-loaders/engine/project/sourceFiles.js";
import {launchBrowser} from "../setup/browser.js";
import {builtSite, isPage} from "../setup/builtSite.js";
import {visit} from "../setup/visit.js";

const {folder, url} = await builtSite();
const manifest = await readManifest(folder);
if (manifest === undefined) throw new Error("the built site has no manifest");
const pages = (await filesBelow(folder)).filter(isPage);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules of axe-core that a page's colours decide; what is shown depends on its width too. */
const colours = ["color-contrast", "link-in-text-block"];

/** Those that its width decides. The others find the same in every look of a page. */
const sizes = ["scrollable-region-focusable", "target-size"];

interface Look {
  screen: "desk" | "phone";
  viewport: {width: number; height: number};
  colorScheme: "light" | "dark";
  /** Rules of axe-core; default: all that are on. */
  rules?: readonly string[];
  /** Only what this screen does not show: the rest has been seen in light and in dark. */
  unlike?: "desk" | "phone";
}

const desk = {screen: "desk", viewport: {width: 1280, height: 900}} as const;
const phone = {screen: "phone", viewport: {width: 390, height: 844}} as const;
const looks: readonly Look[] = [
  {...desk, colorScheme: "light"},
  {...phone, colorScheme: "dark", rules: [...colours, ...sizes]},
  {...phone, colorScheme: "light", rules: colours, unlike: "desk"},
  {...desk, colorScheme: "dark", rules: colours, unlike: "phone"},
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

// at once: a page that settles leaves the machine to another
describe.concurrent.each(pages)("%s", (path) => {
  // the site of a bank's own files is opened on a phone from the beginning; see `realInput.test.ts`
  test("opens without a fault on a desk, 1280 px, and on a phone, 390 px, in light and dark", async ({
    expect,
  }) => {
    const {page, problems, requests, close} = await visit(browser, url + path, {viewport: looks[0].viewport});
    try {
      expect(requests.filter((request) => /\.wasm|\.duckdb/.test(request))).toEqual([]);
      expect(await textOf(page, ".observablehq--error, .narrative-error")).toEqual([]);
      expect(await textOf(page, ".synthetic")).toEqual([
        "Built from a synthetic sample: no row is a real customer, no interval and no agreement is evidence. What it can show",
      ]);
      for (const {screen, viewport, colorScheme, rules, unlike} of looks) {
        const name = `${screen} in ${colorScheme}`;
        await page.setViewportSize(viewport);
        await page.emulateMedia({colorScheme});
        // charts are drawn again for another width
        await expect.poll(() => overflow(page), {message: `${name}: wider than the screen`}).toEqual([]);
        expect(await wrongFigures(page), `${name}: figures`).toEqual([]);
        if (unlike !== undefined && !(await markUnlike(page, unlike))) continue;
        const within = unlike === undefined ? undefined : "[data-unlike]";
        expect(await violations(page, rules, within), `${name}: axe`).toEqual([]);
        if (unlike === undefined) await markShown(page, screen);
      }
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});

function textOf(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).allInnerTexts();
}

/** Figures whose text or value is not that of the manifest, or that cannot be seen. */
async function wrongFigures(page: Page): Promise<string[]> {
  const found = await page.locator("data[data-figure]").evaluateAll((elements) =>
    elements.map((element) => ({
      id: element.getAttribute("data-figure") ?? "",
      value: element.getAttribute("value") ?? "",
      text: element.textContent ?? "",
      hasFormat: element.hasAttribute("data-format"),
      isVisible: element.checkVisibility() || element.closest("details:not([open])") !== null,
    })),
  );
  return found.flatMap(({id, value, text, hasFormat, isVisible}) => {
    const figure = manifest?.figures[id];
    const isRight =
      figure !== undefined &&
      value === String(figure.value) &&
      (hasFormat ? text.trim() !== "" : text === figure.text);
    return isRight && isVisible ? [] : [`${id}: ${text} (${value}), ${isVisible ? "" : "not "}visible`];
  });
}

/** Elements that reach past the right edge of a page that can be scrolled sideways. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const {scrollWidth, clientWidth} = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
  });
}

interface AxeResults {
  violations: {id: string; help: string; nodes: {html: string; target: string[]}[]}[];
}

/** Notes what a screen shows. */
function markShown(page: Page, screen: string): Promise<void> {
  return page.evaluate((name) => {
    for (const element of document.querySelectorAll("body, body *"))
      if (element.checkVisibility()) element.setAttribute(`data-on-${name}`, "");
  }, screen);
}

/** Marks the outermost elements that are shown now and not on another screen, and says whether there are any. */
function markUnlike(page: Page, screen: string): Promise<boolean> {
  return page.evaluate((name) => {
    const isNew = (element: Element | null) =>
      element !== null && !element.hasAttribute(`data-on-${name}`) && element.checkVisibility();
    for (const element of document.querySelectorAll("body *"))
      element.toggleAttribute("data-unlike", isNew(element) && !isNew(element.parentElement));
    return document.querySelector("[data-unlike]") !== null;
  }, screen);
}

/**
 * What axe-core finds, of every level.
 *
 * @param rules only these; default: all that are on
 * @param within only in these elements; default: in all
 */
async function violations(page: Page, rules?: readonly string[], within?: string): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  const options = {resultTypes: ["violations"], ...(rules && {runOnly: rules})};
  const results = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(within)} ?? document, ${JSON.stringify(options)})`,
  );
  return results.violations.flatMap(({id, help, nodes}) =>
    nodes.map(({html, target}) => `${id} (${help}): ${target.join(" ")} ${html}`),
  );
}
