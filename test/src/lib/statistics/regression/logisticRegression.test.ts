import {describe, expect, it} from "vitest";
import {type Matrix, matrixFromColumns} from "../../../../../src/lib/statistics/matrices/matrix.js";
import {standardise} from "../../../../../src/lib/statistics/matrices/standardise.js";
import {auc} from "../../../../../src/lib/statistics/measures/auc.js";
import {logisticRegression} from "../../../../../src/lib/statistics/regression/logisticRegression.js";
import {predictedProbability} from "../../../../../src/lib/statistics/regression/predictedProbability.js";
import {
  type LogisticReference,
  needed,
  readColumns,
  readLogisticReference,
  readReference,
  referenceAvailable,
} from "../referenceData.js";
import {greatestDifference, matrixFromRows, reference, z} from "../smallReference.js";

const y = Uint8Array.from(reference.y);
const column = (...values: number[]) => matrixFromRows(values.map((value) => [value]));

describe("logisticRegression", () => {
  it("gives the penalised coefficients and probabilities of scikit-learn 1.2.1 (C = 0.5)", () => {
    const {l2, coefficients, probabilities} = reference.penalised_logistic;
    const fit = logisticRegression(z, y, {l2});
    expect(greatestDifference(fit.coefficients, coefficients)).toBeLessThan(1e-5);
    expect(greatestDifference(predictedProbability(fit.coefficients, z), probabilities)).toBeLessThan(1e-5);
    expect(fit.converged).toBe(true);
  });

  it("gives the log odds ratio of a two-by-two table, and Woolf's standard error", () => {
    // 10 of 30 at x = 0, 30 of 40 at x = 1
    const x = column(...Array.from({length: 70}, (_, i) => (i < 30 ? 0 : 1)));
    const outcome = Uint8Array.from({length: 70}, (_, i) => ((i < 30 ? i < 10 : i < 60) ? 1 : 0));
    const fit = logisticRegression(x, outcome);
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(10 / 20), 12);
    expect(fit.coefficients[1]).toBeCloseTo(Math.log((30 * 20) / (10 * 10)), 12);
    expect(fit.standardErrors[1]).toBeCloseTo(Math.sqrt(1 / 10 + 1 / 20 + 1 / 30 + 1 / 10), 12);
    expect(fit.separation).toBe("none");
  });

  it("does not depend on the units of the columns, however large or small", () => {
    const scaled = (factors: number[]) =>
      logisticRegression(matrixFromRows(reference.rows.map((row) => row.map((v, j) => v * factors[j]))), y);
    const fit = scaled([1, 1, 1, 1]);
    const factors = [1e9, 1e-9, 1e100, 1e-100];
    const again = scaled(factors);
    expect(again.converged).toBe(true);
    factors.forEach((factor, j) => {
      expect((again.coefficients[j + 1] * factor) / fit.coefficients[j + 1]).toBeCloseTo(1, 9);
      expect((again.standardErrors[j + 1] * factor) / fit.standardErrors[j + 1]).toBeCloseTo(1, 9);
    });
    expect(() => scaled([1, 1e200, 1, 1])).toThrow("X must be standardised first: 1");
  });

  it("says that classes are separated whatever the units", () => {
    const labels = Uint8Array.of(0, 0, 0, 1, 1, 1);
    for (const unit of [1e-8, 1, 1e8]) {
      const quasi = [1, 2, 3, 3, 4, 5].map((value) => value * unit);
      expect(logisticRegression(column(...quasi), labels).separation).toBe("quasi");
      const complete = [1, 2, 2.5, 3, 4, 5].map((value) => value * unit);
      expect(logisticRegression(column(...complete), labels).separation).toBe("complete");
    }
  });

  it("says that classes are completely separated", () => {
    const fit = logisticRegression(column(1, 2, 3, 4), Uint8Array.of(0, 0, 1, 1));
    expect(fit.separation).toBe("complete");
    expect(fit.converged).toBe(false);
  });

  it("says that classes are separated but for the border", () => {
    const fit = logisticRegression(column(1, 2, 3, 3, 4, 5), Uint8Array.of(0, 0, 0, 1, 1, 1));
    expect(fit.separation).toBe("quasi");
    expect(fit.converged).toBe(false);
    const x = matrixFromRows([
      [0, 1],
      [0, 2.5],
      [0, 3],
      [0, 4],
      [1, 2],
      [1, 0],
    ]);
    expect(logisticRegression(x, Uint8Array.of(0, 1, 0, 1, 1, 1)).separation).toBe("quasi");
  });

  it("fits separated classes when penalised, and still says so", () => {
    const fit = logisticRegression(column(1, 2, 3, 4), Uint8Array.of(0, 0, 1, 1), {l2: 1});
    expect(fit.converged).toBe(true);
    expect(fit.separation).toBe("complete");
    expect(fit.standardErrors.every(Number.isFinite)).toBe(true);
  });

  it("refuses one class, other values, constant and collinear columns, and values that are not finite", () => {
    expect(() => logisticRegression(column(1, 2), Uint8Array.of(1, 1))).toThrow(
      "invalid y; both outcomes are needed, ones among 2: 2",
    );
    expect(() => logisticRegression(column(1, 2), Uint8Array.of(0, 2))).toThrow("invalid y; not 0 or 1: 2");
    expect(() => logisticRegression(column(1), Uint8Array.of(0, 1))).toThrow("not one for each of 1 rows: 2");
    expect(() => logisticRegression(column(5, 5, 5), Uint8Array.of(0, 1, 1))).toThrow(
      "invalid X; column is constant or depends linearly on others, or X must be standardised first: 0",
    );
    const twice: Matrix = matrixFromColumns([
      [1, 2, 3, 5],
      [0, 1, 0, 1],
      [2, 5, 6, 11],
    ]);
    expect(() => logisticRegression(twice, Uint8Array.of(0, 1, 0, 0))).toThrow(
      "must be standardised first: 2",
    );
    expect(() => logisticRegression(column(1, Number.NaN), Uint8Array.of(0, 1))).toThrow("row 1, column 0");
    expect(() => logisticRegression(column(1, 2), Uint8Array.of(0, 1), {l2: -1})).toThrow(
      "invalid l2; not in [0, ∞): -1",
    );
    expect(() => predictedProbability(Float64Array.of(1), column(1))).toThrow("an intercept and 1 more: 1");
  });
});

