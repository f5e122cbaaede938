import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {createServer} from "node:net";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, test, vi} from "vitest";
import {launchBrowser} from "../../setup/browser.js";
import {builtSite} from "../../setup/builtSite.js";
import {copyProject, removeProject, runCommand, startCommand} from "../../setup/copiedProject.js";
import {visit} from "../../setup/visit.js";

let project: string;
let firstPort: number;
let preview: ReturnType<typeof startCommand>;
let url: string;
let browser: Browser;
beforeAll(async () => {
  project = copyProject((await builtSite()).project);
  const taken = createServer();
  firstPort = await new Promise((resolve) => {
    taken.listen(0, "127.0.0.1", () => {
      const address = taken.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  preview = startCommand(project, "dev", {PORT: String(firstPort)});
  const address = /The preview is at (http:\S+)/;
  await vi.waitFor(() => expect(preview.output()).toMatch(address), {timeout: 120_000});
  url = address.exec(preview.output())?.[1] ?? "";
  taken.close();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  preview?.child.kill("SIGTERM");
  await preview?.ended;
  removeProject(project);
});

test("the preview takes the first free port from PORT", async () => {
  const port = Number(new URL(url).port);
  expect(port).toBeGreaterThan(firstPort);
  expect(port).toBeLessThan(firstPort + 100);
  expect(await (await fetch(url)).text()).toContain('data-figure="alllife.customers"');
});

/** Saves a file of the project, and waits until the preview has told something new that matches. */
async function save(file: string, text: string, expected: RegExp): Promise<string> {
  const before = preview.output().length;
  writeFileSync(join(project, file), text);
  const later = () => preview.output().slice(before);
  await vi.waitFor(() => expect(later()).toMatch(expected), {timeout: 120_000, interval: 100});
  return later();
}

/** How many checks of pages the cache holds. */
const checks = () =>
  readdirSync(join(project, ".cache/stages")).filter((name) => /^narrative-[0-9a-f]+$/.test(name)).length;

test("a saved page's problems are told as the check prints them, where they are others than before", async () => {
  const page = readFileSync(join(project, "src/index.md"), "utf8");
  const lines = page.split("\n").length;
  const told = await save("src/index.md", `${page}12345 of them.\n`, /1 error, 0 unsupported/);
  expect(told).toMatch(
    new RegExp(`^src/index\\.md:${lines}:1: error: "12345" is carried by no figure.*\\n\\d+ pages, .*\\n$`),
  );
  const moved = await save("src/index.md", `${page}\n12345 of them.\n`, /1 error, 0 unsupported/);
  expect(moved).toContain(`src/index.md:${lines + 1}:1: error: "12345"`);
  // the same problem at the same place, in a page that is another one
  const checked = checks();
  writeFileSync(join(project, "src/index.md"), `${page}\n12345 of these.\n`);
  await vi.waitFor(() => expect(checks()).toBe(checked + 1), {timeout: 120_000, interval: 100});
  expect(await save("src/index.md", page, /0 errors, 0 unsupported/)).toMatch(/^\d+ pages, .*\n$/);
  expect(preview.output().match(/is carried by no figure/g)).toHaveLength(2);
});

test("a refused input is named in the open page too, and the next good one takes its place, in footer and addresses", async () => {
  const {page} = await visit(browser, url);
  const refusal = page.locator("pre.narrative-error");
  const footer = page.locator("#observablehq-footer");
  const notice = page.locator(".synthetic");
  const addresses = () =>
    page.locator('meta[name="cardlens-database"]').evaluateAll((tags) => tags.map((tag) => tag.outerHTML));
  const before = await addresses();
  expect(await footer.textContent()).toContain("660 rows");
  expect(await notice.textContent()).toContain("Built from a synthetic sample");
  expect(await refusal.count()).toBe(0);

  const input = "data-loaders/input/alllife.csv";
  const rows = readFileSync(
    join(project, "data-loaders/datasets/alllife/sample/alllife.sample.csv"),
    "utf8",
  ).split("\n");
  await save(input, rows.with(3, "3,1,many,2,0,4,7").join("\n"), /line 4.*found "many"/);
  await refusal.waitFor({timeout: 60_000});
  expect(await refusal.textContent()).toContain(
    'alllife.csv, line 4, column "Avg_Credit_Limit": found "many"',
  );
  expect(await footer.textContent()).toContain("660 rows");

  await save(input, rows.toSpliced(3, 1).join("\n"), / 0 errors, /);
  await footer.filter({hasText: "659 rows"}).waitFor({timeout: 240_000});
  expect(await refusal.count()).toBe(0);
  expect(await notice.textContent()).toContain("What is said of Card usage is built from");
  expect(await addresses()).not.toEqual(before);
});

test("charts that do not compile are told at their place, in the page too, and so is the mending", async () => {
  const file = "src/alllife/index/charts.ts";
  const charts = readFileSync(join(project, file), "utf8");
  const place = `${file}:${charts.split("\n").length}:1: error: Unexpected "]"`;
  expect(await save(file, `${charts}]`, / 1 error, /)).toContain(place);
  const {page} = await visit(browser, url);
  const failures = page.locator("strong.narrative-error");
  await expect.poll(() => failures.count()).toBeGreaterThan(0);
  expect(await failures.first().textContent()).toBe(place);
  await save(file, charts, / 0 errors, /);
  await expect.poll(() => failures.count()).toBe(0);
});

test("a preview with a PORT that is none ends before it prepares anything", async () => {
  const {code, output} = await runCommand(project, "dev", {PORT: "0"});
  expect(code).toBe(1);
  expect(output).toContain("PORT is 0; expected a whole number from 1 to 65535, for example PORT=8080");
  expect(output).not.toContain("alllife");
});
