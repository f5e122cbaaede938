import type {Browser} from "playwright-core";
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

test("a page asks no other host, even where a script would, and runs no script that was slipped in", async () => {
  const {page, problems, close} = await visit(browser, url);
  try {
    expect(problems).toEqual([]);
    const outcome = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "globalThis.slippedIn = true";
      document.body.append(script);
      const image = new Image();
      const loads = new Promise((resolve) => {
        image.onload = () => resolve("loaded");
        image.onerror = () => resolve("refused");
      });
      image.src = "https://other.invalid/pixel.png";
      const fetched = await fetch("https://other.invalid/").then(
        () => "fetched",
        () => "refused",
      );
      return {script: "slippedIn" in globalThis ? "ran" : "refused", image: await loads, fetch: fetched};
    });
    expect(outcome).toEqual({script: "refused", image: "refused", fetch: "refused"});
    const refusals = problems.filter((problem) => problem.includes("Content Security Policy"));
    expect(refusals.length).toBeGreaterThanOrEqual(3);
  } finally {
    await close();
  }
});
