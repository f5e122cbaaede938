import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {csvParse} from "d3";
import {parquetWriteBuffer} from "hyparquet-writer";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {launchBrowser} from "../setup/browser.js";
import {builtSite} from "../setup/builtSite.js";
import {type Visit, visit} from "../setup/visit.js";

const {project, url} = await builtSite();

/** Customers as the build scored them. */
interface Built {
  segment: string[];
  risk_probability: number[];
  [variable: string]: (number | string | boolean)[];
}

function built(dataset: string): Built {
  return JSON.parse(readFileSync(join(project, `.cache/edition/data/${dataset}/customers.json`), "utf8"));
}

const sample = (dataset: string) =>
  join(project, `data-loaders/datasets/${dataset}/sample/${dataset}.sample.csv`);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

async function openScore(viewport = {width: 1280, height: 900}): Promise<Visit> {
  return visit(browser, `${url}score.html`, {viewport});
}

async function chooseDataset(page: Page, title: string): Promise<void> {
  await page.getByRole("radio", {name: title}).check();
  await page.getByText(`file of ${title} customers`).waitFor();
}

async function shown(page: Page): Promise<{probability: number; segment: string | null}> {
  const probability = await page.locator("[data-probability]").getAttribute("data-probability");
  return {
    probability: Number(probability),
    segment: await page.locator("[data-segment]").getAttribute("data-segment"),
  };
}

