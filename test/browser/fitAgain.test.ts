import type {Browser} from "playwright-core";
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

describe.each(["alllife", "card-usage"])("a fit in the reader's browser, %s", (chapter) => {
  test("gives the printed inertia and segments to the last digit, by the compiled kernels", async () => {
    const {page, requests, problems, close} = await visit(browser, `${url}${chapter}/clustering.html`);
    const kernels = () => requests.filter((request) => request.endsWith(".wasm"));
    expect(kernels()).toEqual([]);
    await page.getByRole("button", {name: "Fit again here"}).click();
    await page.getByText(/^Inertia for \d groups: .*, the best of \d+ starts: the same\.$/).waitFor();
    await page.getByText(/Agreement with the segments of the report .*: 1\.0000\./).waitFor();
    expect(kernels()).toHaveLength(1);
    expect(problems).toEqual([]);
    await close();
  });

  test("of another number of groups is held against that one's inertia", async () => {
    const {page, close} = await visit(browser, `${url}${chapter}/clustering.html`);
    await page.getByRole("slider", {name: "Groups"}).press("ArrowRight");
    await page.getByRole("slider", {name: "Random starts"}).press("Home");
    await page.getByRole("button", {name: "Fit again here"}).click();
    await page.getByText(/1 start in [\d.]+ seconds, of which 1 reached the best/).waitFor();
    await page.getByText(/starts: (the same|higher by [\d.]+%)/).waitFor();
    await close();
  });
});
