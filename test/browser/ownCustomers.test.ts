import {spawn} from "node:child_process";
import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {JSDOM} from "jsdom";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {
  cardCustomers,
  germanCustomers,
  type MadeTable,
  manyColumns,
  sevenGroups,
  withoutGroups,
} from "../data-loaders/commands/new/bankTables.js";
import {launchBrowser} from "../setup/browser.js";
import {builtSite} from "../setup/builtSite.js";
import {copyProject, plainEnvironment, removeProject, runCommand} from "../setup/copiedProject.js";
import {serveUnder} from "../setup/serveUnder.js";
import {visit} from "../setup/visit.js";

/** Tables that nobody prepared, each of another kind. */
const tables: [id: string, made: MadeTable, options: Record<string, string>][] = [
  ["seven", sevenGroups(140), {}],
  ["cloud", withoutGroups(80), {}],
  ["kunden", germanCustomers(80), {currency: "€"}],
  ["wide", manyColumns(60), {}],
];

/** Makes the chapters of several tables in one process, without a build after each. */
const makeChapters = `
import {newDataset} from "./data-loaders/commands/new/newDataset.js";
const quiet = {begin: () => ({advance() {}, finish() {}}), note() {}};
for (const options of JSON.parse(process.argv[2])) await newDataset({replace: false, ...options}, quiet);
`;

let project: string;
let url: string;
let close: () => void;
let browser: Browser;
let removed: Awaited<ReturnType<typeof runCommand>>;
let made: Awaited<ReturnType<typeof runCommand>>;

beforeAll(async () => {
  // a project that was built already: compiled modules and fonts are there
  project = copyProject((await builtSite()).project);
  removed = await runCommand(project, "remove", {}, ["alllife", "card-usage"]);
  const table = (id: string, {csv}: MadeTable) => {
    writeFileSync(join(project, `${id}.csv`), csv);
    return join(project, `${id}.csv`);
  };
  writeFileSync(join(project, "makeChapters.ts"), makeChapters);
  const jobs = tables.map(([id, content, options]) => ({source: table(id, content), ...options}));
  await ended(["--import", "tsx", "makeChapters.ts", JSON.stringify(jobs)]);
  made = await runCommand(project, "new", {}, [
    ...[table("cards", cardCustomers(150)), "--name", "Card customers"],
    ...["--outcome", "Defaulted=yes", "--currency", "€"],
  ]);
  ({url, close} = await serveUnder(join(project, "dist"), "/"));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  close?.();
  removeProject(project);
});

async function ended(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, {cwd: project, env: plainEnvironment(), stdio: "pipe"});
  let output = "";
  child.stderr.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect(code, output).toBe(0);
}

describe("the commands", () => {
  test("remove takes both demonstrations out, keeps them, and says so", () => {
    expect(removed.code, removed.output).toBe(0);
    expect(removed.output).toContain("alllife, card-usage: taken out of the site, and kept in replaced/");
    expect(existsSync(join(project, "src/alllife"))).toBe(false);
    expect(existsSync(join(project, "replaced/removed-1/src/card-usage/index.md"))).toBe(true);
    expect(readFileSync(join(project, "cardlens.yaml"), "utf8")).not.toMatch(/alllife|card-usage/);
  });

  test("new says on one screen what it decided and why, and builds the site", () => {
    expect(made.code, made.output).toBe(0);
    const [, told] = made.output.split("decided from the table itself:");
    expect(told.split("\n").length).toBeLessThan(40);
    for (const decision of [
      /key +Customer ID: it is different in every row/,
      /gaps +filled with the median: Annual Income \(4\)/,
      /describing +Age \(number\), Occupation \(text\), Region \(text\), Customer Since \(date\)/,
      /outcome +Defaulted: .*“yes”/,
      /left out +Name: it names or reaches a person/,
      /groups +3: /,
      /High calls, 50 customers/,
      /\d+ figures, \d+ claims, all true today/,
    ])
      expect(told).toMatch(decision);
  });

  test("new never writes over a chapter that somebody may have edited", async () => {
    const again = await runCommand(project, "new", {}, [join(project, "seven.csv")]);
    expect(again.code).toBe(1);
    expect(again.output).toMatch(
      /there is a data set seven already .* Choose another --name, or give --replace/,
    );
  });
});

