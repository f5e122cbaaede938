import fc from "fast-check";
import {expect, test} from "vitest";
import {binColumn} from "../../../../../src/lib/statistics/description/binColumn.js";

test("each value lies in its class", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({min: 1, max: 1e6, noNaN: true}), {minLength: 3, maxLength: 60}),
      (numbers) => {
        const column = Float64Array.from(numbers);
        const {bins, indices} = binColumn(column);
        column.forEach((value, row) => {
          const {lower, upper} = bins[indices[row]];
          expect(value).toBeGreaterThanOrEqual(lower * (1 - 1e-9));
          expect(value).toBeLessThanOrEqual(upper * (1 + 1e-9));
        });
      },
    ),
  );
});

test("the zeros of a skewed variable have a class of their own", () => {
  const {scale, bins, indices} = binColumn(Float64Array.from([...Array(50).fill(0), 2, 3, 5, 5000]));
  expect(scale).toBe("log");
  expect(bins[0]).toEqual({lower: 0, upper: 0});
  expect(indices.filter((bin) => bin === 0).length).toBe(50);
});

test("few whole numbers have a class each", () => {
  const {scale, bins, indices} = binColumn(Float64Array.from([6, 6, 7, 9, 12, 12, 12]));
  expect(scale).toBe("linear");
  expect(bins.map(({lower}) => lower)).toEqual([6, 7, 8, 9, 10, 11, 12]);
  expect([...indices]).toEqual([0, 0, 1, 3, 6, 6, 6]);
});
