import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  expand,
  SMALLEST_GROUP,
  tabulate,
} from "../../../../data-loaders/datasets/card-usage/sample/valueTable.js";

const amounts = fc.array(fc.integer({min: 1, max: 10_000_000}), {minLength: SMALLEST_GROUP, maxLength: 400});
const counts = fc.array(fc.integer({min: 1, max: 60}), {minLength: SMALLEST_GROUP, maxLength: 400});
const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

describe("a table of values", () => {
  it("stands for as many rows as there were values, none of its groups for fewer than five", () => {
    fc.assert(
      fc.property(amounts, (cents) => {
        const table = tabulate(
          Float64Array.from(cents, (cent) => cent / 100),
          "money",
        );
        expect(table.reduce((total, [, rows]) => total + rows, 0)).toBe(cents.length);
        expect(Math.min(...table.map(([, rows]) => rows))).toBeGreaterThanOrEqual(SMALLEST_GROUP);
      }),
    );
  });

  it("gives amounts back with their mean, in rising order, none of them zero", () => {
    fc.assert(
      fc.property(amounts, (cents) => {
        const values = cents.map((cent) => cent / 100);
        const drawn = expand(tabulate(Float64Array.from(values), "money"), "money");
        expect(Math.abs(mean(drawn) - mean(values))).toBeLessThan(0.02);
        expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
        expect(drawn[0]).toBeGreaterThan(0);
      }),
    );
  });

  it("gives counts back as whole numbers", () => {
    fc.assert(
      fc.property(counts, (values) => {
        const drawn = expand(tabulate(Float64Array.from(values), "count"), "count");
        expect(drawn.length).toBe(values.length);
        expect(drawn.every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it("gives shares of months back as they were", () => {
    const shares = [0.083333, 0.5, 0.5, 1, 1.5];
    expect(expand(tabulate(Float64Array.from(shares), "months"), "months")).toEqual(shares);
  });
});
