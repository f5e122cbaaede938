import {expect, test} from "vitest";
import {chiSquared} from "../../../../src/lib/statistics/tests/chiSquared.js";

/** Two labelings with these counts of each pair. */
function labelings(counts: readonly (readonly number[])[]): [Int32Array, Int32Array] {
  const pairs = counts.flatMap((row, a) =>
    row.flatMap((count, b) => Array.from({length: count}, () => [a, b])),
  );
  return [Int32Array.from(pairs, ([a]) => a), Int32Array.from(pairs, ([, b]) => b)];
}

test("a table worked out by hand: X² = 4, one degree of freedom, V = 0.2", () => {
  const table = [
    [30, 20],
    [20, 30],
  ];
  const found = chiSquared(...labelings(table));
  expect(found.statistic).toBeCloseTo(4, 12);
  expect(found.degreesOfFreedom).toBe(1);
  expect(found.cramersV).toBeCloseTo(0.2, 12);
  // the upper tail of χ²(1) at 4, from tables
  expect(found.pValue).toBeCloseTo(0.0455002639, 9);
});

test("independent labels give 0, identical ones V = 1", () => {
  const independent = [
    [10, 20],
    [20, 40],
  ];
  expect(chiSquared(...labelings(independent))).toMatchObject({statistic: 0, pValue: 1, cramersV: 0});
  const identical = [
    [7, 0, 0],
    [0, 9, 0],
    [0, 0, 5],
  ];
  expect(chiSquared(...labelings(identical)).cramersV).toBeCloseTo(1, 12);
});

test("one label alone cannot be compared", () => {
  expect(() => chiSquared(...labelings([[3, 4]]))).toThrow(
    "invalid labels; at least two of each are needed: 1, 2",
  );
});
