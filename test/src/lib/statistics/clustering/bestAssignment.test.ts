import fc from "fast-check";
import {expect, test} from "vitest";
import {bestAssignment} from "../../../../../src/lib/statistics/clustering/bestAssignment.js";

test("pairs as SciPy 1.10.1 does", () => {
  const table = [
    [36, 47, 44, 25, 47, 48, 48],
    [4, 22, 30, 14, 18, 31, 40],
    [29, 8, 33, 43, 10, 27, 16],
    [45, 3, 23, 44, 21, 6, 39],
    [48, 49, 46, 18, 36, 48, 28],
    [46, 29, 8, 23, 30, 15, 35],
    [20, 47, 10, 33, 4, 6, 26],
  ];
  expect(total(table, bestAssignment(table))).toBe(305);
});

test("reaches the greatest of all sums", () => {
  const tables = fc.integer({min: 0, max: 5}).chain((k) =>
    fc.array(fc.array(fc.integer({min: -9, max: 9}), {minLength: k, maxLength: k}), {
      minLength: k,
      maxLength: k,
    }),
  );
  fc.assert(
    fc.property(tables, (table) => {
      const columns = bestAssignment(table);
      expect([...columns].sort()).toEqual([...table.keys()]);
      expect(total(table, columns)).toBe(greatest(table, []));
    }),
  );
});

function total(table: readonly number[][], columns: Int32Array): number {
  return columns.reduce((sum, column, row) => sum + table[row][column], 0);
}

/** The greatest sum of all pairings that go on from these. */
function greatest(table: readonly number[][], taken: readonly number[]): number {
  if (taken.length === table.length) return 0;
  const free = [...table.keys()].filter((column) => !taken.includes(column));
  return Math.max(...free.map((column) => table[taken.length][column] + greatest(table, [...taken, column])));
}
