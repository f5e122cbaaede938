import {uniformFloat64} from "pure-rand/distribution/uniformFloat64";
import {describe, expect, test} from "vitest";
import {fitRiskModel} from "../../../../src/lib/risk/fitRiskModel.js";
import {judgeRiskModel} from "../../../../src/lib/risk/judgeRiskModel.js";
import {judgeScoreBins} from "../../../../src/lib/risk/judgeScoreBins.js";
import {seededRandom} from "../../../../src/lib/statistics/matrices/seededRandom.js";

// a variable of few values, so that customers tie and each probability is a bin
const generator = seededRandom(3);
const ROWS = 3_000;
const x = Float64Array.from({length: ROWS}, () => Math.floor(40 * uniformFloat64(generator)));
const y = Uint8Array.from(x, (value) => (uniformFloat64(generator) < 0.05 + value / 60 ? 1 : 0));
const fit = fitRiskModel({rows: ROWS, cols: 1, values: x}, y, ["x"]);
const expected = judgeRiskModel(fit, {rows: ROWS, cols: 1, values: x}, y);
const bins = [...new Set(fit.probability)].map((from) => {
  const rows = Array.from(fit.probability.keys()).filter((row) => fit.probability[row] === from);
  return {
    rows: rows.length,
    positives: rows.reduce((sum, row) => sum + y[row], 0),
    probabilities: from * rows.length,
    from,
  };
});
const found = judgeScoreBins(bins);

describe("a model judged by bins of one probability each is judged as by each customer", () => {
  test.each(["rows", "positives", "averagePrecision"] as const)("%s", (measure) => {
    expect(found[measure]).toBeCloseTo(expected[measure], 10);
  });

  test("the area under the curve, and its interval", () => {
    expect(found.auc.auc).toBeCloseTo(expected.auc.auc, 10);
    expect(found.auc.standardError).toBeCloseTo(expected.auc.standardError, 10);
  });

  test.each(["ks", "roc", "precisionRecall", "calibration", "lift"] as const)("%s", (measure) => {
    const numbers = (value: unknown) =>
      JSON.stringify(value, (_, each) => (typeof each === "number" ? Number(each.toFixed(9)) : each));
    expect(numbers(found[measure])).toBe(numbers(expected[measure]));
  });
});

test("two of each outcome are needed", () => {
  expect(() => judgeScoreBins([{rows: 9, positives: 1, probabilities: 1, from: 0}])).toThrow(
    "two of each outcome are needed: 1 of 9",
  );
});
