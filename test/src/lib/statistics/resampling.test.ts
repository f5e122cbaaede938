import {describe, expect, it} from "vitest";
import {kmeans} from "../../../../src/lib/statistics/clustering/kmeans.js";
import {bootstrapStability} from "../../../../src/lib/statistics/resampling/bootstrapStability.js";
import {gapStatistic} from "../../../../src/lib/statistics/resampling/gapStatistic.js";
import {greatestDifference, matrixFromRows, z} from "./smallReference.js";

const near = [-0.2, -0.1, 0, 0.1, 0.2];
/** Three clumps of 25 rows on a line and a wide gap between them. */
const clumps = matrixFromRows(
  [0, 10, 30].flatMap((x) => near.flatMap((dx) => near.map((dy) => [x + dx, dy]))),
);

describe("bootstrapStability", () => {
  it("is 1 for clumps that no resample can confuse", () => {
    const {labels} = kmeans(clumps, {k: 3, restarts: 10, seed: 1});
    const stability = bootstrapStability(clumps, labels, {replicates: 20, restarts: 5, seed: 1});
    expect(stability.meanAdjustedRand).toBeCloseTo(1, 12);
    for (const value of stability.meanJaccard) expect(value).toBeCloseTo(1, 12);
    expect(stability.jaccard.rows).toBe(20);
    expect(stability.jaccard.cols).toBe(3);
  });

  it("is below 1 when a clump is cut in two, and lowest for its halves", () => {
    const {labels} = kmeans(clumps, {k: 4, restarts: 10, seed: 1});
    const stability = bootstrapStability(clumps, labels, {replicates: 20, restarts: 5, seed: 1});
    const [first, second, third, fourth] = stability.meanJaccard;
    expect(Math.max(third, fourth)).toBeLessThan(0.85);
    expect(Math.min(first, second)).toBeGreaterThan(Math.max(third, fourth));
    expect(stability.meanAdjustedRand).toBeLessThan(0.95);
    expect([...stability.jaccard.values].every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  it("is near R's fpc 2.2-10 clusterboot(multipleboot = TRUE), with 2,000 replicates", () => {
    const ofSizes: Record<number, number[]> = {2: [0.924, 0.882], 3: [0.94, 0.992, 0.899]};
    for (const k of [2, 3]) {
      const {labels} = kmeans(z, {k, restarts: 25, seed: 1});
      const {meanJaccard} = bootstrapStability(z, labels, {replicates: 1000, restarts: 5, seed: 1});
      expect(greatestDifference(meanJaccard, ofSizes[k])).toBeLessThan(0.02);
    }
  });

  it("gives the same numbers for the same seed, and manages resamples with too few different rows", () => {
    const rows = matrixFromRows([[0], [1], [9]]);
    const labels = Int32Array.of(0, 1, 2);
    const once = bootstrapStability(rows, labels, {replicates: 10, restarts: 2, seed: 3});
    expect(bootstrapStability(rows, labels, {replicates: 10, restarts: 2, seed: 3})).toEqual(once);
    expect(() => bootstrapStability(rows, labels, {replicates: 0, restarts: 1, seed: 1})).toThrow(
      "invalid replicates; not an integer ≥ 1: 0",
    );
  });
});

describe("bootstrapStability of very few rows", () => {
  it("takes one row, and equal rows; a segment that was not drawn has 0 in that resample", () => {
    const options = {replicates: 40, restarts: 2, seed: 1};
    const one = bootstrapStability(matrixFromRows([[5]]), Int32Array.of(0), options);
    expect([one.meanAdjustedRand, ...one.meanJaccard].map((value) => value.toFixed(12))).toEqual([
      "1.000000000000",
      "1.000000000000",
    ]);
    const equal = matrixFromRows([[5], [5], [5]]);
    const halves = bootstrapStability(equal, Int32Array.of(0, 0, 1), options);
    expect(halves.meanAdjustedRand).toBe(0);
    // a row of four is left out of (3/4)^4 of the resamples
    const far = bootstrapStability(
      matrixFromRows([[5], [6], [5.5], [100]]),
      Int32Array.of(0, 0, 0, 1),
      options,
    );
    expect(far.meanJaccard[1]).toBeGreaterThan(0.5);
    expect(far.meanJaccard[1]).toBeLessThan(0.9);
  });
});

describe("gapStatistic", () => {
  it("finds three clumps, and none in evenly spread rows", () => {
    const options = {kMax: 5, references: 10, restarts: 5, seed: 1};
    expect(gapStatistic(clumps, options).chosenK).toBe(3);
    const even = matrixFromRows(Array.from({length: 144}, (_, i) => [i % 12, Math.floor(i / 12)]));
    expect(gapStatistic(even, options).chosenK).toBe(1);
  });

  it("gives log inertia as it is, and the gap as the difference from its expectation", () => {
    const gap = gapStatistic(z, {kMax: 2, references: 5, restarts: 5, seed: 1});
    expect(gap.logInertia[0]).toBeCloseTo(Math.log(160), 12);
    expect(gap.gap[1]).toBeCloseTo(gap.expectedLogInertia[1] - gap.logInertia[1], 14);
    expect([...gap.standardError].every((error) => error > 0)).toBe(true);
  });

  it("agrees with R's cluster 2.1.4 clusGap, with 2,000 references", () => {
    const {logInertia, gap, standardError} = gapStatistic(z, {
      kMax: 4,
      references: 300,
      restarts: 10,
      seed: 1,
    });
    const logW = [4.382026635, 3.884057335, 3.446495534, 3.247491915].map((value) => value + Math.log(2));
    expect(greatestDifference(logInertia, logW)).toBeLessThan(1e-8);
    expect(greatestDifference(gap, [0.2065, 0.3272, 0.5208, 0.5141])).toBeLessThan(0.015);
    expect(greatestDifference(standardError, [0.0759, 0.0777, 0.0813, 0.0845])).toBeLessThan(0.015);
  });

  it("refuses as many clusters as different rows, and too few references", () => {
    const rows = matrixFromRows([[0], [1], [1]]);
    const options = {kMax: 2, references: 5, restarts: 1, seed: 1};
    expect(() => gapStatistic(rows, options)).toThrow("not below the number of different rows: 2");
    const tenths = matrixFromRows(Array.from({length: 10}, (_, i) => [i < 7 ? 0.1 : 0.7]));
    expect(() => gapStatistic(tenths, options)).toThrow("not below the number of different rows: 2");
    expect(() => gapStatistic(matrixFromRows([[0.1], [0.1], [0.1]]), {...options, kMax: 1})).toThrow(
      "rows: 1",
    );
    expect(() => gapStatistic(rows, {...options, references: 1})).toThrow("invalid references");
    expect(() => gapStatistic(rows, {...options, kMax: 0})).toThrow("invalid kMax; not an integer ≥ 1: 0");
  });
});
