import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {correlationMatrix} from "../../../../src/lib/statistics/matrices/correlationMatrix.js";
import {matrixFromColumns} from "../../../../src/lib/statistics/matrices/matrix.js";
import {standardise} from "../../../../src/lib/statistics/matrices/standardise.js";
import {averagePrecision} from "../../../../src/lib/statistics/measures/averagePrecision.js";
import {brierScore} from "../../../../src/lib/statistics/measures/brierScore.js";
import {calibration} from "../../../../src/lib/statistics/measures/calibration.js";
import {confusionMatrix} from "../../../../src/lib/statistics/measures/confusionMatrix.js";
import {kolmogorovSmirnov} from "../../../../src/lib/statistics/measures/kolmogorovSmirnov.js";
import {lift} from "../../../../src/lib/statistics/measures/lift.js";
import {precisionRecall} from "../../../../src/lib/statistics/measures/precisionRecall.js";
import {shareRight} from "../../../../src/lib/statistics/measures/shareRight.js";
import {thinCurve} from "../../../../src/lib/statistics/measures/thinCurve.js";
import {independentColumns} from "../../../../src/lib/statistics/regression/independentColumns.js";
import {varianceInflation} from "../../../../src/lib/statistics/regression/varianceInflation.js";
import {crossValidation} from "../../../../src/lib/statistics/resampling/crossValidation.js";
import {stratifiedFolds} from "../../../../src/lib/statistics/resampling/stratifiedFolds.js";
import {wilsonInterval} from "../../../../src/lib/statistics/tests/wilsonInterval.js";
import risk from "./riskReference.json" with {type: "json"};
import {greatestDifference, raw, reference, z} from "./smallReference.js";

const y = Uint8Array.from(reference.y);
const score = Float64Array.from(reference.score);
const probability = Float64Array.from(reference.penalised_logistic.probabilities);
const outcomes = fc
  .array(fc.tuple(fc.integer({min: 0, max: 9}), fc.boolean()), {minLength: 2, maxLength: 60})
  .filter((rows) => new Set(rows.map(([, positive]) => positive)).size === 2)
  .map((rows) => ({
    score: Float64Array.from(rows, ([value]) => value / 9),
    y: Uint8Array.from(rows, ([, positive]) => (positive ? 1 : 0)),
  }));

describe("precisionRecall and averagePrecision", () => {
  it("give the points and the mean of scikit-learn 1.2.1", () => {
    const points = precisionRecall(score, y);
    // scikit-learn goes up from the lowest threshold and adds the point (0, 1)
    expect(points.map((point) => point.threshold).reverse()).toEqual(risk.thresholds);
    const recalls = [0, ...points.map((point) => point.recall)].reverse();
    const precisions = [1, ...points.map((point) => point.precision)].reverse();
    expect(greatestDifference(recalls, risk.recall)).toBeLessThan(1e-14);
    expect(greatestDifference(precisions, risk.precision)).toBeLessThan(1e-14);
    expect(averagePrecision(score, y)).toBeCloseTo(risk.average_precision, 14);
  });
});

describe("brierScore and shareRight", () => {
  it("give scikit-learn 1.2.1's score, and count the calls at a threshold", () => {
    expect(brierScore(score, y)).toBeCloseTo(risk.brier, 14);
    expect(shareRight(Float64Array.of(0.5, 0.49, 0.9, 0.1), Uint8Array.of(1, 0, 0, 1))).toBe(0.5);
    expect(shareRight(Float64Array.of(0.5, 0.49), Uint8Array.of(1, 1), 0.2)).toBe(1);
  });
});

describe("kolmogorovSmirnov", () => {
  it("gives the statistic of SciPy 1.10.1 ks_2samp, and the threshold that reaches it", () => {
    const {statistic, threshold} = kolmogorovSmirnov(score, y);
    expect(statistic).toBeCloseTo(risk.ks, 14);
    const share = (outcome: number) => {
      const rows = [...y.keys()].filter((i) => y[i] === outcome);
      return rows.filter((i) => score[i] >= threshold).length / rows.length;
    };
    expect(share(1) - share(0)).toBeCloseTo(statistic, 14);
  });
});

