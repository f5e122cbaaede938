import {readFileSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {parse} from "yaml";
import {launchBrowser} from "../setup/browser.js";
import {builtSite} from "../setup/builtSite.js";
import {type Visit, visit} from "../setup/visit.js";

const {url} = await builtSite();

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** What the engine says of files that it asks for in vain. */
const chatter = /^console warning: (Buffering missing file|fall(ing)? back to full HTTP read)/;

function openLab(address = "", viewport = {width: 1280, height: 900}): Promise<Visit> {
  return visit(browser, `${url}lab.html${address}`, {viewport});
}

async function computed(page: Page): Promise<void> {
  await page
    .getByRole("status")
    .filter({hasText: /omputed (again here )?in [\d.]+ seconds\.$/})
    .waitFor({timeout: 120_000});
}

const headline = (page: Page) => page.locator(".ledger-headline").textContent();

describe.each([
  ["at a desk", {width: 1280, height: 900}],
  ["on a phone", {width: 390, height: 844}],
])("a reader changes the analysis %s", (_, viewport) => {
  test("by keyboard: a preset, the way back through the browser, and nothing loaded before", async () => {
    const {page, requests, problems, close} = await openLab("", viewport);
    const heavy = () => requests.filter((request) => /\.wasm|lab-worker|evidence\.json/.test(request));
    expect(heavy()).toEqual([]);
    const preset = page.getByRole("button", {name: "4 groups"});
    await preset.focus();
    await preset.press("Enter");
    await computed(page);
    expect(heavy().length).toBeGreaterThan(2);
    expect(new URL(page.url()).hash).toBe("#k=4");
    expect(await page.getByRole("spinbutton", {name: "Number of groups"}).inputValue()).toBe("4");
    const [, held, all] = /^(\d+) of (\d+) claims still hold/.exec((await headline(page)) ?? "") ?? [];
    expect(Number(held)).toBeLessThan(Number(all));
    expect(Number(held)).toBeGreaterThan(Number(all) / 2);
    expect(await page.locator(".ledger s").count()).toBeGreaterThan(0);
    expect(await page.locator(".ledger ins").count()).toBeGreaterThan(0);
    const room = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(room[0]).toBeLessThanOrEqual(room[1]);

    await page.goBack();
    await computed(page);
    expect(await page.getByRole("spinbutton", {name: "Number of groups"}).inputValue()).toBe("3");
    expect(await headline(page)).toBe(`${all} of ${all} claims hold.`);
    expect(problems.filter((problem) => !chatter.test(problem))).toEqual([]);
    await close();
  });
});

test("by pointer: a variable and a rule, both in the address, which opens the same analysis and saves it", async () => {
  const {page, close} = await openLab();
  await page.getByRole("checkbox", {name: "Calls: in the analysis"}).uncheck();
  await computed(page);
  expect(new URL(page.url()).hash).toBe("#without=calls");
  await page
    .locator("summary")
    .filter({hasText: /^Risk$/})
    .click();
  await page.getByRole("combobox", {name: "Who is flagged"}).selectOption("a rule of my own");
  await page.getByRole("spinbutton", {name: "Line"}).fill("20000");
  await page.getByRole("spinbutton", {name: "Line"}).blur();
  await page.waitForURL(/risk=/);
  await computed(page);
  const [address, found] = [new URL(page.url()).hash, await headline(page)];
  expect(decodeURIComponent(address)).toBe("#without=calls&risk=credit_limit<20000");
  await close();
  const again = await openLab(address);
  await computed(again.page);
  expect(await headline(again.page)).toBe(found);
  expect(await again.page.getByRole("checkbox", {name: "Calls: in the analysis"}).isChecked()).toBe(false);
  const [download] = await Promise.all([
    again.page.waitForEvent("download"),
    again.page.getByRole("button", {name: "Save as definition"}).click(),
  ]);
  expect(download.suggestedFilename()).toBe("dataset.yaml");
  const saved = parse(readFileSync(await download.path(), "utf8"));
  expect(saved.constants.risk_line.value).toBe(20_000);
  expect(saved.contract.columns.find(({name}: {name: string}) => name === "calls").modelled).toBe(false);
  await again.page.getByRole("button", {name: "Back to the published analysis"}).click();
  await computed(again.page);
  expect(new URL(again.page.url()).hash).toBe("");
  await again.close();
});

test("a worker that dies is told as such, and another takes up the same analysis", async () => {
  const {page, close} = await openLab();
  await page.evaluate(() => {
    const Original = Worker;
    Object.assign(window, {workers: []});
    window.Worker = class extends Original {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        (window as unknown as {workers: Worker[]}).workers.push(this);
      }
    };
  });
  await page.getByRole("button", {name: "4 groups"}).click();
  await computed(page);
  const before = await headline(page);
  await page.evaluate(() => {
    const [worker] = (window as unknown as {workers: Worker[]}).workers;
    worker.terminate();
    worker.dispatchEvent(new ErrorEvent("error", {message: "out of memory"}));
  });
  await page.getByText("The lab could not compute this: it stopped with “out of memory”.").waitFor();
  await page.getByRole("button", {name: "Start it again"}).click();
  await computed(page);
  expect(await headline(page)).toBe(before);
  expect(await page.getByRole("button", {name: "Start it again"}).isVisible()).toBe(false);
  await close();
});

test("settings that cannot be analysed are refused with the reason, and the next ones answered", async () => {
  const {page, close} = await openLab("#drop=credit_limit>0");
  await page.getByText(/could not compute this: 0 customers are left, too few/).waitFor();
  expect(await page.locator(".lab-ledger").textContent()).toBe("");
  await page.getByRole("combobox", {name: "Leave out"}).selectOption("nobody");
  await computed(page);
  expect(await page.locator(".lab-ledger").textContent()).not.toBe("");
  const groups = page.getByRole("spinbutton", {name: "Number of groups"});
  await groups.fill("50");
  await groups.blur();
  await page.getByRole("status").filter({hasText: "Not computed: "}).waitFor();
  expect(new URL(page.url()).hash).toBe("");
  await close();
});

test("the other chapter has a lab of its own", async () => {
  const {page, problems, close} = await openLab();
  await page.getByRole("combobox", {name: "Chapter"}).selectOption({index: 1});
  await page.waitForURL(/chapter=/);
  await page.getByRole("spinbutton", {name: "Random starts"}).fill("3");
  await page.getByRole("spinbutton", {name: "Random starts"}).blur();
  await computed(page);
  // also those on resamples of its thousands of customers are tested
  expect(await headline(page)).toMatch(/^\d+ of \d+ claims/);
  expect(await headline(page)).not.toMatch(/tested here|being tested/);
  expect(problems.filter((problem) => !chatter.test(problem))).toEqual([]);
  await close();
});
