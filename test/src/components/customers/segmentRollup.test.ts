import fc from "fast-check";
import {expect, test} from "vitest";
import {segmentRollup} from "../../../../src/components/customers/segmentRollup.js";

const columns = {segment: ["b", "a", "b", "c"], calls: [1, 2, 4, 8], limit: [10, 20, 40, 80]};

test("counts and adds up the customers chosen, by segment", () => {
  expect(segmentRollup(columns, [0, 1, 2], ["calls", "limit"])).toEqual([
    {segment: "b", customers: 2, sums: {calls: 5, limit: 50}},
    {segment: "a", customers: 1, sums: {calls: 2, limit: 20}},
  ]);
  expect(segmentRollup(columns, [], ["calls"])).toEqual([]);
});

test("loses nobody, whoever is chosen", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({min: 0, max: 3})), (rows) => {
      const rollup = segmentRollup(columns, rows, ["calls"]);
      const total = (of: (row: number) => number) => rows.reduce((sum, row) => sum + of(row), 0);
      expect(rollup.reduce((sum, {customers}) => sum + customers, 0)).toBe(rows.length);
      expect(rollup.reduce((sum, {sums}) => sum + sums.calls, 0)).toBe(total((row) => columns.calls[row]));
    }),
  );
});