describe("calibration", () => {
  it("gives the table of scikit-learn 1.2.1 calibration_curve(strategy='quantile')", () => {
    const bins = calibration(probability, y, 5);
    const observed = bins.map((bin) => bin.observed);
    const predicted = bins.map((bin) => bin.predicted);
    expect(greatestDifference(observed, risk.calibration.observed)).toBeLessThan(1e-14);
    expect(greatestDifference(predicted, risk.calibration.predicted)).toBeLessThan(1e-14);
  });

  it("keeps all rows, in order, and equal probabilities together", () => {
    fc.assert(
      fc.property(outcomes, ({score: values, y: labels}) => {
        const bins = calibration(values, labels, 4);
        expect(bins.reduce((sum, {rows}) => sum + rows, 0)).toBe(labels.length);
        expect(bins.reduce((sum, {positives}) => sum + positives, 0)).toBe(
          labels.filter((v) => v === 1).length,
        );
        for (const [i, {predicted, observed, lower, upper}] of bins.entries()) {
          if (i > 0) expect(predicted).toBeGreaterThan(bins[i - 1].predicted);
          expect(lower).toBeLessThanOrEqual(observed + 1e-12);
          expect(upper).toBeGreaterThanOrEqual(observed - 1e-12);
        }
      }),
    );
  });
});

describe("wilsonInterval", () => {
  it("gives the interval of SciPy 1.10.1 binomtest(…).proportion_ci('wilson')", () => {
    for (const [i, [successes, n]] of [
      [0, 10],
      [3, 10],
      [66, 66],
    ].entries())
      expect(greatestDifference(wilsonInterval(successes, n), risk.wilson[i])).toBeLessThan(1e-12);
  });
});

describe("confusionMatrix", () => {
  it("gives the counts of scikit-learn 1.2.1 confusion_matrix", () => {
    const ours = confusionMatrix(score, y, [0, 0.25, 0.5, 0.75, 1]).map((matrix) => [
      [matrix.trueNegatives, matrix.falsePositives],
      [matrix.falseNegatives, matrix.truePositives],
    ]);
    expect(ours).toEqual(risk.confusion);
  });
});

describe("lift", () => {
  it("finds everything in the end, and nothing depends on the order of rows", () => {
    fc.assert(
      fc.property(outcomes, ({score: values, y: labels}) => {
        const parts = lift(values, labels);
        expect(parts.at(-1)?.cumulativeFound).toBeCloseTo(1, 12);
        expect(parts.at(-1)?.cumulativeRows).toBe(1);
        const mean = parts.reduce((sum, part) => sum + part.lift * part.rows, 0) / labels.length;
        expect(mean).toBeCloseTo(1, 12);
        const reversed = lift(values.toReversed(), labels.toReversed());
        expect(
          greatestDifference(
            reversed.map((part) => part.lift),
            parts.map((part) => part.lift),
          ),
        ).toBeLessThan(1e-12);
      }),
    );
  });

  it("is the most that there can be for a perfect score", () => {
    const labels = Uint8Array.from({length: 20}, (_, i) => (i < 4 ? 1 : 0));
    const parts = lift(Float64Array.from(labels), labels);
    expect(parts[0]).toEqual({rows: 2, positives: 2, lift: 5, cumulativeRows: 0.1, cumulativeFound: 0.5});
    expect(parts[2].lift).toBe(0);
  });
});

describe("varianceInflation, correlationMatrix and independentColumns", () => {
  it("give the inverse correlations of NumPy 1.24", () => {
    expect(greatestDifference(varianceInflation(z), risk.inflation)).toBeLessThan(1e-12);
    expect(greatestDifference(correlationMatrix(z).values, risk.correlation.flat())).toBeLessThan(1e-14);
  });

  it("give the inflation of R's car 3.1-1 vif", () => {
    const inflation = [2.66814956713079, 2.16486222395968, 1.69522989745603, 1.06083368551517];
    expect(greatestDifference(varianceInflation(z), inflation)).toBeLessThan(1e-13);
  });

  it("find columns that do not vary and columns that follow from others, for which R 4.2.2 glm gives NA", () => {
    const a = [1, 2, 3, 4, 5, 7];
    const b = [2, 1, 0, 5, 5, 1];
    const sum = a.map((value, i) => value + b[i]);
    const constant = a.map(() => 3);
    expect(independentColumns(standardise(matrixFromColumns([a, constant, b, sum])))).toEqual([0, 2]);
    expect(independentColumns(standardise(matrixFromColumns([sum, a, b])))).toEqual([0, 1]);
    const {z: dependent} = standardise(matrixFromColumns([a, b, sum]));
    expect(varianceInflation(dependent)).toEqual(Float64Array.of(Infinity, Infinity, Infinity));
  });
});

