import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {filesBelow} from "../../data-loaders/engine/project/sourceFiles.js";
import {engineMegabytes} from "../../src/components/database/openDatabase.js";
import {moduleBytes} from "../../src/components/database/packedEngine.js";
import {launchBrowser} from "../setup/browser.js";
import {builtSite} from "../setup/builtSite.js";
import {sendsRanges, sendsWholeFiles, serveFiles} from "../setup/serveFiles.js";
import {type Visit, visit} from "../setup/visit.js";

const {folder, url} = await builtSite();

/** DuckDB says so of a log file that a published database does not have, and of hosts without ranges. */
const expectedWarning = /^console warning: (Buffering missing file|fall(ing)? back to full HTTP read)/;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

async function run(page: Page, sql: string): Promise<void> {
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(sql);
  await page.keyboard.press("Control+Enter");
  await finished(page);
}

async function finished(page: Page): Promise<void> {
  await page.locator(".sql-console .outcome > *").waitFor({timeout: 60_000});
}

const rows = (page: Page) =>
  page
    .locator(".result tbody tr")
    .evaluateAll((all) => all.map((row) => Array.from(row.children, (cell) => cell.textContent)));
const status = (page: Page) => page.locator(".sql-console .actions [role=status]").first().textContent();
const failure = (page: Page) => page.locator(".query-failure").textContent();

test("the engine is as large as the page says, packed and unpacked", async () => {
  const [packed] = (await filesBelow(folder)).filter((file) => /duckdb.*\.wasm\.gz$/.test(file));
  const bytes = readFileSync(join(folder, packed));
  expect(Math.round(bytes.length / 1e6)).toBe(engineMegabytes);
  expect(gunzipSync(bytes).length).toBe(moduleBytes);
});

test("one build of the engine is published, and no page loads any of it before it is used", async () => {
  const files = await filesBelow(folder);
  expect(files.filter((file) => /duckdb.*\.wasm/.test(file)).length).toBe(1);
  for (const page of files.filter((file) => file.endsWith(".html")))
    expect(readFileSync(join(folder, page), "utf8"), page).not.toMatch(
      /(href|src)="[^"]*(duckdb-wasm|startEngine|apache-arrow)/,
    );
});

test("without JavaScript the page lists every table and column, and the files can be downloaded", async () => {
  const {page, close} = await visit(browser, `${url}explore.html`, {javaScriptEnabled: false});
  expect(await page.locator("noscript p").textContent()).toContain("The query box needs JavaScript.");
  expect(await page.locator('[data-table="alllife.customers"] [data-column="credit_limit"]').count()).toBe(1);
  expect(await page.locator('[data-table="card_usage.customers"] [data-column="balance"]').count()).toBe(1);
  const links = page.locator("#published-tables a");
  const addresses = await links.evaluateAll((all) =>
    all.map((link) => (link instanceof HTMLAnchorElement ? link.href : "")),
  );
  expect(addresses.length).toBeGreaterThan(20);
  for (const address of addresses) expect((await page.request.head(address)).status(), address).toBe(200);
  await close();
});

