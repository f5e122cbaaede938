import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {adjustedRand} from "../../../../src/lib/statistics/clustering/adjustedRand.js";
import {clusterSizes} from "../../../../src/lib/statistics/clustering/clusterSizes.js";
import {kmeans} from "../../../../src/lib/statistics/clustering/kmeans.js";
import {lloyd} from "../../../../src/lib/statistics/clustering/lloyd.js";
import {nearestCentroid} from "../../../../src/lib/statistics/clustering/nearestCentroid.js";
import {seedCentroids, seedingDraws} from "../../../../src/lib/statistics/clustering/seedCentroids.js";
import {silhouetteSamples} from "../../../../src/lib/statistics/clustering/silhouetteSamples.js";
import {transferRows} from "../../../../src/lib/statistics/clustering/transferRows.js";
import {principalComponents} from "../../../../src/lib/statistics/description/principalComponents.js";
import type {Matrix} from "../../../../src/lib/statistics/matrices/matrix.js";
import {takeRows} from "../../../../src/lib/statistics/matrices/rowOrder.js";
import {standardise} from "../../../../src/lib/statistics/matrices/standardise.js";
import {auc} from "../../../../src/lib/statistics/measures/auc.js";
import {aucInterval} from "../../../../src/lib/statistics/measures/aucInterval.js";
import {rocCurve} from "../../../../src/lib/statistics/measures/rocCurve.js";
import {independentColumns} from "../../../../src/lib/statistics/regression/independentColumns.js";
import {logisticRegression} from "../../../../src/lib/statistics/regression/logisticRegression.js";
import {predictedProbability} from "../../../../src/lib/statistics/regression/predictedProbability.js";
import {copheneticCorrelation} from "../../../../src/lib/statistics/trees/copheneticCorrelation.js";
import {cutTree} from "../../../../src/lib/statistics/trees/cutTree.js";
import {type LinkageMethod, linkage} from "../../../../src/lib/statistics/trees/linkage.js";
import {clusterings, differentRows, integerMatrices, matrices} from "./arbitraries.js";

const method = fc.constantFrom<LinkageMethod>("ward", "single", "complete", "average");

describe("standardise, for any matrix", () => {
  it("gives columns of mean 0 and sd 1, or of zeros", () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const {z, constant} = standardise(matrix);
        for (let j = 0; j < z.cols; j++) {
          const column = Array.from({length: z.rows}, (_, i) => z.values[i * z.cols + j]);
          const mean = column.reduce((sum, value) => sum + value, 0) / z.rows;
          const variance = column.reduce((sum, value) => sum + value * value, 0) / z.rows;
          expect(mean).toBeCloseTo(0, 9);
          expect(variance).toBeCloseTo(constant.includes(j) ? 0 : 1, 9);
        }
      }),
    );
  });
});

describe("k-means, for any matrix, k and seed", () => {
  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(clusterings, ({matrix, k, order, seed}) => {
        const fit = kmeans(matrix, {k, restarts: 2, seed});
        const shuffled = kmeans(takeRows(matrix, order), {k, restarts: 2, seed});
        expect(shuffled.centroids).toEqual(fit.centroids);
        expect(shuffled.inertias).toEqual(fit.inertias);
        expect([...shuffled.labels]).toEqual(order.map((row) => fit.labels[row]));
      }),
    );
  });

  it("never raises the inertia from one round to the next, nor by transfers", () => {
    fc.assert(
      fc.property(clusterings, ({matrix, k, seed}) => {
        const start = seedCentroids(matrix, k, seedingDraws(k, seed));
        let before = Number.POSITIVE_INFINITY;
        for (let rounds = 1; rounds <= 12; rounds++) {
          const run = lloyd(matrix, start, rounds);
          expect(run.inertia).toBeLessThanOrEqual(before * (1 + 1e-9) + 1e-9);
          before = run.inertia;
        }
        const run = lloyd(matrix, start, 300);
        expect(transferRows(matrix, run).inertia).toBeLessThanOrEqual(run.inertia);
      }),
    );
  });

  it("fills every cluster, and leaves each row nearest to its own centroid", () => {
    fc.assert(
      fc.property(clusterings, ({matrix, k, seed}) => {
        const fit = kmeans(matrix, {k, restarts: 2, seed});
        expect([...clusterSizes(fit.labels, matrix.rows)]).toEqual([...fit.sizes]);
        const nearest = nearestCentroid(matrix, fit.centroids);
        const cost = (labels: Int32Array) => distanceSum(matrix, fit.centroids, labels);
        expect(cost(fit.labels)).toBeLessThanOrEqual(cost(nearest) * (1 + 1e-9) + 1e-9);
        expect(fit.inertia).toBeGreaterThanOrEqual(0);
        expect(fit.restartsAtBest).toBeGreaterThan(0);
      }),
    );
  });

  it("finds no inertia when every different row has its cluster", () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const {inertia} = kmeans(matrix, {k: differentRows(matrix), restarts: 1, seed: 1});
        expect(inertia).toBeLessThan(1e-9);
      }),
    );
  });
});