/** What no page of a report may say. */
function expectWhole(text: string): void {
  expect(text).not.toMatch(/undefined|\bNaN\b|\{\{|Cluster 0|\[object|nothing to draw|claim:/);
  // a sentence that lost its beginning, a claim its sentence, or settings that were printed
  expect(text).not.toMatch(/^\s*[.:;,](?!\d)|\s[.:;,](\s|$)|\.\.(\s|$)|^(title|toc):/m);
}

/** Reads a page as it is printed, without what its code adds: a tenth of the work of opening it. */
function printed(path: string): {text: string; document: Document} {
  const {document} = new JSDOM(readFileSync(join(project, "dist", path), "utf8")).window;
  const blocks = document.querySelectorAll("#observablehq-main :is(h1, h2, h3, p, li, td, th)");
  const text = Array.from(blocks, (block) => block.textContent?.replaceAll(/\s+/g, " ").trim()).join("\n");
  expectWhole(text);
  expect(document.querySelectorAll("#observablehq-main h1")).toHaveLength(1);
  expect(document.querySelectorAll(".narrative-error, mark.claim")).toHaveLength(0);
  return {text, document};
}

/** Opens a page as a reader, at a desk or on a phone, and looks for everything that no page may have. */
async function read<Found>(
  path: string,
  look: (page: Page, text: string) => Promise<Found>,
  width = 1280,
): Promise<Found> {
  const {page, problems, close: leave} = await visit(browser, url + path, {viewport: {width, height: 900}});
  try {
    expect(problems).toEqual([]);
    const text = await textOf(page, "#observablehq-main");
    expectWhole(text);
    expect(await page.locator(".observablehq--error, .narrative-error, mark.claim").count()).toBe(0);
    const {scroll, shown} = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      shown: document.documentElement.clientWidth,
    }));
    expect(scroll, "wider than the screen").toBeLessThanOrEqual(shown);
    return await look(page, text);
  } finally {
    await leave();
  }
}

const heading = (page: Page) => textOf(page, "h1");

/** Text as it is seen, a line for each block. */
async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).allInnerTexts()).join("\n");
}

describe("a chapter of categories, dates and an outcome", () => {
  test("has every page, each without a fault", async () => {
    const pages = readdirSync(join(project, "dist/card-customers")).sort();
    expect(pages.map((page) => page.replace(".html", ""))).toEqual([
      ...["clustering", "data-quality", "exploration", "index", "model-card", "preparation"],
      ...["recommendations", "risk-by-group", "risk", "segments", "values-by-level", "who"],
    ]);
    for (const page of pages) printed(`card-customers/${page}`);
  });

  test("answers by age and by occupation, and sizes what differs", async () => {
    const risk = printed("card-customers/risk-by-group.html");
    expect(risk.text.split("\n")).toEqual(
      expect.arrayContaining(["By age", "By occupation", "By region", "By the date “Customer Since”"]),
    );
    expect(risk.text).toMatch(/“Entrepreneur” and least frequent for “Teacher”/);
    expect(risk.document.querySelectorAll('[role="img"] svg').length).toBeGreaterThanOrEqual(4);
    await read(
      "card-customers/values-by-level.html",
      async (page, text) => {
        expect(text).toMatch(
          /The variable that differs most by occupation is .*\. The mean of .* is highest for “Media manager”/,
        );
        await page.getByLabel("Variable").selectOption({label: "Calls"});
        await page.getByLabel("By", {exact: true}).selectOption({label: "Age"});
        await page.getByRole("img", {name: "Means of Calls by Age"}).waitFor();
      },
      390,
    );
    const {text} = printed("card-customers/who.html");
    expect(text).toContain("The groups differ in occupation; the difference is large.");
    expect(text).toMatch(/Median time since then, in the whole file: \d+\.\d years/);
  });

  test("judges its model by customers whom it has not seen", () => {
    const {text} = printed("card-customers/risk.html");
    expect(text).toMatch(/each part was predicted by a model fitted to the others/);
    expect(text).toMatch(/Occupation: “Media manager”/);
  });

  test("crosses two columns that describe, and withholds counts below ten", async () => {
    await read(
      "card-customers/exploration.html",
      async (page) => {
        const filter = page.locator(".level-filter");
        const fields = filter.locator("fieldset");
        expect(await textOf(page, ".level-filter")).toContain("150 customers, 100.0% of all.");
        const region = fields.filter({hasText: "Region"});
        await region.locator("input").first().check();
        await expect.poll(() => textOf(page, ".level-filter")).toMatch(/(?<!1)\d\d customers/);
        expect(
          await fields.evaluateAll((all) => all.filter((field) => field.matches(":disabled")).length),
        ).toBe(0);
        await fields.filter({hasText: "Occupation"}).locator("input").first().check();
        await expect
          .poll(() => textOf(page, ".level-filter"))
          .toMatch(/At least \d+ customers\. Counts below ten are withheld|So few customers/);
        expect(
          await fields.evaluateAll((all) => all.filter((field) => field.matches(":disabled")).length),
        ).toBe((await fields.count()) - 2);
      },
      390,
    );
  });

  test("is in the score form, with levels to choose from", async () => {
    await read("score.html", async (page) => {
      await page.getByRole("radio", {name: "Card customers"}).check();
      await page.locator("#card-customers-occupation").selectOption("Entrepreneur");
      await expect
        .poll(() => page.locator("[data-probability]").getAttribute("data-probability"))
        .toMatch(/^0\.\d+/);
    });
  });
});

