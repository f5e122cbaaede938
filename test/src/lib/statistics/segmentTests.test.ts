import {describe, expect, it} from "vitest";
import {chiSquaredTail} from "../../../../src/lib/statistics/tests/chiSquaredTail.js";
import {holmAdjust} from "../../../../src/lib/statistics/tests/holmAdjust.js";
import {kruskalWallis} from "../../../../src/lib/statistics/tests/kruskalWallis.js";
import {normalQuantile} from "../../../../src/lib/statistics/tests/normalQuantile.js";

describe("chiSquaredTail", () => {
  it("agrees with SciPy 1.10.1 chi2.sf, far into the tail", () => {
    expect(chiSquaredTail(0.5, 1)).toBeCloseTo(0.47950012218695337, 14);
    expect(chiSquaredTail(3, 2)).toBeCloseTo(0.22313016014842982, 14);
    expect(chiSquaredTail(10, 4)).toBeCloseTo(0.04042768199451279, 14);
    expect(chiSquaredTail(600, 2) / 5.148200222411903e-131).toBeCloseTo(1, 10);
    expect(chiSquaredTail(1500, 3)).toBeLessThan(1e-300);
  });

  it("is 0 at infinity", () => {
    expect(chiSquaredTail(Number.POSITIVE_INFINITY, 3)).toBe(0);
  });

  it("is 1 at 0 and refuses what is no χ² value", () => {
    expect(chiSquaredTail(0, 3)).toBe(1);
    expect(() => chiSquaredTail(-1, 3)).toThrow("invalid x; not 0 or above: -1");
    expect(() => chiSquaredTail(1, 0)).toThrow("invalid degrees of freedom; not above 0: 0");
  });
});

describe("normalQuantile", () => {
  it("agrees with SciPy 1.10.1 norm.ppf", () => {
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 12);
    expect(normalQuantile(0.2)).toBeCloseTo(-0.8416212335729142, 12);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(normalQuantile(1e-8)).toBeCloseTo(-5.612001244174789, 10);
  });

  it("keeps to the line at the smallest share that there is", () => {
    // SciPy 1.10.1: −37.0471 at 1e-300, −38.4674 at 4.9e-324
    expect(normalQuantile(1e-300)).toBeCloseTo(-37.0471, 4);
    expect(Math.abs(normalQuantile(Number.MIN_VALUE) + 38.4674)).toBeLessThan(0.1);
  });

  it("is symmetric and refuses shares that are none", () => {
    expect(normalQuantile(0.5)).toBeCloseTo(0, 14);
    expect(normalQuantile(0.9)).toBe(-normalQuantile(1 - 0.9));
    expect(() => normalQuantile(1)).toThrow("invalid share; not in (0, 1): 1");
  });
});

describe("kruskalWallis", () => {
  const values = [1, 2, 2, 3, 5, 5, 6, 7, 9, 9, 4, 4];
  const labels = Int32Array.from([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);

  it("agrees with SciPy 1.10.1 kruskal, with ties", () => {
    const {statistic, pValue, degreesOfFreedom, epsilonSquared} = kruskalWallis(values, labels);
    expect(statistic).toBeCloseTo(7.4893617021276615, 12);
    expect(pValue).toBeCloseTo(0.023643173537388595, 13);
    expect(degreesOfFreedom).toBe(2);
    expect(epsilonSquared).toBeCloseTo(7.4893617021276615 / 11, 12);
  });

  it("depends on ranks alone", () => {
    const stretched = values.map((value) => Math.exp(value));
    expect(kruskalWallis(stretched, labels)).toEqual(kruskalWallis(values, labels));
  });

  it("refuses one group and values without differences", () => {
    expect(() => kruskalWallis(values, new Int32Array(12))).toThrow("at least two groups are needed: 1");
    expect(() => kruskalWallis(new Float64Array(12), labels)).toThrow("invalid values; all are equal: 0");
  });
});

describe("holmAdjust", () => {
  it("agrees with R 4.2.2 p.adjust", () => {
    const adjusted = Array.from(holmAdjust([0.01, 0.04, 0.03, 0.005, 0.9]), (p) => Number(p.toFixed(12)));
    expect(adjusted).toEqual([0.04, 0.09, 0.09, 0.025, 0.9]);
    expect(Array.from(holmAdjust([0.6, 0.7]))).toEqual([1, 1]);
  });
});
