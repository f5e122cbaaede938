import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {compileKernels} from "../../../../data-loaders/engine/kernels/compileKernels.js";
import {type Kernels, loadKernels} from "../../../../src/lib/kernels/loadKernels.js";
import {kmeans} from "../../../../src/lib/statistics/clustering/kmeans.js";
import {silhouetteSamples} from "../../../../src/lib/statistics/clustering/silhouetteSamples.js";
import {standardise} from "../../../../src/lib/statistics/matrices/standardise.js";
import {logisticLikelihood} from "../../../../src/lib/statistics/regression/logisticLikelihood.js";
import {
  copheneticCorrelation,
  crossDistances,
} from "../../../../src/lib/statistics/trees/copheneticCorrelation.js";
import {linkage} from "../../../../src/lib/statistics/trees/linkage.js";
import {clusterings, matrices} from "../statistics/arbitraries.js";
import {needed, readFeatures, referenceAvailable} from "../statistics/referenceData.js";
import {matrixFromRows, z} from "../statistics/smallReference.js";

let kernels: Kernels;
beforeAll(async () => {
  kernels = await loadKernels(await compileKernels());
});

const grid = matrixFromRows(Array.from({length: 121}, (_, i) => [i % 11, Math.floor(i / 11), (i * i) % 3]));

describe("the compiled kernels give the bits of plain TypeScript", () => {
  it("k-means on generated rows", () => {
    fc.assert(
      fc.property(clusterings, ({matrix, k, seed}) => {
        const options = {k, restarts: 3, seed};
        expect(kmeans(matrix, options, kernels.kmeansStart)).toEqual(kmeans(matrix, options));
      }),
      {numRuns: 300},
    );
  });

  it("k-means on a grid, where distances tie, for k up to 40, stopped early or not", () => {
    for (const k of [1, 2, 3, 5, 6, 7, 8, 9, 16, 40])
      for (const maxIterations of [1, 2, 300]) {
        const options = {k, restarts: 4, seed: 9, maxIterations};
        expect(kmeans(grid, options, kernels.kmeansStart)).toEqual(kmeans(grid, options));
      }
  });

  it("Ward's merges on generated rows and on a grid", () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        expect(linkage(matrix, "ward", kernels.wardMerges)).toEqual(linkage(matrix, "ward"));
      }),
      {numRuns: 300},
    );
    expect(linkage(grid, "ward", kernels.wardMerges)).toEqual(linkage(grid, "ward"));
    expect(linkage(matrixFromRows([[1]]), "ward", kernels.wardMerges).height.length).toBe(0);
  });

  it("silhouettes of several labelings", () => {
    const labelings = [2, 3, 8].map((k) => kmeans(grid, {k, restarts: 1, seed: 1}).labels);
    const plain = silhouetteSamples(grid, labelings);
    expect(silhouetteSamples(grid, labelings, kernels.clusterDistanceSums)).toEqual(plain);
    const even = {...grid, rows: 120, values: grid.values.slice(0, 360)};
    const labels = [labelings[2].slice(0, 120)];
    expect(silhouetteSamples(even, labels, kernels.clusterDistanceSums)).toEqual(
      silhouetteSamples(even, labels),
    );
    fc.assert(
      fc.property(clusterings, ({matrix, k, seed}) => {
        fc.pre(k > 1);
        const {labels} = kmeans(matrix, {k, restarts: 1, seed});
        expect(silhouetteSamples(matrix, [labels], kernels.clusterDistanceSums)).toEqual(
          silhouetteSamples(matrix, [labels]),
        );
      }),
    );
  });

  it("distances between blocks of rows, and so cophenetic correlations", () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const blocks = Array.from({length: matrix.rows - 1}, (_, t) => [t % 2, t + 1, matrix.rows]);
        const bounds = Int32Array.from(blocks.flat());
        expect(kernels.crossDistances(matrix, bounds)).toEqual(crossDistances(matrix, bounds));
      }),
      {numRuns: 300},
    );
    for (const method of ["ward", "average"] as const) {
      const tree = linkage(grid, method);
      expect(copheneticCorrelation(tree, grid, kernels.crossDistances)).toBe(
        copheneticCorrelation(tree, grid),
      );
    }
  });

  it("likelihoods of logistic regressions, whatever the numbers of rows and columns", () => {
    fc.assert(
      fc.property(matrices, fc.double({min: -3, max: 3, noNaN: true}), (matrix, slope) => {
        const y = Uint8Array.from({length: matrix.rows}, (_, i) => ((i * i) % 3) % 2);
        const beta = Float64Array.from({length: matrix.cols + 1}, (_, j) => slope / (j + 1));
        expect(kernels.logisticLikelihood(matrix, y, beta)).toEqual(logisticLikelihood(matrix, y, beta));
      }),
    );
    const many = {rows: 500, cols: 3, values: Float64Array.from({length: 1500}, (_, i) => Math.sin(i))};
    const y = Uint8Array.from({length: 500}, (_, i) => (i >> 2) % 2);
    const beta = Float64Array.of(0.1, -2, 30, 4);
    expect(kernels.logisticLikelihood(many, y, beta)).toEqual(logisticLikelihood(many, y, beta));
  });

  it("whatever the kernels did before", () => {
    const before = kmeans(z, {k: 3, restarts: 2, seed: 1}, kernels.kmeansStart);
    linkage(grid, "ward", kernels.wardMerges);
    expect(kmeans(z, {k: 3, restarts: 2, seed: 1}, kernels.kmeansStart)).toEqual(before);
  });
});

describe("loadKernels", () => {
  it("refuses a module without the kernels", async () => {
    // the empty module
    const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
    await expect(loadKernels(empty)).rejects.toThrow("invalid kernels; no memory is exported");
  });
});

describe.skipIf(!referenceAvailable)(`the compiled kernels on the real files${needed}`, () => {
  it("give the bits of plain TypeScript on card usage", () => {
    const whole = standardise(readFeatures("ccgeneral")).z;
    const data = {...whole, rows: 3001, values: whole.values.slice(0, 3001 * whole.cols)};
    expect(linkage(data, "ward", kernels.wardMerges)).toEqual(linkage(data, "ward"));
    for (const k of [2, 9]) {
      const options = {k, restarts: 1, seed: 4};
      expect(kmeans(data, options, kernels.kmeansStart)).toEqual(kmeans(data, options));
    }
  });
});