describe("the SQL console", () => {
  let reader: Visit;
  let page: Page;

  beforeAll(async () => {
    reader = await visit(browser, `${url}explore.html`);
    page = reader.page;
  });
  afterAll(() => reader?.close());

  test("says how large the engine is before it loads it", async () => {
    expect(await status(page)).toBe("The first run loads the database engine once, 7 MB.");
    expect(reader.requests.filter((request) => /duckdb/.test(request))).toEqual([]);
  });

  test("an example fills the editor, and runs on the published tables", async () => {
    await page.getByRole("button", {name: "Bank: segments side by side"}).click();
    await page.getByRole("button", {name: "Run query"}).click();
    await finished(page);
    expect((await rows(page)).map(([name]) => name)).toEqual([
      "Premium online",
      "Branch visitors",
      "Phone callers",
    ]);
    expect(await status(page)).toMatch(/^3 rows, [\d.]+ s\.$/);
  });

  test("the address of a database names its edition", () => {
    const addresses = reader.requests.filter((request) => request.includes(".duckdb"));
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(address).toMatch(/\.duckdb\?edition=[0-9a-f]{16}$/);
  });

  test("a heading sorts", async () => {
    await page.locator(".result th button").nth(1).click();
    // the engine sorts
    await page.locator(".result th:nth-child(2)[aria-sort=ascending]").waitFor();
    expect((await rows(page)).map(([name]) => name)).toEqual([
      "Premium online",
      "Phone callers",
      "Branch visitors",
    ]);
  });

  test("both databases can be joined in one query", async () => {
    await run(page, "SELECT (SELECT count(*) FROM alllife.customers), count(*) FROM card_usage.customers");
    expect(await rows(page)).toEqual([["660", "8,950"]]);
  });

  test("all rows of a long result can be reached by keyboard", async () => {
    await run(page, "SELECT * FROM range(100000)");
    expect(await status(page)).toMatch(/^100,000 rows, [\d.]+ s\.$/);
    const pages = page.getByRole("group", {name: "Pages of the result"});
    expect((await rows(page)).length).toBe(500);
    expect(await pages.getByRole("status").textContent()).toBe("Rows 1 to 500 of 100,000");
    await pages.getByRole("button", {name: "Last"}).press("Enter");
    await pages.getByText("Rows 99,501 to 100,000 of 100,000").waitFor();
    expect((await rows(page)).at(-1)).toEqual(["99,999"]);
    await pages.getByRole("button", {name: "Previous"}).press("Enter");
    await pages.getByText("Rows 99,001 to 99,500 of 100,000").waitFor();
  });

  test("markup in a value and in a name is text; NULL is shown", async () => {
    await run(page, `SELECT '<img src=x onerror=alert(1)>' AS "<b>name</b>", NULL AS nothing`);
    expect(await rows(page)).toEqual([["<img src=x onerror=alert(1)>", "NULL"]]);
    expect(await page.locator(".result img, .result b").count()).toBe(0);
  });

  test("the result can be downloaded; formulas in it are made harmless", async () => {
    await run(page, "SELECT '=1+1' AS formula, -1.5 AS number, NULL AS nothing");
    const download = page.waitForEvent("download");
    await page.getByRole("button", {name: "CSV"}).click();
    expect(readFileSync(await (await download).path(), "utf8")).toBe(
      "formula,number,nothing\r\n'=1+1,-1.5,\r\n",
    );
  });

  test.each([
    ["SELECT 1\nFROM nowhere", "Line 2: Catalog Error: Table with name nowhere does not exist!"],
    ["", "The query is empty. Write one, or choose an example."],
    [
      "DROP TABLE alllife.customers",
      "Line 1: “DROP” is not allowed here: the tables can be read and not changed.",
    ],
    ["SELECT json_extract('{}', 'a')", "The query needs DuckDB's json extension"],
    ["FROM 'https://example.org/a.csv'", "Only the published tables can be read here"],
    ["SELECT * FROM 'nothing.parquet'", "Only the published tables can be read here"],
  ])("an error stands under the editor, and its line is marked: %s", async (sql, message) => {
    await run(page, sql);
    expect(await failure(page)).toContain(message);
    const line = Number(/^Line (\d+)/.exec(message)?.[1] ?? 0);
    const marked = await page
      .locator(".cm-line")
      .evaluateAll((lines) =>
        lines.flatMap((element, i) => (element.classList.contains("error-line") ? [i + 1] : [])),
      );
    expect(marked).toEqual(line === 0 ? [] : [line]);
  });

  test("completion offers the columns of a table", async () => {
    await run(page, "SELECT 1 FROM alllife.customers c");
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" WHERE c.credit_l");
    await page.locator(".cm-tooltip-autocomplete").getByText("credit_limit").waitFor();
    await page.keyboard.press("Escape");
  });

  test("tables and columns are filtered, and a name goes where the cursor is, by keyboard", async () => {
    await run(page, "SELECT max()\nFROM alllife.customers");
    const tree = page.locator(".table-tree");
    await tree.getByRole("searchbox").fill("lines.method");
    expect(await tree.getByRole("status").textContent()).toMatch(/^0 of \d+ tables$/);
    await tree.getByRole("searchbox").fill("customers credit_limit");
    await page.locator(".cm-content").press("Control+Home");
    for (let step = 0; step < "SELECT max(".length; step++) await page.keyboard.press("ArrowRight");
    await tree.getByRole("button", {name: "credit_limit double"}).first().press("Enter");
    expect(await page.locator(".cm-line").first().textContent()).toBe("SELECT max(credit_limit)");
    await page.keyboard.press("Control+Enter");
    await page.locator(".result thead").getByText("max(credit_limit)").waitFor();
    await tree.getByRole("searchbox").fill("");
  });

  test("only what is selected is run, and its errors are marked where they stand", async () => {
    await run(page, "SELECT 1 AS one\n;\nSELECT 2 AS two\nFROM nowhere");
    expect(await failure(page)).toContain("One query at a time");
    await page.locator(".cm-content").press("Control+Home");
    await page.keyboard.press("Shift+End");
    await page.getByRole("button", {name: "Run selection"}).click();
    await page.locator(".result").waitFor();
    expect(await rows(page)).toEqual([["1"]]);
    await page.locator(".cm-line").nth(2).click();
    await page.keyboard.press("Home");
    await page.keyboard.press("Control+Shift+End");
    await page.keyboard.press("Control+Enter");
    await page.locator(".query-failure").waitFor();
    expect(await failure(page)).toContain("Line 4: ");
    expect(await page.locator(".cm-line").nth(3).getAttribute("class")).toContain("error-line");
  });

  test("a query is formatted", async () => {
    await run(page, "select segment, count(*) from alllife.customers where calls>2 group by segment");
    await page.getByRole("button", {name: "Format"}).click();
    await page.locator(".cm-line").nth(4).waitFor();
    expect(await page.locator(".cm-line").allTextContents()).toEqual([
      "SELECT",
      "  segment,",
      "  count(*)",
      "FROM",
      "  alllife.customers",
      "WHERE",
      "  calls > 2",
      "GROUP BY",
      "  segment",
    ]);
  });

  test("a chart of the result suits it, and can be changed", async () => {
    await run(page, "SELECT name, customers, position FROM alllife.segments ORDER BY position");
    await page.locator(".result-chart summary").press("Enter");
    const chart = page.locator(".result-chart [role=img]");
    await chart.waitFor();
    expect(await chart.getAttribute("aria-label")).toBe("Bars: customers by name. The table has the values.");
    expect(await chart.locator("svg g[aria-label=bar] rect").count()).toBe(3);
    const choice = (name: RegExp) => page.getByRole("combobox", {name});
    await choice(/^Type/).selectOption("histogram");
    await page.getByRole("img", {name: "Histogram of customers"}).waitFor();
    await choice(/^Type/).selectOption("dots");
    await choice(/^By/).selectOption("position");
    await page.getByRole("img", {name: "Dots: customers by position"}).waitFor();
    expect(await chart.locator("svg g[aria-label=dot] circle").count()).toBe(3);
    await run(page, "SELECT range AS k, range * range AS square FROM range(9)");
    await page.getByRole("img", {name: "Lines: square by k"}).waitFor();
    await page.locator(".result-chart summary").click();
  });

  test("a link to the query can be copied", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await run(page, "SELECT 5 AS five");
    await page.getByRole("button", {name: "Copy link"}).press("Enter");
    await page.getByText("Link copied.").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(page.url());
    expect(copied).toContain("#query=SELECT%205%20AS%20five");
  });

  test("queries that ran are kept in this browser, and can be taken up and erased", async () => {
    const history = page.locator(".query-history");
    await history.locator("summary").click();
    await history.getByRole("button", {name: "SELECT name, customers, position"}).click();
    await page.locator(".result thead").getByText("position").waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    expect(await other.locator(".query-history li").count()).toBeGreaterThan(3);
    await other.close();
    await history.getByRole("button", {name: "Erase"}).click();
    expect(await history.isVisible()).toBe(false);
    expect(await page.evaluate(() => localStorage.getItem("cardlens-queries"))).toBeNull();
  });

  test("completion does not cover the result", async () => {
    await run(page, "SELECT 1 AS one\nFROM alllife.customers\nLIMIT 3");
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" OFF");
    const offered = page.locator(".cm-tooltip-autocomplete");
    await offered.waitFor();
    const [list, result] = await Promise.all([offered.boundingBox(), page.locator(".result").boundingBox()]);
    expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThanOrEqual(result?.y ?? 0);
    await page.keyboard.press("Escape");
  });

  test("on a phone the tree is closed, opens by touch, and nothing but tables scrolls sideways", async () => {
    const phone = await visit(browser, page.url(), {viewport: {width: 390, height: 844}, hasTouch: true});
    const tree = phone.page.locator(".table-tree");
    await phone.page.locator(".cm-content").waitFor();
    expect(await tree.locator("input").isVisible()).toBe(false);
    await tree.locator("summary").first().tap();
    await tree.locator("input").fill("segment_profiles");
    await tree.getByText("alllife.segment_profiles", {exact: true}).tap();
    await tree.getByRole("button", {name: "Insert alllife.segment_profiles"}).waitFor();
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await phone.close();
  });

  test("the address holds the query, for others", async () => {
    await run(page, "SELECT 1 FROM alllife.customers c");
    const other = await visit(browser, page.url());
    expect(await other.page.locator(".cm-content").textContent()).toBe("SELECT 1 FROM alllife.customers c");
    await other.close();
  });

  test("nothing was asked of another host, and nothing went wrong", () => {
    expect(reader.problems.filter((problem) => !expectedWarning.test(problem))).toEqual([]);
  });

  // Last: it may cut off the engine while the browser still writes it to its cache.
  test("a query that takes too long can be stopped, and the next one runs", async () => {
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(
      "SELECT count(*) FROM range(100000) a, range(100000) b WHERE a.range > b.range",
    );
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", {name: "Stop"}).click();
    await finished(page);
    expect(await failure(page)).toContain("The query was stopped.");
    await run(page, "SELECT 42");
    expect(await rows(page)).toEqual([["42"]]);
  });
});