describe("linkage, for any matrix and method", () => {
  it("does not depend on the order of rows: same heights, same cuts", () => {
    fc.assert(
      fc.property(clusterings, method, ({matrix, k, order}, linkageMethod) => {
        const tree = linkage(matrix, linkageMethod);
        const shuffled = linkage(takeRows(matrix, order), linkageMethod);
        expect(shuffled.height).toEqual(tree.height);
        // k is at most the number of different rows: equal rows stay together
        const labels = cutTree(tree, k);
        const expected = Int32Array.from(order, (row) => labels[row]);
        expect(adjustedRand(cutTree(shuffled, k), expected)).toBe(1);
      }),
    );
  });

  it("has heights that never fall, sizes that add up, and cuts that nest", () => {
    fc.assert(
      fc.property(clusterings, method, ({matrix, k}, linkageMethod) => {
        const {rows, height, size, left, right} = linkage(matrix, linkageMethod);
        for (let t = 1; t < height.length; t++) expect(height[t]).toBeGreaterThanOrEqual(height[t - 1]);
        expect(size[rows - 2]).toBe(rows);
        for (let t = 0; t < rows - 1; t++) expect(Math.max(left[t], right[t])).toBeLessThan(rows + t);
        expect(new Set([...left, ...right]).size).toBe(2 * rows - 2);
        const fine = cutTree({rows, height, size, left, right}, k);
        const coarse = cutTree({rows, height, size, left, right}, Math.max(k - 1, 1));
        const parents = new Set(Array.from(fine, (label, i) => `${label} in ${coarse[i]}`));
        expect(parents.size).toBe(k);
      }),
    );
  });

  it("scales with the rows", () => {
    fc.assert(
      fc.property(matrices, method, (matrix, linkageMethod) => {
        const doubled = {...matrix, values: matrix.values.map((value) => value * 4)};
        const expected = linkage(matrix, linkageMethod).height.map((height) => height * 4);
        expect(linkage(doubled, linkageMethod).height).toEqual(expected);
      }),
    );
  });
});

