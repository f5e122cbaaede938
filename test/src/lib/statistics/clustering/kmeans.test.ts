import {describe, expect, it} from "vitest";
import {kmeans} from "../../../../../src/lib/statistics/clustering/kmeans.js";
import {kmeansSweep} from "../../../../../src/lib/statistics/clustering/kmeansSweep.js";
import {standardise} from "../../../../../src/lib/statistics/matrices/standardise.js";
import {compiledKernels} from "../compiledKernels.js";
import {needed, readFeatures, readReference, referenceAvailable} from "../referenceData.js";
import {greatestDifference, matrixFromRows, reference, z} from "../smallReference.js";

const options = {restarts: 20, seed: 1};

describe("kmeans", () => {
  it("reaches the inertia of scikit-learn 1.2.1 with 50 starts", () => {
    [2, 3, 5].forEach((k, i) => {
      const fit = kmeans(z, {...options, k});
      expect(fit.inertia).toBeLessThanOrEqual(reference.inertia[i] * (1 + 1e-12));
      expect(fit.converged).toBe(true);
      expect(fit.inertias.length).toBe(20);
    });
  });

  it("numbers clusters by falling size", () => {
    const {sizes, labels} = kmeans(z, {...options, k: 5});
    expect([...sizes]).toEqual([...sizes].sort((a, b) => b - a));
    sizes.forEach((size, c) => {
      expect(labels.filter((label) => label === c).length).toBe(size);
    });
  });

  it("does not depend on the order of rows, to the last bit", () => {
    const order = reference.rows.map((_, i) => (i * 7) % 40);
    const shuffled = standardise(matrixFromRows(order.map((i) => reference.rows[i]))).z;
    const fit = kmeans(z, {...options, k: 4});
    const again = kmeans(shuffled, {...options, k: 4});
    expect(again.inertias).toEqual(fit.inertias);
    expect(again.centroids).toEqual(fit.centroids);
    expect([...again.labels]).toEqual(order.map((i) => fit.labels[i]));
  });

  it("starts differently for neighbouring seeds", () => {
    const fit = kmeans(z, {k: 6, restarts: 20, seed: 1});
    expect(new Set(fit.inertias).size).toBeGreaterThan(3);
  });

  it("gives every different row its own cluster when k is their number", () => {
    const rows = matrixFromRows([[0], [1], [1], [5], [5], [9]]);
    const fit = kmeans(rows, {...options, k: 4});
    expect(fit.inertia).toBe(0);
    expect([...fit.labels]).toEqual([3, 1, 1, 0, 0, 2]);
  });

  it("takes one row, and one cluster", () => {
    expect([...kmeans(matrixFromRows([[3, 4]]), {...options, k: 1}).centroids.values]).toEqual([3, 4]);
    const fit = kmeans(z, {...options, k: 1});
    expect(fit.inertia).toBeCloseTo(160, 10);
  });

  it("refuses impossible numbers of clusters and values that are not finite", () => {
    const rows = matrixFromRows([[1], [1], [2]]);
    expect(() => kmeans(rows, {...options, k: 4})).toThrow("invalid k; not an integer in [1, rows]: 4");
    expect(() => kmeans(rows, {...options, k: 0})).toThrow("invalid k; not an integer in [1, rows]: 0");
    expect(() => kmeans(rows, {...options, k: 3})).toThrow("invalid k; there are only 2 different rows: 3");
    expect(() => kmeans(rows, {k: 1, restarts: 0, seed: 1})).toThrow(
      "invalid restarts; not an integer ≥ 1: 0",
    );
    expect(() => kmeans(rows, {k: 1, restarts: 1, seed: 0.5})).toThrow(
      "invalid seed; not a 32-bit integer: 0.5",
    );
    expect(() => kmeans(matrixFromRows([[1], [Number.NaN]]), {...options, k: 1})).toThrow(
      "invalid value; not a finite number (row 1, column 0): NaN",
    );
    expect(() => kmeans(matrixFromRows([[1e200], [0]]), {...options, k: 1})).toThrow("standardise it first");
    expect(() => kmeans(matrixFromRows([[1e-200], [0]]), {...options, k: 1})).toThrow("standardise it first");
  });
});

describe.skipIf(!referenceAvailable)(`kmeans on the real files${needed}`, () => {
  it("agrees with scikit-learn 1.2.1 on AllLife for k = 2 … 4", () => {
    const expected = readReference("alllife").kmeans;
    for (const fit of kmeansSweep(standardise(readFeatures("alllife")).z, [2, 3, 4], options)) {
      const k = String(fit.sizes.length);
      expect(Math.abs(fit.inertia - expected[k].inertia)).toBeLessThan(1e-9);
      expect([...fit.sizes]).toEqual(expected[k].sizes_desc);
      const centroids = expected[k].centroids_z_by_size_desc.flat();
      expect(greatestDifference(fit.centroids.values, centroids)).toBeLessThan(1e-10);
    }
  });

  it("reaches an inertia at or below that of scikit-learn on AllLife for k = 2 … 10 with 300 starts", async () => {
    const {kmeansStart} = await compiledKernels();
    const expected = readReference("alllife").kmeans;
    const ks = [2, 3, 4, 5, 6, 7, 8, 9, 10];
    for (const fit of kmeansSweep(
      standardise(readFeatures("alllife")).z,
      ks,
      {restarts: 300, seed: 1},
      kmeansStart,
    ))
      expect(fit.inertia).toBeLessThanOrEqual(expected[fit.sizes.length].inertia * (1 + 1e-12));
  });

  it("reaches an inertia at or below that of scikit-learn on card usage", async () => {
    const {kmeansStart} = await compiledKernels();
    const expected = readReference("ccgeneral").kmeans;
    for (const fit of kmeansSweep(standardise(readFeatures("ccgeneral")).z, [3, 4], options, kmeansStart))
      expect(fit.inertia).toBeLessThanOrEqual(expected[fit.sizes.length].inertia * (1 + 1e-12));
  });
});
