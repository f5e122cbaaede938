import {expect, test} from "vitest";
import {nearestNeighbourValues} from "../../data-loaders/preparation/nearestNeighbourValues.js";
import {preparations} from "../../data-loaders/preparation/preparations.js";
import {winsorise} from "../../data-loaders/preparation/winsorise.js";
import {matrixFromColumns} from "../../src/lib/matrix.js";

test("tails are drawn in to the quantiles of the R-7 method", () => {
  const column = Float64Array.from({length: 101}, (_, i) => i);
  const drawnIn = winsorise(column, 0.05);
  expect([drawnIn[0], drawnIn[50], drawnIn[100]]).toEqual([5, 50, 95]);
});

test("a gap is filled with the mean of the complete rows that are nearest", () => {
  const x = Float64Array.from([0, 1, 10, 11, 10.4]);
  const y = Float64Array.from([5, 7, 100, 200, Number.NaN]);
  const {values, cols} = nearestNeighbourValues([x, y], Int32Array.from([0, 1, 2, 3]), 2);
  expect(values[4 * cols + 1]).toBe(150);
});

test("preparations that would change nothing are left out", () => {
  const columns = [
    Float64Array.from({length: 30}, (_, i) => i),
    Float64Array.from({length: 30}, (_, i) => (i * 7) % 30),
  ];
  expect(preparations(columns, matrixFromColumns(columns)).map(({id}) => id)).toEqual([
    "report",
    "winsorised",
    "two-components",
  ]);
});

test("rows with gaps are left out of one preparation and kept in the others", () => {
  const columns = [
    Float64Array.from({length: 30}, (_, i) => i),
    Float64Array.from({length: 30}, (_, i) => (i === 4 ? Number.NaN : 1.3 ** i)),
  ];
  const filled = matrixFromColumns([columns[0], columns[1].map((x) => (Number.isNaN(x) ? 50 : x))]);
  const rows = preparations(columns, filled).map(({id, rows}) => [id, rows.length]);
  expect(rows).toEqual([
    ["report", 30],
    ["mean", 30],
    ["neighbours", 30],
    ["dropped", 29],
    ["log", 30],
    ["winsorised", 30],
    ["two-components", 30],
  ]);
});