describe.skipIf(!referenceAvailable)(`logisticRegression on the real files${needed}`, () => {
  function expectAgreement(x: Matrix, outcome: Uint8Array, expected: LogisticReference): void {
    const fit = logisticRegression(x, outcome);
    expect(greatestDifference(fit.coefficients, expected.coefficient)).toBeLessThan(1e-9);
    expect(greatestDifference(fit.standardErrors, expected.std_error)).toBeLessThan(1e-6);
    expect(fit.deviance).toBeCloseTo(expected.deviance, 8);
    expect(fit.nullDeviance).toBeCloseTo(expected.null_deviance, 8);
    expect(auc(predictedProbability(fit.coefficients, x), outcome)).toBeCloseTo(expected.auc, 12);
    expect(fit.separation).toBe("none");
  }

  it("agrees with R 4.2.2 glm on AllLife", () => {
    const columns = readColumns("alllife");
    const names = ["Total_Credit_Cards", "Total_visits_bank", "Total_visits_online", "Total_calls_made"];
    const {z: x} = standardise(matrixFromColumns(names.map((name) => columns.get(name) ?? [])));
    const limit = columns.get("Avg_Credit_Limit") ?? new Float64Array();
    const outcome = Uint8Array.from(limit, (value) => (value < 40_000 ? 1 : 0));
    expectAgreement(x, outcome, readLogisticReference().alllife_limit_below_40000_from_four_other_features);
  });

  it.each([
    ["ccgeneral_paid_less_than_minimum_14_features", ["PAYMENTS", "MINIMUM_PAYMENTS", "PRC_FULL_PAYMENT"]],
    [
      "ccgeneral_paid_less_than_minimum_without_PURCHASES",
      ["PAYMENTS", "MINIMUM_PAYMENTS", "PRC_FULL_PAYMENT", "PURCHASES"],
    ],
  ])("agrees with R 4.2.2 glm on card usage: %s", (name, left) => {
    const columns = readColumns("ccgeneral");
    const minimum = columns.get("MINIMUM_PAYMENTS") ?? new Float64Array();
    const limit = columns.get("CREDIT_LIMIT") ?? new Float64Array();
    const payments = columns.get("PAYMENTS") ?? new Float64Array();
    const used = Array.from(minimum.keys()).filter((i) => !Number.isNaN(minimum[i] + limit[i]));
    const outcome = Uint8Array.from(used, (i) => (payments[i] < minimum[i] ? 1 : 0));
    const names = readReference("ccgeneral").features.filter((feature) => !left.includes(feature));
    const values = names.map((feature) => used.map((i) => columns.get(feature)?.[i] ?? Number.NaN));
    expectAgreement(standardise(matrixFromColumns(values)).z, outcome, readLogisticReference()[name]);
  });
});
