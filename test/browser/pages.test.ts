import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
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

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const screens = [
  ["a desk, 1280 px", {width: 1280, height: 900}],
  ["a phone, 390 px", {width: 390, height: 844}],
] as const;

// at once: a page that settles leaves the machine to another
describe.concurrent.each(pages)("%s", (path) => {
  test.each(screens)("opens without a fault on %s, in light and dark", async (_, viewport) => {
    const {page, problems, requests, close} = await visit(browser, url + path, {viewport});
    try {
      expect(requests.filter((request) => /\.wasm$|\.duckdb$/.test(request))).toEqual([]);
      expect(await textOf(page, ".observablehq--error, .narrative-error")).toEqual([]);
      expect(await wrongFigures(page)).toEqual([]);
      expect(await textOf(page, ".synthetic")).toEqual([
        "Built from a synthetic sample: no row is a real customer, no interval and no agreement is evidence. What it can show",
      ]);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({colorScheme});
        expect(await overflow(page), `${colorScheme}: wider than the screen`).toEqual([]);
        const isFirst = viewport === screens[0][1] && colorScheme === "light";
        expect(await violations(page, isFirst ? undefined : looks), `${colorScheme}: axe`).toEqual([]);
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

/** The rules of axe-core that a page's colours or its width decide; the others find the same in every look of a page. */
const looks = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

/**
 * What axe-core finds, of every level.
 *
 * @param rules only these; default: all that are on
 */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axe);
  const options = {resultTypes: ["violations"], ...(rules && {runOnly: rules})};
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations.flatMap(({id, help, nodes}) =>
    nodes.map(({html, target}) => `${id} (${help}): ${target.join(" ")} ${html}`),
  );
}