describe("the form for one customer", () => {
  test.each([
    ["alllife", "at a desk", "AllLife Bank", {width: 1280, height: 900}],
    ["alllife", "on a phone", "AllLife Bank", {width: 390, height: 844}],
    ["card-usage", "at a desk", "Card usage", {width: 1280, height: 900}],
    ["card-usage", "on a phone", "Card usage", {width: 390, height: 844}],
  ] as const)(
    "gives the build's segment and probability of %s to 1e-9, %s",
    async (dataset, _, title, viewport) => {
      const {page, problems, requests, close} = await openScore(viewport);
      await chooseDataset(page, title);
      const customers = built(dataset);
      const variables = await page
        .locator(".customer-form input")
        .evaluateAll((fields, prefix) => fields.map(({id}) => id.slice(prefix.length)), `${dataset}-`);
      const imputed = customers.segment.findIndex((_, row) =>
        variables.some((variable) => customers[`${variable}_imputed`]?.[row]),
      );
      const before = requests.length;
      for (const row of [0, 123, customers.segment.length - 1, ...(imputed < 0 ? [] : [imputed])]) {
        for (const variable of variables) {
          const isMissing = customers[`${variable}_imputed`]?.[row];
          await page
            .locator(`#${dataset}-${variable}`)
            .fill(isMissing ? "" : String(customers[variable][row]));
        }
        // The page answers a little after the last field is filled.
        await expect
          .poll(async () => Math.abs((await shown(page)).probability - customers.risk_probability[row]))
          .toBeLessThan(1e-9);
        expect((await shown(page)).segment).toBe(customers.segment[row]);
      }
      const hidden = await page
        .locator(".score-result .table-scroll")
        .evaluate((box) => box.scrollWidth - box.clientWidth);
      expect(hidden, "the reasons are read without scrolling sideways").toBe(0);
      expect(requests.length, "nothing is sent or fetched").toBe(before);
      expect(problems).toEqual([]);
      await close();
    },
  );

  test("says what is wrong with a field, and scores again once it is right", async () => {
    const {page, close} = await openScore();
    await page.locator("#alllife-calls").fill("1.5");
    await page
      .getByText('Found "1.5"; expected a whole number from 0 to 10,000. Correct the value.')
      .waitFor();
    await page.getByText("To see a score, correct: Calls.").waitFor();
    expect(await page.locator(".score-result, .what-if").count()).toBe(0);
    expect(await page.locator("#observablehq-main").textContent()).not.toContain("null");
    expect(await page.locator("#alllife-calls").getAttribute("aria-invalid")).toBe("true");
    await page.locator("#alllife-calls").fill("4");
    await page.locator("[data-probability]").waitFor();
    expect(await page.getByText("To see a score").count()).toBe(0);
    await page.locator("#alllife-credit_limit").fill("1,5");
    await page.getByText("which looks like a decimal comma").waitFor();
    await page.locator("#alllife-credit_limit").fill("1e308");
    await page.getByText("expected a number from 0 to 1,000,000,000").waitFor();
    await page.locator("#alllife-credit_limit").fill("1e9");
    await page.getByText("the models have seen nothing like it").waitFor();
    await page.locator("[data-probability]").waitFor();
    await close();
  });

  test("answers by the rule first, and names a guess so: nobody above the line is called flagged", async () => {
    const {page, close} = await openScore();
    await page.locator("#alllife-credit_limit").fill("150000");
    await page.locator("[data-rule=no]").waitFor();
    const parts = await page.locator(".score-part").allTextContents();
    expect(parts[1]).toMatch(/^The rule: no.*below the policy line of \$40,000.*Credit limit \$150,000/);
    expect(parts[2]).toMatch(/^What the other variables alone would guess.*does not see Credit limit/);
    expect(await page.locator(".score-result").textContent()).not.toMatch(/flagged/i);
    await page.locator("#alllife-credit_limit").fill("39999");
    await page.locator("[data-rule=yes]").waitFor();
    await close();
  });

  test("keeps the form and the what-if values in the address, of which nothing is sent", async () => {
    const {page, requests, close} = await openScore();
    await chooseDataset(page, "Card usage");
    await page.locator("#card-usage-balance").fill("1234.5");
    await page.locator("#card-usage-minimum_payments").fill("");
    const slider = page
      .locator(".what-if-sliders label", {hasText: "Cash-advance transactions"})
      .locator("input");
    await slider.press("End");
    const answer = await page.locator(".what-if-answer").textContent();
    const address = page.url();
    expect(address).toMatch(/#data-set=card-usage&balance=1234.5&minimum_payments=&if\.\w+=\d+$/);
    const {page: again, close: closeAgain} = await visit(browser, address);
    expect(await again.locator("#card-usage-balance").inputValue()).toBe("1234.5");
    expect(await again.locator("#card-usage-minimum_payments").inputValue()).toBe("");
    expect(await again.locator(".what-if-answer").textContent()).toBe(answer);
    await again.getByRole("button", {name: "Back to the customer"}).click();
    expect(again.url()).toMatch(/minimum_payments=$/);
    expect(requests.some((request) => request.includes("1234.5"))).toBe(false);
    await closeAgain();
    await close();
  });

  test("answers a what-if slider that is moved with the keyboard, and takes it back", async () => {
    const {page, close} = await openScore();
    const answer = page.locator(".what-if-answer");
    expect(await answer.textContent()).toContain("as before");
    await page.locator(".what-if-sliders").getByText("Calls").locator("..").locator("input").press("End");
    expect(await answer.textContent()).toMatch(/Phone callers.*\+\d/);
    await page.getByRole("button", {name: "Back to the customer"}).click();
    expect(await answer.textContent()).toContain("as before");
    await close();
  });
});

describe("a file of many customers", () => {
  test.each([
    ["alllife", "AllLife Bank"],
    ["card-usage", "Card usage"],
  ])("gives the build's segments and probabilities of %s to 1e-9, to download", async (dataset, title) => {
    const {page, problems, requests, close} = await openScore();
    await chooseDataset(page, title);
    const before = requests.length;
    await page.locator('input[type="file"]').setInputFiles(sample(dataset));
    await page.locator(".score-summary", {hasText: "scored"}).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: "Download the scores (CSV)"}).click(),
    ]);
    const rows = csvParse(readFileSync(await download.path(), "utf8"));
    const customers = built(dataset);
    expect(rows.map(({segment}) => segment)).toEqual(customers.segment);
    const differences = rows.map(({guess_probability}, i) =>
      Math.abs(Number(guess_probability) - customers.risk_probability[i]),
    );
    expect(Math.max(...differences)).toBeLessThan(1e-9);
    expect(requests.slice(before).filter((request) => !request.startsWith("blob:"))).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  test("reports bad rows by line and keeps the rest", async () => {
    const {page, close} = await openScore();
    const [header, ...lines] = readFileSync(sample("alllife"), "utf8").split(/\r?\n/);
    const broken = [header, lines[0], "1,x,-5,2,1,1,0", "too,few", lines[1]].join("\n");
    await page
      .locator('input[type="file"]')
      .setInputFiles({name: "broken.csv", mimeType: "text/csv", buffer: Buffer.from(broken)});
    await page.getByText("broken.csv: 2 customers scored, 2 rows left out.").waitFor();
    const items = await page.locator(".score-file li").allTextContents();
    expect(items).toEqual([
      'Line 3, column Avg_Credit_Limit: found "-5"; expected a number from 0 to 1,000,000,000. Correct the value.',
      "Line 4: found 2 values; expected 7 values, as many as there are names in the first line. Correct the row.",
    ]);
    await close();
  });

  test("gives one message for a column that is wrong in every row", async () => {
    const {page, close} = await openScore();
    const [header, ...lines] = readFileSync(sample("alllife"), "utf8").trimEnd().split(/\r?\n/);
    const dollars = [header, ...lines.map((line) => line.replace(/"\s*([\d,.]+)\s*"/, '"$$$1"'))].join("\n");
    await page
      .locator('input[type="file"]')
      .setInputFiles({name: "dollars.csv", mimeType: "text/csv", buffer: Buffer.from(dollars)});
    await page.getByText("dollars.csv: 0 customers scored, 660 rows left out.").waitFor();
    expect(await page.locator(".score-file li").allTextContents()).toEqual([
      expect.stringMatching(
        /^Lines 2, 3, 4 and 657 more, column Avg_Credit_Limit: found "\$[\d,.]+", and 659 more of this kind; expected a number/,
      ),
    ]);
    await close();
  });

  test("says why a file cannot be used, and takes it under its name once it is corrected", async () => {
    const {page, problems, close} = await openScore();
    const folder = mkdtempSync(join(tmpdir(), "cardlens-score-"));
    const path = join(folder, "bank.csv");
    const text = readFileSync(sample("alllife"), "utf8").split(/\r?\n/).slice(0, 20).join("\n");
    // a click empties the field, as a reader's does: without it the browser sees no change in the same name
    const choose = async () => {
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.locator('input[type="file"]').click(),
      ]);
      await chooser.setFiles(path);
    };
    const items = page.locator(".score-file li");
    writeFileSync(path, text.replaceAll(",", ";"));
    await choose();
    await page.getByText("bank.csv cannot be used.").waitFor();
    expect(await items.allTextContents()).toEqual([
      expect.stringMatching(/^Found what looks like values separated by semicolon/),
    ]);
    writeFileSync(path, text.split("\n")[0]);
    await choose();
    await page.getByText("bank.csv has no customer").waitFor();
    writeFileSync(path, text);
    await choose();
    await page.getByText("bank.csv: 19 customers scored, 0 rows left out.").waitFor();
    expect(problems).toEqual([]);
    rmSync(folder, {recursive: true});
    await close();
  });

  test("is scored as another data set's where it has those columns, and Parquet as CSV is", async () => {
    const {page, problems, close} = await openScore();
    await page.locator('input[type="file"]').setInputFiles(sample("card-usage"));
    await page.getByText("card-usage.sample.csv cannot be used.").waitFor();
    await page.getByRole("button", {name: "Score it as Card usage"}).click();
    await page.getByText("card-usage.sample.csv: 8,950 customers scored, 0 rows left out.").waitFor();
    const customers = built("alllife");
    const column = (name: string) => customers[name].map(Number);
    const names: Record<string, string> = {
      Avg_Credit_Limit: "credit_limit",
      Total_Credit_Cards: "credit_cards",
      Total_visits_bank: "branch_visits",
      Total_visits_online: "online_visits",
      Total_calls_made: "calls",
    };
    const buffer = parquetWriteBuffer({
      columnData: Object.entries(names).map(([name, from]) => ({name, data: column(from), type: "DOUBLE"})),
    });
    await page.locator('input[type="file"]').setInputFiles({
      name: "bank.parquet",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(buffer),
    });
    await page
      .getByText(`bank.parquet: ${customers.segment.length} customers scored, 0 rows left out.`)
      .waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: "Download the scores (CSV)"}).click(),
    ]);
    const rows = csvParse(readFileSync(await download.path(), "utf8"));
    expect(rows.map(({segment}) => segment)).toEqual(customers.segment);
    expect(new Set(rows.map(({rule_holds}) => rule_holds))).toEqual(new Set(["yes", "no"]));
    expect(rows.every((row) => Number(row.rule_credit_limit) < 40_000 === (row.rule_holds === "yes"))).toBe(
      true,
    );
    expect(rows[1].row).toBe("2");
    expect(problems).toEqual([]);
    await close();
  });

  test("says so where the browser cannot read the file", async () => {
    const {page, problems, close} = await openScore();
    // what a browser does where a chosen file was moved away meanwhile
    await page.evaluate(() => {
      File.prototype.arrayBuffer = () => Promise.reject(new DOMException("", "NotReadableError"));
    });
    await page.locator('input[type="file"]').setInputFiles(sample("alllife"));
    await page.getByText("Found nothing that the browser can read").waitFor();
    expect(await page.locator("progress").isVisible()).toBe(false);
    expect(problems).toEqual([]);
    await close();
  });

  test("is shown no more where another was chosen while it was read", async () => {
    const {page, problems, close} = await openScore();
    const lines = readFileSync(sample("alllife"), "utf8").split(/\r?\n/);
    const file = (name: string, rows: number) => ({
      name,
      mimeType: "text/csv",
      buffer: Buffer.from(lines.slice(0, rows + 1).join("\n")),
    });
    // the slow file is read when the page is told to
    await page.evaluate(() => {
      const read = File.prototype.arrayBuffer;
      File.prototype.arrayBuffer = async function () {
        if (this.name === "slow.csv")
          await new Promise((resolve) => addEventListener("read-slow-file", resolve, {once: true}));
        return read.call(this);
      };
    });
    const input = page.locator('input[type="file"]');
    await input.setInputFiles(file("slow.csv", 3));
    await input.setInputFiles(file("quick.csv", 5));
    const summary = page.locator(".score-file .score-summary");
    await summary.getByText("quick.csv: 5 customers scored").waitFor();
    await page.evaluate(async () => {
      dispatchEvent(new Event("read-slow-file"));
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    expect(await summary.textContent()).toContain("quick.csv: 5 customers scored");
    expect(problems).toEqual([]);
    await close();
  });

  test("shows how far it is, and answers meanwhile, where the file is long", async () => {
    const {page, problems, close} = await openScore();
    await chooseDataset(page, "Card usage");
    const [header, ...lines] = readFileSync(sample("card-usage"), "utf8").trimEnd().split(/\r?\n/);
    const count = 100_000;
    const broken = [1_234, 50_000, 99_999];
    const rows = Array.from({length: count}, (_, i) =>
      broken.includes(i) ? `${lines[i % lines.length]},one too many` : lines[i % lines.length],
    );
    // by its path: the browser's driver would itself make the page wait for a long text
    const folder = mkdtempSync(join(tmpdir(), "cardlens-score-"));
    const long = join(folder, "long.csv");
    writeFileSync(long, [header, ...rows].join("\n"));
    // the bar's values, seen from within
    await page.evaluate(() => {
      const values: number[] = [];
      Object.assign(window, {values});
      const bar = document.querySelector("progress");
      if (bar) new MutationObserver(() => values.push(bar.value)).observe(bar, {attributeFilter: ["value"]});
    });
    await page.locator('input[type="file"]').setInputFiles(long);
    const bar = page.locator("progress");
    await expect.poll(() => bar.evaluate((it: HTMLProgressElement) => it.value)).toBeGreaterThan(0);
    const answer = page.locator(".what-if-answer");
    const before = await answer.textContent();
    await page.locator(".what-if-sliders input").first().press("End");
    expect(await answer.textContent()).not.toBe(before);
    expect(await bar.isVisible(), "a slider answers while the file is scored").toBe(true);
    await page
      .getByText(`${(count - broken.length).toLocaleString("en-US")} customers scored, 3 rows`)
      .waitFor();
    expect(await bar.isVisible()).toBe(false);
    const values = await page.evaluate(() => (window as unknown as {values: number[]}).values);
    expect(values.length).toBeGreaterThan(20);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    const items = await page.locator(".score-file li").allTextContents();
    const [first, second, last] = broken.map((i) => i + 2);
    expect(items.map((item) => item.slice(0, item.indexOf(":")))).toEqual([
      `Lines ${first}, ${second} and ${last}`,
    ]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: "Download the scores (CSV)"}).click(),
    ]);
    const scores = csvParse(readFileSync(await download.path(), "utf8"));
    const {segment} = built("card-usage");
    expect(scores.map((score) => score.segment)).toEqual(
      Array.from({length: count}, (_, i) => i)
        .filter((i) => !broken.includes(i))
        .map((i) => segment[i % lines.length]),
    );
    expect(problems).toEqual([]);
    rmSync(folder, {recursive: true});
    await close();
  });
});
