import {expect, test} from "vitest";
import {DatabaseError} from "../../../../src/lib/database/databaseError.js";
import {readingStatement} from "../../../../src/lib/database/readingStatement.js";

function refusal(text: string): {message: string; line?: number} | undefined {
  try {
    readingStatement(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    expect(error.kind).toBe("refused");
    return {message: error.message, line: error.line};
  }
}

test.each([
  "SELECT 1",
  "  -- a question\n/* and\nmore */ select 1",
  "WITH a AS (SELECT 1) FROM a",
  "(SELECT 1) UNION (SELECT 2)",
  "FROM alllife.customers",
  "explain analyze select 1",
  "PIVOT a ON b",
  "DESCRIBE alllife.customers",
  "SELECT ';', E'\\';', $$;$$, \";\" -- ; and ;\n",
])("lets a query through that reads: %s", (text) => {
  expect(refusal(text)).toBeUndefined();
});

test("drops the semicolons and comments at the end, and keeps the lines before", () => {
  expect(readingStatement("-- one\nSELECT 1 ;; -- end\n;")).toBe("-- one\nSELECT 1");
});

test.each([
  ["DROP TABLE alllife.customers", 1],
  ["\n\ninsert into x select 1", 3],
  ["EXPLAIN ANALYZE CREATE SCHEMA alllife", 1],
  ["SET threads = 1", 1],
  ["ATTACH 'x' AS y", 1],
  ["/* ; */ -- SELECT\nDETACH alllife", 2],
  ["SELECT E'\\''; DETACH alllife; --'", 1],
  ["SELECT 1;\nSELECT 2", 2],
])("refuses what is not one query that reads: %s", (text, line) => {
  expect(refusal(text)?.line).toBe(line);
});

test("says what to do with an empty query, a second query and a statement that writes", () => {
  expect(
    ["", "-- nothing", ";", "SELECT 1; SELECT 2", "drop table x"].map((text) => refusal(text)?.message),
  ).toMatchInlineSnapshot(`
    [
      "The query is empty. Write one, or choose an example.",
      "The query is empty. Write one, or choose an example.",
      "The query is empty. Write one, or choose an example.",
      "One query at a time, please: a second one begins here.",
      "“drop” is not allowed here: the tables can be read and not changed. A query begins with SELECT, WITH, FROM, VALUES, TABLE, PIVOT, UNPIVOT, DESCRIBE, SHOW, SUMMARIZE or EXPLAIN.",
    ]
  `);
});