describe.each([
  ["the engine is missing", "**/*.wasm*", {status: 404, body: ""}, "the server answers 404 for duckdb-eh"],
  [
    "the engine is damaged",
    "**/*.wasm*",
    {body: "\0asm", contentType: "application/wasm"},
    "it stopped with",
  ],
  ["a database is missing", "**/*.duckdb*", {status: 404, body: ""}, "the server answers 404 for"],
  [
    "a database is cut off",
    "**/*.duckdb*",
    {body: "DUCK"},
    "it is damaged, or the report was published anew",
  ],
])("where %s", (_, pattern, answer, reason) => {
  test("the true reason is told, and a button tries again", async () => {
    const {page, close} = await visit(browser, `${url}explore.html`);
    await page.context().route(pattern, (route) => route.fulfill(answer));
    await run(page, "SELECT 42");
    expect(await failure(page)).toContain(reason);
    await page.context().unroute(pattern);
    await page.getByRole("button", {name: "Restart the engine"}).click();
    await page.locator(".result").waitFor({timeout: 60_000});
    expect(await rows(page)).toEqual([["42"]]);
    await close();
  });
});

test("a query that needs more memory than there is says so, and the next one runs", async () => {
  const {page, close} = await visit(browser, `${url}explore.html`);
  await run(page, "SELECT length(string_agg(repeat('x', 1000), '')) FROM range(5000000)");
  expect(await failure(page)).toContain("needs more memory than a browser gives");
  await run(page, "SELECT 42");
  expect(await rows(page)).toEqual([["42"]]);
  await close();
});

