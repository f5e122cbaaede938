import {describe, expect, it} from "vitest";
import {skewness} from "../../../../src/lib/statistics/description/skewness.js";
import {pearsonCorrelation} from "../../../../src/lib/statistics/tests/pearsonCorrelation.js";
import {spearmanCorrelation} from "../../../../src/lib/statistics/tests/spearmanCorrelation.js";
import {needed, readColumns, readFeatures, readReference, referenceAvailable} from "./referenceData.js";
import {greatestDifference, matrixFromRows, raw, reference} from "./smallReference.js";

describe("correlations", () => {
  it("are those of NumPy 1.24 and SciPy 1.10.1", () => {
    const pearson = pearsonCorrelation(raw).coefficients.values;
    expect(greatestDifference(pearson, reference.pearson.flat())).toBeLessThan(1e-14);
    const spearman = spearmanCorrelation(raw).coefficients.values;
    expect(greatestDifference(spearman, reference.spearman.flat())).toBeLessThan(1e-14);
  });

  it("have the interval of Fisher's z: r = 0.5, n = 28 gives [0.156, 0.736]", () => {
    // Fisher's z = 0.5493, standard error 0.2
    const x = Array.from({length: 28}, (_, i) => Math.cos((2 * Math.PI * i) / 28));
    const v = Array.from({length: 28}, (_, i) => Math.sin((2 * Math.PI * i) / 28));
    const rows = x.map((value, i) => [value, value + Math.sqrt(3) * v[i]]);
    const {coefficients, lower, upper} = pearsonCorrelation(matrixFromRows(rows));
    expect(coefficients.values[1]).toBeCloseTo(0.5, 12);
    expect(lower.values[1]).toBeCloseTo(0.156, 3);
    expect(upper.values[1]).toBeCloseTo(0.736, 3);
    expect([coefficients.values[0], lower.values[0], upper.values[0]]).toEqual([1, 1, 1]);
    expect(spearmanCorrelation(matrixFromRows(rows)).lower.values[1]).toBeLessThan(0.156);
  });

  it("refuse constant columns, few rows and values that are not finite", () => {
    const rows = [
      [1, 2],
      [1, 3],
      [1, 4],
      [1, 6],
    ];
    expect(() => pearsonCorrelation(matrixFromRows(rows))).toThrow(
      "invalid column; constant, without correlations: 0",
    );
    expect(() => pearsonCorrelation(matrixFromRows(rows.slice(1)))).toThrow(
      "at least four rows are needed: 3",
    );
    rows[2][0] = Number.NaN;
    expect(() => spearmanCorrelation(matrixFromRows(rows))).toThrow("(row 2, column 0): NaN");
  });
});

describe("skewness", () => {
  it("is that of SciPy 1.10.1 skew(bias=False), which is pandas'", () => {
    reference.skew.forEach((expected, j) => {
      expect(skewness(reference.rows.map((row) => row[j]))).toBeCloseTo(expected, 13);
    });
  });

  it("is 0 where nothing varies, does not depend on units, and needs three values", () => {
    expect(skewness([0.1, 0.1, 0.1])).toBe(0);
    expect(skewness([1e200, 2e200, 9e200])).toBeCloseTo(skewness([1, 2, 9]), 12);
    expect(() => skewness([1, 2])).toThrow("invalid values; skewness needs at least 3: 2");
  });
});

describe.skipIf(!referenceAvailable)(`summaries of the real files${needed}`, () => {
  it("agree with pandas on AllLife", () => {
    const {features, pearson, summary} = readReference("alllife");
    const {coefficients} = pearsonCorrelation(readFeatures("alllife"));
    const expected = features.flatMap((a) => features.map((b) => pearson[a][b]));
    expect(greatestDifference(coefficients.values, expected)).toBeLessThan(1e-10);
    const columns = readColumns("alllife");
    for (const feature of features)
      expect(skewness(columns.get(feature) ?? [])).toBeCloseTo(summary[feature].skew, 10);
  });
});
