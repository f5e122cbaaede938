import {describe, expect, it} from "vitest";
import {quartileFences} from "../../../../src/lib/statistics/description/quartileFences.js";
import {robustZ} from "../../../../src/lib/statistics/description/robustZ.js";

describe("robustZ", () => {
  it("agrees with R 4.2.2 (x - median(x)) / mad(x)", () => {
    const expected = [
      -1.011736139214893, -0.337245379738298, -0.337245379738298, 0.337245379738298, 4.384189936597869,
      32.038311075138274,
    ];
    robustZ([1, 2, 2, 3, 9, 50]).forEach((z, i) => {
      expect(z).toBeCloseTo(expected[i], 12);
    });
  });

  it("falls back on the mean absolute deviation where most values are equal", () => {
    const [first, , , last] = robustZ([0, 0, 0, 4]);
    expect(first).toBe(0);
    expect(last).toBeCloseTo(4 / (1.2533141373155 * 1), 10);
    expect(Array.from(robustZ([7, 7, 7]))).toEqual([0, 0, 0]);
  });
});

describe("quartileFences", () => {
  it("has the quartiles of R 4.2.2 quantile", () => {
    const {q25, median, q75} = quartileFences([32, 16, 8, 4, 2, 1]);
    expect([q25, median, q75]).toEqual([2.5, 6, 14]);
  });

  it("uses the R-7 quartiles: 1 to 9 have 3, 5 and 7", () => {
    expect(quartileFences([9, 8, 7, 6, 5, 4, 3, 2, 1])).toEqual({
      q25: 3,
      median: 5,
      q75: 7,
      lower: -3,
      upper: 13,
    });
  });
});