test("a database of another build is told, whatever its size", async () => {
  const {page, close} = await visit(browser, `${url}explore.html`);
  const setKey = (key: string) =>
    page.evaluate((to) => {
      const tag = document.querySelector<HTMLMetaElement>('meta[name="cardlens-database"]');
      const before = tag?.dataset.key ?? "";
      if (tag) tag.dataset.key = to;
      return before;
    }, key);
  const key = await setKey("0".repeat(64));
  await run(page, "SELECT 42");
  expect(await failure(page)).toContain("belongs to another build of the report");
  await setKey(key);
  await page.getByRole("button", {name: "Restart the engine"}).click();
  await page.locator(".result").waitFor({timeout: 60_000});
  expect(await rows(page)).toEqual([["42"]]);
  await close();
});

test("a worker that has gone is told within seconds, and Stop starts another", async () => {
  const {page, close} = await visit(browser, `${url}explore.html`);
  await run(page, "SELECT 41");
  await page.evaluate(() => {
    // a browser that ends a worker tells nobody: it answers no more
    Worker.prototype.postMessage = () => {};
  });
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+Enter");
  await page.getByText("The engine has not responded for three seconds").waitFor({timeout: 6000});
  await page.getByRole("button", {name: "Stop"}).click();
  await finished(page);
  expect(await failure(page)).toContain("The query was stopped.");
  await close();
});

describe.each([
  ["ranges", sendsRanges],
  ["whole files only", sendsWholeFiles],
])("on a host that sends %s", (_, rule) => {
  test("a query gives the same, and a database is asked for in parts where that can be", async () => {
    const host = await serveFiles(folder, rule);
    const {page, problems, close} = await visit(browser, `${host.url}explore.html`);
    await run(page, "SELECT count(*), sum(purchases) > 0 FROM card_usage.customers");
    expect(await rows(page)).toEqual([["8,950", "true"]]);
    const size = statSync(join(folder, "data/card-usage.duckdb")).size;
    const whole = host.answers.filter(
      ({path, bytes}) => path === "/data/card-usage.duckdb" && bytes === size,
    );
    expect(whole.length).toBe(rule === sendsRanges ? 0 : 1);
    expect(problems.filter((problem) => !expectedWarning.test(problem))).toEqual([]);
    await close();
    host.close();
  });
});
