import {describe, expect, it} from "vitest";
import {detectableDifference, sampleSizeMeans} from "../../../../src/lib/statistics/tests/sampleSizeMeans.js";
import {
  detectableRise,
  sampleSizeProportions,
} from "../../../../src/lib/statistics/tests/sampleSizeProportions.js";

describe("sampleSizeMeans", () => {
  it("is one below R 4.2.2 power.t.test, which gives 63.77 for a difference of half an sd", () => {
    expect(sampleSizeMeans(1, 2)).toBe(63);
    expect(sampleSizeMeans(-1, 2)).toBe(63);
  });

  it("has detectableDifference as its inverse", () => {
    expect(sampleSizeMeans(detectableDifference(100, 3) * 1.0001, 3)).toBe(100);
  });

  it("refuses a difference of nothing and a spread of nothing", () => {
    expect(() => sampleSizeMeans(0, 1)).toThrow("invalid difference; not other than 0: 0");
    expect(() => sampleSizeMeans(1, 0)).toThrow("invalid standard deviation; not above 0: 0");
    expect(() => detectableDifference(0, 1)).toThrow("invalid size; not above 0: 0");
  });
});

describe("sampleSizeProportions", () => {
  it("agrees with R 4.2.2 power.prop.test: 587.92 and 76.71, rounded up", () => {
    expect(sampleSizeProportions(0.02, 0.05)).toBe(588);
    expect(sampleSizeProportions(0.5, 0.75, {alpha: 0.05, power: 0.9})).toBe(77);
  });

  it("has detectableRise as its inverse", () => {
    expect(sampleSizeProportions(0.02, 0.02 + detectableRise(588, 0.02))).toBe(588);
    expect(detectableRise(588, 0.02)).toBeCloseTo(0.03, 4);
  });

  it("says that two customers show next to nothing", () => {
    expect(detectableRise(1, 0.02)).toBeCloseTo(0.98, 6);
    expect(() => sampleSizeProportions(0.1, 0.1)).toThrow("invalid shares; they do not differ: 0.1");
    expect(() => sampleSizeProportions(0, 0.1)).toThrow("invalid share; not in (0, 1): 0");
  });
});