describe("stratifiedFolds", () => {
  it("gives each fold its part of both outcomes, and the same folds for a seed", () => {
    const labels = Uint8Array.from({length: 103}, (_, i) => (i % 10 < 3 ? 1 : 0));
    const fold = stratifiedFolds(labels, 5, 7);
    expect(stratifiedFolds(labels, 5, 7)).toEqual(fold);
    expect(stratifiedFolds(labels, 5, 8)).not.toEqual(fold);
    for (const outcome of [0, 1]) {
      const counts = [0, 1, 2, 3, 4].map(
        (number) => fold.filter((value, i) => value === number && labels[i] === outcome).length,
      );
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
    const sizes = [0, 1, 2, 3, 4].map((number) => fold.filter((value) => value === number).length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  it("refuses more folds than there are rows of an outcome", () => {
    expect(() => stratifiedFolds(Uint8Array.of(0, 0, 1), 2, 1)).toThrow(
      "invalid folds; more than the 1 rows of outcome 1: 2",
    );
    expect(() => stratifiedFolds(Uint8Array.of(0, 1), 1, 1)).toThrow("invalid folds; not 2 or more: 1");
  });
});

describe("crossValidation", () => {
  it("gives the probabilities of scikit-learn 1.2.1 on the same folds, scaled within each", () => {
    const {outOfFold, folds} = crossValidation(raw, y, Int32Array.from(risk.fold), {l2: 2});
    expect(greatestDifference(outOfFold, risk.out_of_fold)).toBeLessThan(1e-5);
    expect(
      greatestDifference(
        folds.map(({auc}) => auc),
        risk.folds.map(({auc}) => auc),
      ),
    ).toBeLessThan(1e-12);
    expect(folds.map(({accuracy}) => accuracy)).toEqual(risk.folds.map(({accuracy}) => accuracy));
  });

  it("penalises a fit whose rows are separated, though all rows are not", () => {
    // without rows 8 and 15 a threshold tells the outcomes apart
    const rows = Array.from({length: 24}, (_, i) => i);
    const x = {rows: 24, cols: 1, values: Float64Array.from(rows)};
    const outcome = Uint8Array.from(rows, (i) => Number(i === 8 || (i > 11 && i !== 15)));
    const fold = Int32Array.from(rows, (i) => ([2, 8, 15, 20].includes(i) ? 0 : 1 + (i % 2)));
    const plain = crossValidation(x, outcome, fold);
    const penalised = crossValidation(x, outcome, fold, {l2: 1});
    expect(plain.folds[0]).toEqual(penalised.folds[0]);
    for (const i of [2, 8, 15, 20]) expect(plain.outOfFold[i]).toBe(penalised.outOfFold[i]);
    expect(plain.outOfFold[8]).toBeGreaterThan(0.01);
    expect(plain.outOfFold[9]).not.toBe(penalised.outOfFold[9]);
  });
});

describe("thinCurve", () => {
  const points = Array.from({length: 2000}, (_, i) => [i / 1999, Math.sqrt(i / 1999)]);
  const thinned = thinCurve(
    points,
    ([x]) => x,
    ([, height]) => height,
  );

  it("keeps the ends and far fewer points, and passes within its tolerance of all others", () => {
    expect(thinned[0]).toBe(points[0]);
    expect(thinned.at(-1)).toBe(points.at(-1));
    expect(thinned.length).toBeLessThan(100);
    let segment = 0;
    for (const [x, height] of points) {
      while (thinned[segment + 1][0] < x) segment++;
      const [[x0, y0], [x1, y1]] = [thinned[segment], thinned[segment + 1]];
      const line = y0 + (height === y0 && x === x0 ? 0 : (x - x0) / (x1 - x0)) * (y1 - y0);
      // vertical distance is more than the distance to the line where that is steep
      const slope = (y1 - y0) / (x1 - x0);
      expect(Math.abs(line - height) / Math.hypot(1, slope)).toBeLessThanOrEqual(0.0005 + 1e-12);
    }
  });

  it("keeps what is not a line, however few points there are", () => {
    const corner = [
      [0, 0],
      [0, 1],
      [1, 1],
    ];
    expect(
      thinCurve(
        corner,
        ([x]) => x,
        ([, height]) => height,
      ),
    ).toEqual(corner);
  });
});
