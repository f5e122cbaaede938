import {readFile} from "node:fs/promises";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {readManifest} from "../../data-loaders/edition/manifest.js";
import {launchBrowser} from "../setup/browser.js";
import {builtSite} from "../setup/builtSite.js";
import {visit} from "../setup/visit.js";

const {folder, url} = await builtSite();

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each([
  {chapter: "alllife", action: "call-backs", period: "a year"},
  {chapter: "card-usage", action: "repayment", period: "over the period of the file"},
])("an action of $chapter", ({chapter, action, period}) => {
  const page = `${url}${chapter}/recommendations.html`;
  const figure = async (name: string) =>
    Number((await readManifest(folder))?.figures[`${chapter}.do.${action}.${name}`].value);
  const dollars = (value: number) =>
    `${value < 0 ? "−" : ""}$${Math.abs(Math.round(value)).toLocaleString("en-US")}`;

  test("is worth what the page says, and nothing without a response but its cost", async () => {
    const {page: tab, problems, close} = await visit(browser, page);
    const panel = tab.locator(`#${action} .action-panel`);
    await panel.locator("summary").click();
    const worth = await figure("worth");
    const cost = (await figure("customers")) * (await figure("cost"));
    expect(await panel.locator("strong").textContent()).toContain(`Worth ${dollars(worth)} ${period}.`);
    await panel.locator("input").first().fill("0");
    expect(await panel.locator("strong").textContent()).toContain(`Worth ${dollars(-cost)} ${period}.`);
    expect(problems).toEqual([]);
    await close();
  });

  test.each([true, false])("has its customers as a file (scripts: %s)", async (javaScriptEnabled) => {
    const {page: tab, close} = await visit(browser, page, {javaScriptEnabled});
    const [download] = await Promise.all([
      tab.waitForEvent("download"),
      tab.locator(`#${action} a[download]`).click(),
    ]);
    const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\n");
    expect(lines[0]).toMatch(/^customer_id,segment,/);
    expect(lines).toHaveLength(1 + (await figure("customers")));
    await close();
  });
});
