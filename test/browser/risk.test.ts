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

describe("the rule that a reader chooses", () => {
  test("gives the build's AUC for the build's rule, and another for another", async () => {
    const {page, problems, close} = await visit(browser, `${url}alllife/risk.html`);
    const auc = page.locator(".assessment tr", {hasText: "AUC"}).first().locator("td").first();
    const figure = (await readManifest(folder))?.figures["alllife.risk.auc-honest"].value;
    expect(await auc.textContent()).toBe(Number(figure).toFixed(3));
    await page.getByRole("radio", {name: "the limit is low and there are few contacts"}).check();
    await page.getByText(/Flagged: .*, and engagement score below/).waitFor();
    await expect.poll(() => auc.textContent()).not.toBe(Number(figure).toFixed(3));
    expect(problems).toEqual([]);
    await close();
  });

  test("is taken where it flags nobody, and where it leaves the model nothing to see", async () => {
    const {page, problems, close} = await visit(browser, `${url}alllife/risk.html`);
    await page.getByRole("radio", {name: "my own rule holds"}).check();
    for (const name of ["Credit limit", "Calls"])
      await page.getByLabel(`How ${name.toLowerCase()} counts`).selectOption("does not count");
    await page.getByText("No condition is chosen, so nobody is flagged.").waitFor();
    await page.getByText("there is nothing to model").waitFor();
    for (const name of ["Credit limit", "Credit cards", "Branch visits", "Online visits", "Calls"])
      await page.getByLabel(`How ${name.toLowerCase()} counts`).selectOption("at least");
    await page.getByText(/nothing left to see|nothing to model/).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test("has costs that follow the threshold and the prices", async () => {
    const {page, close} = await visit(browser, `${url}alllife/risk.html`);
    const sentence = page.locator(".threshold-costs p:not(.chart-title)");
    const before = await sentence.textContent();
    await page.getByLabel("A missed customer costs ($)").fill("0");
    expect(await sentence.textContent()).toContain("they would cost $0.");
    await page.getByLabel("A missed customer costs ($)").fill("200");
    expect(await sentence.textContent()).toBe(before);
    await page.getByLabel("Flag from a probability of").press("Home");
    expect(await sentence.textContent()).not.toBe(before);
    await close();
  });
});
