import {readFile} from "node:fs/promises";
import {DuckDBInstance} from "@duckdb/node-api";
import {csvParseRows} from "d3";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {launchBrowser} from "../setup/browser.js";
import {builtSite} from "../setup/builtSite.js";
import {type Visit, visit} from "../setup/visit.js";

const {url} = await builtSite();

/** Each type of DuckDB that needs no extension, with values at its edges. */
const expressions = [
  "true",
  "(-128)::TINYINT",
  "255::UTINYINT",
  "(-32768)::SMALLINT",
  "65535::USMALLINT",
  "(-2147483648)::INTEGER",
  "4294967295::UINTEGER",
  "9007199254740993::BIGINT",
  "18446744073709551615::UBIGINT",
  "(-170141183460469231731687303715884105728)::HUGEINT",
  "'340282366920938463463374607431768211455'::UHUGEINT",
  "0.1::FLOAT",
  "(0.1 + 0.2)::DOUBLE",
  "'nan'::DOUBLE",
  "'-infinity'::DOUBLE",
  "12345678901234567.89::DECIMAL(38,2)",
  "0.12345678901234567890::DECIMAL(38,20)",
  "'text with \"quotes\", and a comma'",
  "''",
  "'Low'::ENUM('Low', 'Medium', 'High')",
  "'\\xAA\\x00z'::BLOB",
  "'101'::BIT",
  "DATE '0044-03-15 (BC)'",
  "'infinity'::DATE",
  "TIME '23:59:59.999999'",
  "TIMETZ '12:00:00+01'",
  "TIMESTAMP '1969-12-31 23:59:59.999999'",
  "TIMESTAMP_S '2024-01-01 00:00:00'",
  "TIMESTAMP_MS '2024-01-01 00:00:00.123'",
  "TIMESTAMP_NS '2024-01-01 00:00:00.123456789'",
  "INTERVAL 3 MONTH",
  "INTERVAL '1 day 02:03:04.5'",
  "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::UUID",
  "[1, 2, NULL]",
  "[0.5::DECIMAL(3, 1)]",
  "[1, 2]::INTEGER[2]",
  "{'a': 1, 'b': DATE '2024-01-01'}",
  "MAP {DATE '2024-01-01': 1}",
  "union_value(k := 1)",
  "(1, true)",
  "NULL",
];

let browser: Browser;
let reader: Visit;
const native = await (await DuckDBInstance.create(":memory:")).connect();
beforeAll(async () => {
  browser = await launchBrowser();
  reader = await visit(browser, `${url}explore.html`);
});
afterAll(async () => {
  native.closeSync();
  await browser?.close();
});

/** Runs a query on the page; gives what the table shows and what the download as CSV holds. */
async function explore(sql: string): Promise<{shown: string[][]; downloaded: string[][]}> {
  const {page} = reader;
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(sql);
  await page.keyboard.press("Control+Enter");
  await page.locator(".sql-console .outcome > *").waitFor({timeout: 60_000});
  expect(await page.locator(".query-failure").allTextContents()).toEqual([]);
  const shown = await page
    .locator(".result tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => Array.from(row.children, (cell) => cell.getAttribute("title") ?? cell.textContent)),
    );
  const download = page.waitForEvent("download");
  await page.getByRole("button", {name: "CSV"}).click();
  const downloaded = csvParseRows(await readFile(await (await download).path(), "utf8")).slice(1);
  return {shown, downloaded};
}

test.each(expressions)("a value is shown and downloaded as DuckDB prints it: %s", async (expression) => {
  const rows = await (await native.run(`SELECT CAST(${expression} AS VARCHAR)`)).getRowsJS();
  const [[printed]] = rows;
  const {shown, downloaded} = await explore(`SELECT ${expression} AS value`);
  expect(shown[0].map((cell) => cell.replace(/(?<=^-?[\d,]*),(?=[\d,.]*$)/g, ""))).toEqual([
    printed === null ? "NULL" : String(printed),
  ]);
  const guarded = String(printed).startsWith("-") && Number.isNaN(Number(printed)) ? `'${printed}` : printed;
  expect(downloaded[0] ?? [""]).toEqual([printed === null ? "" : String(guarded)]);
});

test("rows are sorted by value, what is no number and NULL last in either direction", async () => {
  const {page} = reader;
  await explore(
    "SELECT unnest([20::HUGEINT, 3, 9007199254740993, NULL, 1000000000000000000]) AS n, unnest(['nan'::DOUBLE, 2, 10, NULL, -1]) AS d",
  );
  const column = async (index: number) => {
    await page.locator(".result th button").nth(index).click();
    await page.waitForFunction(
      (i) => document.querySelectorAll(".result th")[i]?.hasAttribute("aria-sort"),
      index,
    );
    const cells = page.locator(`.result tbody td:nth-child(${index + 1})`);
    return cells.allTextContents();
  };
  expect(await column(0)).toEqual(["3", "20", "9,007,199,254,740,993", "1,000,000,000,000,000,000", "NULL"]);
  await page.locator(".result th button").nth(0).click();
  await page.waitForFunction(() => document.querySelector("[aria-sort=descending]"));
  expect(await page.locator(".result tbody td:nth-child(1)").allTextContents()).toEqual([
    "1,000,000,000,000,000,000",
    "9,007,199,254,740,993",
    "20",
    "3",
    "NULL",
  ]);
  expect(await column(1)).toEqual(["-1", "2", "10", "nan", "NULL"]);
});

test("columns of one name keep it, and a result of Parquet holds every row", async () => {
  const {page} = reader;
  await explore("SELECT range AS a, range * 2 AS a, 'x' AS b FROM range(1234)");
  expect(await page.locator(".result th").allTextContents()).toEqual(["a", "a", "b"]);
  const download = page.waitForEvent("download");
  await page.getByRole("button", {name: "Parquet"}).click();
  const file = await (await download).path();
  const result = await native.run(
    `SELECT count(*)::INTEGER, sum(a)::INTEGER, sum(a_2)::INTEGER, min(b) FROM read_parquet('${file}')`,
  );
  expect(await result.getRowsJS()).toEqual([[1234, 760761, 1521522, "x"]]);
});
