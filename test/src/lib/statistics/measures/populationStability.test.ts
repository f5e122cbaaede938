import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {populationStability} from "../../../../../src/lib/statistics/measures/populationStability.js";

describe("the population stability index", () => {
  it("is the sum of (a − e) · ln(a / e), worked out by hand", () => {
    const expected = (0.6 - 0.5) * Math.log(0.6 / 0.5) + (0.4 - 0.5) * Math.log(0.4 / 0.5);
    expect(populationStability([50, 50], [60, 40])).toBeCloseTo(expected, 12);
  });

  it("is 0 for the same shares, whatever the number of customers", () => {
    expect(populationStability([10, 20, 30], [100, 200, 300])).toBeCloseTo(0, 12);
  });

  it("counts an empty bin as a share of 1e-4", () => {
    const moved = (1 - 1e-4) * Math.log(1 / 1e-4);
    expect(populationStability([10, 0], [0, 10])).toBeCloseTo(2 * moved, 10);
  });

  it("is not negative, and the same both ways", () => {
    const counts = fc.array(fc.integer({min: 0, max: 50}), {minLength: 4, maxLength: 4});
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        fc.pre(a.some((n) => n > 0) && b.some((n) => n > 0));
        const index = populationStability(a, b);
        expect(index).toBeGreaterThanOrEqual(-1e-12);
        expect(populationStability(b, a)).toBeCloseTo(index, 10);
      }),
    );
  });

  it("refuses other bins and empty populations", () => {
    expect(() => populationStability([1, 2], [1, 2, 3])).toThrow("invalid counts; not in the same 2 bins: 3");
    expect(() => populationStability([1, 2], [0, 0])).toThrow("invalid counts; they add up to 0");
  });
});
