import {describe, expect, test} from "vitest";
import {
  claimReads,
  differencesOf,
  isOfTheReport,
  isTouched,
} from "../../../../data-loaders/edition/multiverse/claimReads.js";
import {integer, table} from "../../../../data-loaders/engine/tables/publishedTable.js";

const tables = new Set(["customers", "segments", "stability", "kmeans_sweep"]);
const reads = (sql: string, about: string[] = []) =>
  claimReads({id: "bank.claim", sql, about}, "bank", tables);

describe("a claim is touched", () => {
  const differences = new Map([["customers", new Set(["segment"])]]);

  test.each([
    ["where it names a column that differs", "SELECT count(*) > 1 FROM bank.customers WHERE segment = 'a'"],
    ["where it names it in quotes", 'SELECT max("Segment") = 1 FROM bank.customers'],
    ["where it reads all columns", "SELECT * FROM bank.customers"],
    ["where it reads all columns of a table", "SELECT count(c.*) FROM bank.customers c"],
    [
      "where it joins by whatever columns there are",
      "SELECT 1 FROM bank.customers NATURAL JOIN bank.segments",
    ],
  ])("%s", (_, sql) => {
    expect(isTouched(reads(sql), differences)).toBe(true);
  });

  test("where what it is about names the column", () => {
    expect(isTouched(reads("SELECT true", ["bank.customers WHERE segment = 'a'"]), differences)).toBe(true);
  });

  test("where there are other rows", () => {
    const sql = "SELECT count(*) > 1 FROM bank.customers";
    expect(isTouched(reads(sql), new Map([["customers", "rows" as const]]))).toBe(true);
  });
});

describe("a claim is not touched", () => {
  test.each([
    ["by columns that it does not name", "SELECT count(*) > 1 FROM bank.customers WHERE calls > 3"],
    ["by tables that it does not read", "SELECT max(segment) = 'a' FROM bank.segments"],
    ["by multiplication", "SELECT max(2 * calls) > 1 FROM bank.customers"],
  ])("%s", (_, sql) => {
    expect(isTouched(reads(sql), new Map([["customers", new Set(["segment"])]]))).toBe(false);
  });
});

test("what resamples say is of the report's own groups, and so are the random starts", () => {
  expect(isOfTheReport(reads("SELECT min(jaccard) > 0.8 FROM bank.stability"))).toBe(true);
  expect(isOfTheReport(reads("SELECT max(restarts_at_best) > 1 FROM bank.kmeans_sweep"))).toBe(true);
  expect(isOfTheReport(reads("SELECT max(silhouette) > 1 FROM bank.kmeans_sweep"))).toBe(false);
});

test("the columns that differ are found, and rows in another number", () => {
  const before = table("t", "", [1, 2], [integer("a", "", [1, 2]), integer("b", "", [1, 2])]);
  const other = table("t", "", [1, 2], [integer("a", "", [1, 2]), integer("b", "", [2, 1])]);
  expect(differencesOf(before, other)).toEqual(new Set(["b"]));
  expect(differencesOf(before, table("t", "", [1], [integer("a", "", [1]), integer("b", "", [1])]))).toBe(
    "rows",
  );
});
