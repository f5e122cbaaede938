import {appendFileSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {launchBrowser} from "../setup/browser.js";
import {builtSite} from "../setup/builtSite.js";
import {copyProject, removeProject, runCommand} from "../setup/copiedProject.js";
import {serveUnder} from "../setup/serveUnder.js";
import {type Visit, visit} from "../setup/visit.js";

/** A page as an analyst writes it who knows Observable Framework and nothing of this project. */
const page = `---
title: Ordinary
index: true
sql:
  bank: ./data/alllife.duckdb
---

# An ordinary page about zebras

\`\`\`js
display(Plot.plot({marks: [Plot.dot([[1, 2], [3, 4]], {r: 5})]}));
\`\`\`

\`\`\`js
const n = view(Inputs.range([1, 10], {label: "n", step: 1, value: 3}));
\`\`\`

\`\`\`js
display(html\`<p id="cell">\${n} \${d3.sum([1, 2, 3])} \${aq.table({a: [1, 2]}).numRows()}</p>\`);
\`\`\`

\`\`\`sql id=[{customers}]
SELECT count(*)::INTEGER AS customers FROM bank.customers
\`\`\`

\`\`\`sql
SELECT segment, count(*) AS n FROM bank.customers GROUP BY segment ORDER BY segment
\`\`\`

\`\`\`js
const database = await DuckDBClient.of({bank: FileAttachment("./data/alllife.duckdb")});
const {limit} = await database.queryRow("SELECT max(credit_limit)::INTEGER AS limit FROM bank.customers");
display(html\`<p id="duckdb">\${customers} \${limit}</p>\`);
\`\`\`

\`\`\`js
import {range} from "npm:d3-array";
import {svg} from "npm:htl";
display(html\`<p id="imports">\${range(3).join("-")} \${svg\`<g/>\`.tagName}</p>\`);
\`\`\`
`;

let project: string;
let browser: Browser;
let ordinary: Visit;
let close: () => void;
beforeAll(async () => {
  project = copyProject((await builtSite()).project);
  writeFileSync(join(project, "src/ordinary.md"), page);
  appendFileSync(join(project, "cardlens.yaml"), "pdf: true\n");
  const {code, output} = await runCommand(project, "build");
  expect(code, output).toBe(0);
  const served = await serveUnder(join(project, "dist"), "/sub/");
  close = served.close;
  browser = await launchBrowser();
  ordinary = await visit(browser, `${served.url}ordinary`);
});
afterAll(async () => {
  await browser?.close();
  close?.();
  removeProject(project);
});

const textOf = (selector: string) => ordinary.page.locator(selector).textContent();

test("with pdf: true, the report is printed with the site, and the front page links to it", () => {
  const dist = join(project, "dist");
  expect(readFileSync(join(dist, "index.html"), "utf8")).toContain('href="./report.pdf"');
  expect(readFileSync(join(dist, "report.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  expect(JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8")).files["report.pdf"]).toBeDefined();
});

describe("on an ordinary Framework page", () => {
  test("Plot draws", async () => {
    expect(await ordinary.page.locator("#observablehq-main svg circle").count()).toBe(2);
  });

  test("Inputs, html, d3 and aq work, and a cell follows an input", async () => {
    expect(await textOf("#cell")).toBe("3 6 2");
    await ordinary.page.locator("input[type=number]").fill("7");
    await ordinary.page.waitForFunction(() => document.querySelector("#cell")?.textContent === "7 6 2");
  });

  test("sql blocks and DuckDBClient query the published database", async () => {
    await ordinary.page.waitForSelector("#duckdb");
    expect(await textOf("#duckdb")).toMatch(/^660 \d+$/);
    expect(await ordinary.page.locator("#observablehq-main table tbody tr").count()).toBe(3);
  });

  test("npm: imports of locked packages work", async () => {
    expect(await textOf("#imports")).toBe("0-1-2 g");
  });

  test("search finds the page", async () => {
    await ordinary.page.locator("#observablehq-search input").fill("zebras");
    const result = ordinary.page.locator("#observablehq-search-results a").filter({hasText: "Ordinary"});
    await result.waitFor();
    expect(await result.getAttribute("href")).toContain("ordinary");
  });

  test("nothing is asked of another host, and nothing fails", async () => {
    expect(await ordinary.page.locator(".observablehq--error").allTextContents()).toEqual([]);
    // DuckDB's engine says how it reads a file
    const chatter = /^console warning: (falling back to full HTTP read|Buffering missing file)/;
    expect(ordinary.problems.filter((problem) => !chatter.test(problem))).toEqual([]);
    expect(ordinary.requests.some((request) => request.endsWith(".wasm"))).toBe(true);
  });
});