describe("units of any magnitude, from 2^−400 to 2^400", () => {
  const units = fc.constantFrom(-400, -270, -100, 100, 270, 400).map((power) => 2 ** power);
  const inUnit = (matrix: Matrix, unit: number) => ({...matrix, values: matrix.values.map((v) => v * unit)});

  it("k-means gives the same labels, and inertia in squares of the unit", () => {
    fc.assert(
      fc.property(clusterings, units, ({matrix, k, seed}, unit) => {
        const fit = kmeans(matrix, {k, restarts: 2, seed});
        const again = kmeans(inUnit(matrix, unit), {k, restarts: 2, seed});
        expect(again.labels).toEqual(fit.labels);
        expect(again.inertias).toEqual(fit.inertias.map((inertia) => inertia * unit ** 2));
      }),
    );
  });

  it("cophenetic correlations stay", () => {
    fc.assert(
      fc.property(matrices, method, units, (matrix, linkageMethod, unit) => {
        const correlation = (rows: Matrix) =>
          attempt(() => copheneticCorrelation(linkage(rows, linkageMethod), rows));
        const expected = correlation(matrix);
        const found = correlation(inUnit(matrix, unit));
        if (typeof expected === "number") expect(found).toBeCloseTo(expected, 9);
        else expect(found).toEqual(expected);
      }),
    );
  });

  it("principal components stay, and explain the same shares", () => {
    fc.assert(
      fc.property(matrices, units, (matrix, unit) => {
        fc.pre(differentRows(matrix) > 1);
        const {explainedRatio, explainedVariance} = principalComponents(matrix);
        const again = principalComponents(inUnit(matrix, unit));
        expect(
          [...again.explainedRatio.keys()].every(
            (c) => Math.abs(again.explainedRatio[c] - explainedRatio[c]) < 1e-12,
          ),
        ).toBe(true);
        expect(again.explainedVariance[0] / unit ** 2 / explainedVariance[0]).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe("silhouettes, for any matrix and labels", () => {
  it("lie in [−1, 1] and do not depend on units", () => {
    fc.assert(
      fc.property(clusterings, ({matrix, k, seed}) => {
        fc.pre(k > 1);
        const {labels} = kmeans(matrix, {k, restarts: 1, seed});
        const [silhouettes] = silhouetteSamples(matrix, [labels]);
        for (const silhouette of silhouettes) expect(Math.abs(silhouette)).toBeLessThanOrEqual(1);
        const scaled = {...matrix, values: matrix.values.map((value) => value * 8)};
        expect(silhouetteSamples(scaled, [labels])[0]).toEqual(silhouettes);
      }),
    );
  });
});

describe("principal components, for any matrix", () => {
  it("explain all of the variance, by orthogonal directions", () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        fc.pre(differentRows(matrix) > 1);
        const {loadings, explainedRatio} = principalComponents(matrix);
        expect(explainedRatio.reduce((sum, ratio) => sum + ratio, 0)).toBeCloseTo(1, 12);
        const d = matrix.cols;
        for (let a = 0; a < d; a++)
          for (let b = 0; b <= a; b++) {
            let product = 0;
            for (let j = 0; j < d; j++) product += loadings.values[j * d + a] * loadings.values[j * d + b];
            expect(product).toBeCloseTo(a === b ? 1 : 0, 9);
          }
      }),
    );
  });
});

describe("logistic regression, for any matrix and outcomes", () => {
  const problems = integerMatrices.chain((matrix) =>
    fc.record({
      x: fc.constant(standardise(matrix).z),
      y: fc
        .array(fc.boolean(), {minLength: matrix.rows, maxLength: matrix.rows})
        .map((outcomes) => Uint8Array.from(outcomes, Number)),
    }),
  );

  it("penalised: converges to probabilities in [0, 1] where the gradient is 0", () => {
    fc.assert(
      fc.property(problems, ({x, y}) => {
        fc.pre(y.includes(0) && y.includes(1));
        const {coefficients, converged, standardErrors} = logisticRegression(x, y, {l2: 0.1});
        expect(converged).toBe(true);
        expect(standardErrors.every((error) => error > 0 && Number.isFinite(error))).toBe(true);
        const probability = predictedProbability(coefficients, x);
        for (const p of probability) expect(p >= 0 && p <= 1).toBe(true);
        const residuals = probability.reduce((sum, p, i) => sum + y[i] - p, 0);
        expect(residuals).toBeCloseTo(0, 8);
      }),
    );
  });

  it("unpenalised: converges, or says separation, or refuses dependent columns", () => {
    fc.assert(
      fc.property(problems, ({x, y}) => {
        fc.pre(y.includes(0) && y.includes(1));
        const fitted = attempt(() => logisticRegression(x, y));
        if (fitted instanceof Error) {
          expect(fitted.message).toContain("depends linearly");
          return;
        }
        expect(fitted.coefficients.every(Number.isFinite)).toBe(true);
        expect(fitted.converged ? fitted.separation : "none").toBe("none");
        expect(fitted.converged || fitted.separation !== "none").toBe(true);
      }),
      {numRuns: 500},
    );
  });
});

describe("separation, for outcomes made by a threshold", () => {
  const separable = fc.record({
    rows: fc.array(fc.tuple(fc.integer({min: -9, max: 9}), fc.integer({min: -9, max: 9})), {
      minLength: 6,
      maxLength: 40,
    }),
    weights: fc.tuple(fc.integer({min: -5, max: 5}), fc.integer({min: -5, max: 5})),
  });

  it("is complete; but for rows on the threshold of both outcomes, quasi; and none where every row has both", () => {
    fc.assert(
      fc.property(separable, ({rows, weights: [a, b]}) => {
        const level = (row: [number, number]) => a * row[0] + b * row[1];
        const apart = rows.filter((row) => level(row) !== 0);
        // rows on the threshold, of both outcomes, that leave no other direction
        const on: [number, number][] = [
          [b, -a],
          [-b, a],
          [0, 0],
        ];
        const separated = (from: [number, number][], y: number[]) => {
          const x = {rows: from.length, cols: 2, values: Float64Array.from(from.flat())};
          fc.pre(y.includes(0) && y.includes(1) && independentColumns(standardise(x)).length === 2);
          return logisticRegression(standardise(x).z, Uint8Array.from(y)).separation;
        };
        const y = apart.map((row) => Number(level(row) > 0));
        expect(separated(apart, y)).toBe("complete");
        const border = [...on, ...on];
        expect(separated([...apart, ...border], [...y, 0, 0, 0, 1, 1, 1])).toBe("quasi");
        expect(separated([...apart, ...apart], [...y, ...y.map((outcome) => 1 - outcome)])).toBe("none");
      }),
      {numRuns: 300},
    );
  });
});

describe("ROC curves, for any scores and outcomes", () => {
  it("rise from (0, 0) to (1, 1) over an area that is the AUC, within its interval", () => {
    const scored = fc.array(fc.record({score: fc.integer({min: 0, max: 20}), one: fc.boolean()}), {
      minLength: 4,
      maxLength: 60,
    });
    fc.assert(
      fc.property(scored, (rows) => {
        const y = Uint8Array.from(rows, ({one}) => Number(one));
        const ones = y.reduce((sum, value) => sum + value, 0);
        fc.pre(ones > 1 && ones < y.length - 1);
        const score = rows.map((row) => row.score);
        const points = rocCurve(score, y);
        expect(points.at(-1)).toMatchObject({falsePositiveRate: 1, truePositiveRate: 1});
        let area = 0;
        for (let p = 1; p < points.length; p++) {
          const width = points[p].falsePositiveRate - points[p - 1].falsePositiveRate;
          const rise = points[p].truePositiveRate - points[p - 1].truePositiveRate;
          expect(width >= 0 && rise >= 0).toBe(true);
          area += width * (points[p - 1].truePositiveRate + rise / 2);
        }
        expect(auc(score, y)).toBeCloseTo(area, 12);
        const interval = aucInterval(score, y);
        expect(interval.auc).toBeCloseTo(area, 12);
        expect(0 <= interval.lower && interval.lower <= interval.auc + 1e-12).toBe(true);
        expect(interval.auc - 1e-12 <= interval.upper && interval.upper <= 1).toBe(true);
      }),
    );
  });
});

function distanceSum(rows: Matrix, centroids: Matrix, labels: Int32Array): number {
  const {cols, values} = rows;
  return values.reduce(
    (sum, value, p) =>
      sum + (value - centroids.values[labels[Math.floor(p / cols)] * cols + (p % cols)]) ** 2,
    0,
  );
}

function attempt<T>(run: () => T): T | Error {
  try {
    return run();
  } catch (error) {
    if (error instanceof RangeError) return error;
    throw error;
  }
}
