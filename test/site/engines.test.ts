import {copyFileSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {datasets} from "../../data-loaders/datasets/datasets.js";
import type {GatheredEvidence} from "../../data-loaders/narrative/evidence/gatherEvidence.js";
import {withPublished} from "../../data-loaders/narrative/evidence/withPublished.js";
import {chaptersForPages} from "../../data-loaders/site/pages/chapters.js";
import type {Cell} from "../../src/lib/database/cell.js";
import {populationQuery, verdictOf} from "../../src/lib/narrative/verdict.js";
import {builtSite} from "../setup/builtSite.js";
import {type BrowserEngine, startBrowserEngine} from "./browserEngine.js";

const {folder, project} = await builtSite();
const {evidence}: {evidence: GatheredEvidence} = JSON.parse(
  readFileSync(join(project, ".cache/edition/evidence.json"), "utf8"),
);
// Outside a browser the engine leaves a file beside each database that it attaches.
const copies = mkdtempSync(join(tmpdir(), "cardlens-"));
const databases = datasets().map(({id, schema}) => {
  const path = join(copies, `${id}.duckdb`);
  copyFileSync(join(folder, "data", `${id}.duckdb`), path);
  return {schema, path, key: ""};
});
afterAll(() => rmSync(copies, {recursive: true, force: true}));
const examples = chaptersForPages().flatMap((chapter) => chapter.examples.map(({sql}) => sql));

let engine: BrowserEngine;
beforeAll(async () => {
  engine = await startBrowserEngine(new Map(databases.map(({schema, path}) => [schema, path])));
});

/** Equal, or for numbers within 1e-9 of each other's size. */
function agrees(a: Cell, b: Cell): boolean {
  if (typeof a !== "number" || typeof b !== "number") return a === b;
  return Object.is(a, b) || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

test("the browser's engine is the older one that the report is published for", () => {
  expect(engine.version).toBe("v1.1.1");
});

test("every figure has the same value in the browser's engine as in the build's", () => {
  expect(evidence.figures.length).toBeGreaterThan(50);
  const different = evidence.figures.flatMap(({id, sql, value}) => {
    const rows = engine.query(sql);
    return rows.length === 1 && rows[0].length === 1 && agrees(rows[0][0], value) ? [] : [{id, value, rows}];
  });
  expect(different).toEqual([]);
});

test("every claim has the same verdict in the browser's engine as in the build's", () => {
  expect(evidence.claims.length).toBeGreaterThan(20);
  const different = evidence.claims.flatMap(({id, sql, about, verdict}) => {
    const populations = about.map(({from}) => Number(engine.query(populationQuery(from))[0][0]));
    const rows = populations.includes(0) ? [[null]] : engine.query(sql);
    const isOne = rows.length === 1 && rows[0].length === 1;
    return isOne && verdictOf(populations, rows[0][0]) === verdict ? [] : [{id, verdict, rows}];
  });
  expect(different).toEqual([]);
});

test("every example gives the same rows in both engines", async () => {
  expect(examples.length).toBeGreaterThan(3);
  for (const sql of examples) {
    const expected = await withPublished(databases, async (connection) =>
      (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(plain)),
    );
    const rows = engine.query(sql);
    expect(rows.length, sql).toBe(expected.length);
    expect(rows.length, sql).toBeGreaterThan(0);
    for (const [i, row] of rows.entries())
      for (const [j, cell] of row.entries())
        expect(agrees(cell, expected[i][j]), `${sql}\nrow ${i}: ${cell}, ${expected[i][j]}`).toBe(true);
  }
});

/** A value of the build's engine as a cell. */
function plain(value: unknown): Cell {
  if (value === null || typeof value === "number" || typeof value === "string" || typeof value === "boolean")
    return value;
  return Number(String(value));
}

test.each([
  ["9007199254740991::BIGINT", 9007199254740991],
  ["9007199254740993::BIGINT", "9007199254740993"],
  ["-3::HUGEINT", -3],
  ["sum(x) FROM (VALUES (1), (2)) t(x)", 3],
  ["0.1::DECIMAL(38, 20)", 0.1],
  ["-1.25::DECIMAL(9, 2)", -1.25],
  ["1e300", 1e300],
  ["NULL", null],
  ["DATE '2024-02-29'", "2024-02-29"],
  ["TIMESTAMP '2024-02-29 01:02:03.5'", "2024-02-29 01:02:03.500"],
  ["TIME '10:00'", "10:00:00"],
  ["'x'::ENUM('x', 'y')", "x"],
  ["'a'::BLOB", "61"],
  ["[1.5, 2]", "[1.5,2]"],
  ["[1::BIGINT, NULL]", "[1,null]"],
  ["{a: 1.5::DECIMAL(9, 2), b: [DATE '2024-02-29']}", '{"a":1.5,"b":["2024-02-29"]}'],
  ["MAP {'k': 2::BIGINT}", '{"k":2}'],
])("a value of the engine becomes a plain cell: %s", (expression, cell) => {
  expect(engine.query(`SELECT ${expression}`)).toEqual([[cell]]);
});