test("the first chapter's summary is the front page, and no page leads to a chapter that is gone", async () => {
  await read("", async (page, text) => {
    expect(await heading(page)).toMatch(/^Seven groups of customers, set apart most by /);
    expect(await page.locator(".segments .segment").count()).toBe(7);
    const colours = await page
      .locator(".segments .segment")
      .evaluateAll((cards) => cards.map((card) => getComputedStyle(card).borderTopColor));
    expect(new Set(colours).size).toBe(7);
    expect(text).toMatch(/The choice is clear|The groups are well apart/);
    const links = await page.locator("a[href]").evaluateAll((all) => all.map(({outerHTML}) => outerHTML));
    expect(links.filter((link) => /alllife|card-usage/.test(link))).toEqual([]);
  });
});

test("where nothing separates, the report says so, and has no groups", async () => {
  expect(printed("cloud/index.html").text).toContain("These customers form no distinct groups");
  expect(printed("cloud/clustering.html").text).toContain(
    "No number of groups separates these customers better than random data without groups.",
  );
  await read("cloud/exploration.html", heading, 390);
});

test("another language and decimal commas are read and printed as declared", async () => {
  const {text} = printed("kunden/index.html");
  expect(text).toContain("Größe des Guthabens");
  expect(text).toMatch(/Umsatz \(€\): €1\d,\d{3} on average, above the other group/);
  await read(
    "kunden/who.html",
    async (page) => {
      expect(await page.locator("h2").allInnerTexts()).toContain('Filiale "Süd"');
    },
    390,
  );
});

test("120 columns are listed, and charts show those that set the groups apart most", async () => {
  expect(printed("wide/data-quality.html").document.querySelectorAll("tbody tr")).toHaveLength(120);
  printed("wide/segments.html");
  await read("wide/exploration.html", async (page) => {
    expect(await page.locator("select option").count()).toBe(120);
  });
});

test("a site of none builds, says how to begin, and offers no form", async () => {
  const all = ["seven", "cloud", "kunden", "wide", "card-customers"];
  expect(await runCommand(project, "remove", {}, all)).toMatchObject({code: 0});
  const {code, output} = await runCommand(project, "build");
  expect(code, output).toBe(0);
  await read("", async (page) => {
    expect(await heading(page)).toBe("Begin with a table of your customers");
  });
  for (const path of ["score.html", "explore.html"]) {
    const {text, document} = printed(path);
    expect(text).toContain("npm run new");
    expect(document.querySelectorAll("main :is(form, textarea, input)")).toHaveLength(0);
  }
});
