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

describe("the overview of all actions", () => {
  const page = `${url}alllife/recommendations.html`;

  test("follows an assumption: order, numbers, totals, lead and chart, and back", async () => {
    const {page: tab, problems, close} = await visit(browser, page);
    const published = tab.locator("#published-actions");
    const own = tab.locator(".own-assumptions");
    const order = () => own.locator("tbody a").allTextContents();
    await expect.poll(() => tab.locator(".action-board").count()).toBe(1);
    expect(await own.isVisible()).toBe(false);

    await tab.locator("#guidance .action-panel summary").click();
    const response = tab.locator("#guidance .action-panel input").first();
    await response.fill("1");
    expect(await published.isVisible()).toBe(false);
    const [first] = await order();
    expect(await own.locator(".lead").textContent()).toContain(`“${first}”`);
    expect(await own.locator("tbody tr").count()).toBe(11);
    expect(await own.locator("h3").count()).toBe(0);
    const before = await own.locator("p:not(.lead)").first().textContent();
    await expect.poll(() => own.locator("svg circle").count()).toBe(11);

    await response.fill("0");
    expect(await own.locator("h3").textContent()).toBe("Does not cover its running cost");
    expect((await order()).at(-1)).toContain("guidance");
    expect(await own.locator("p:not(.lead)").first().textContent()).not.toBe(before);

    await own.locator("button").click();
    expect(await own.isVisible()).toBe(false);
    expect(await published.isVisible()).toBe(true);
    const figures = (await readManifest(folder))?.figures;
    expect(Number(await response.inputValue())).toBe(figures?.["alllife.do.guidance.response"].value);
    expect(problems).toEqual([]);
    await close();
  });

  test("is, before anything is moved, in the published order and numbered like the headings", async () => {
    const {page: tab, close} = await visit(browser, page, {javaScriptEnabled: false});
    const cells = await tab
      .locator("#published-actions > .table-scroll tbody tr td:first-child")
      .allTextContents();
    expect(cells.map((cell) => Number.parseInt(cell, 10))).toEqual(cells.map((_, index) => index + 1));
    const headings = await tab.locator(".action h3").allTextContents();
    expect(headings.map((heading) => Number.parseInt(heading, 10))).toEqual(
      headings.map((_, index) => index + 1),
    );
    expect(await tab.locator(".action dl code").count()).toBe(0);
    await close();
  });
});
