import {describe, expect, it} from "vitest";
import {auc} from "../../../../../src/lib/statistics/measures/auc.js";
import {aucInterval} from "../../../../../src/lib/statistics/measures/aucInterval.js";
import {rocCurve} from "../../../../../src/lib/statistics/measures/rocCurve.js";
import {midRanks} from "../../../../../src/lib/statistics/tests/midRanks.js";
import {greatestDifference, reference} from "../smallReference.js";

const {score, roc} = reference;
const y = Uint8Array.from(reference.y);

describe("rocCurve", () => {
  it("gives the points of scikit-learn 1.2.1 roc_curve(drop_intermediate=False)", () => {
    const points = rocCurve(score, y);
    expect(points[0]).toEqual({
      threshold: Number.POSITIVE_INFINITY,
      falsePositiveRate: 0,
      truePositiveRate: 0,
    });
    expect(points.slice(1).map((point) => point.threshold)).toEqual(roc.thresholds.slice(1));
    const falsePositiveRates = points.map((point) => point.falsePositiveRate);
    expect(greatestDifference(falsePositiveRates, roc.fpr)).toBeLessThan(1e-15);
    const truePositiveRates = points.map((point) => point.truePositiveRate);
    expect(greatestDifference(truePositiveRates, roc.tpr)).toBeLessThan(1e-15);
  });
});

describe("auc and aucInterval", () => {
  it("give scikit-learn 1.2.1's area, and DeLong's standard error by its definition over pairs", () => {
    expect(auc(score, y)).toBeCloseTo(reference.auc, 14);
    const interval = aucInterval(score, y);
    expect(interval.auc).toBeCloseTo(reference.auc, 14);
    expect(interval.standardError).toBeCloseTo(reference.delong_standard_error, 14);
    expect(interval.lower).toBeCloseTo(reference.auc - 1.959963984540054 * interval.standardError, 14);
    expect(interval.upper).toBeLessThanOrEqual(1);
  });

  it("give the interval of R's pROC 1.18.0 ci.auc", () => {
    const {standardError, lower, upper} = aucInterval(score, y);
    expect(standardError).toBeCloseTo(0.058263893260509, 14);
    expect(lower).toBeCloseTo(0.760804867610316, 14);
    expect(upper).toBeCloseTo(0.989195132389684, 14);
  });

  it("are 1, 0 and a half for perfect, reversed and constant scores", () => {
    const outcomes = Uint8Array.of(0, 0, 1, 1);
    expect(auc([1, 2, 3, 4], outcomes)).toBe(1);
    expect(auc([4, 3, 2, 1], outcomes)).toBe(0);
    expect(auc([7, 7, 7, 7], outcomes)).toBe(0.5);
    expect(aucInterval([1, 2, 3, 4], outcomes)).toEqual({auc: 1, standardError: 0, lower: 1, upper: 1});
  });

  it("refuse one outcome, scores that are no numbers, and lengths that differ", () => {
    expect(() => auc([1, 2], Uint8Array.of(1, 1))).toThrow("both outcomes are needed, ones among 2: 2");
    expect(() => auc([1, Number.NaN], Uint8Array.of(1, 0))).toThrow("not a number (row 1): NaN");
    expect(() => auc([1], Uint8Array.of(1, 0))).toThrow("scores and outcomes differ in length: 1, 2");
    expect(() => rocCurve([1, 2], Uint8Array.of(1, 3))).toThrow("invalid y; not 0 or 1: 3");
    expect(() => aucInterval([1, 2, 3], Uint8Array.of(1, 0, 0))).toThrow("1 ones, 2 zeros");
  });
});

describe("midRanks", () => {
  it("gives the ranks of SciPy 1.10.1 rankdata", () => {
    expect([...midRanks(score)]).toEqual(reference.ranks);
  });
});
