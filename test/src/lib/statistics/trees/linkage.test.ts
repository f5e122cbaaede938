import {mean} from "d3-array";
import {describe, expect, it} from "vitest";
import {adjustedRand} from "../../../../../src/lib/statistics/clustering/adjustedRand.js";
import {clusterSizes} from "../../../../../src/lib/statistics/clustering/clusterSizes.js";
import {kmeans} from "../../../../../src/lib/statistics/clustering/kmeans.js";
import {silhouetteSamples} from "../../../../../src/lib/statistics/clustering/silhouetteSamples.js";
import {standardise} from "../../../../../src/lib/statistics/matrices/standardise.js";
import {copheneticCorrelation} from "../../../../../src/lib/statistics/trees/copheneticCorrelation.js";
import {cutTree} from "../../../../../src/lib/statistics/trees/cutTree.js";
import {leafOrder} from "../../../../../src/lib/statistics/trees/leafOrder.js";
import {linkage} from "../../../../../src/lib/statistics/trees/linkage.js";
import {compiledKernels} from "../compiledKernels.js";
import {needed, readFeatures, readReference, referenceAvailable} from "../referenceData.js";
import {greatestDifference, matrixFromRows, reference, z} from "../smallReference.js";

const methods = ["ward", "single", "complete", "average"] as const;

describe("linkage", () => {
  it.each(methods)("gives the tree of SciPy 1.10.1 where no distances tie: %s", (method) => {
    const tree = linkage(z, method);
    const expected = reference.trees[method];
    expect([...tree.left]).toEqual(expected.left);
    expect([...tree.right]).toEqual(expected.right);
    expect([...tree.size]).toEqual(expected.size);
    expect(greatestDifference(tree.height, expected.height)).toBeLessThan(1e-13);
    expect([...leafOrder(tree).order]).toEqual(expected.leaves);
    const cut = Int32Array.from(expected.cut4, (label) => label - 1);
    expect(adjustedRand(cutTree(tree, 4), cut)).toBe(1);
    expect(copheneticCorrelation(tree, z)).toBeCloseTo(expected.cophenetic_correlation, 13);
  });

  it.each(methods)("does not depend on the order of rows, ties included: %s", (method) => {
    const grid = Array.from({length: 36}, (_, i) => [i % 6, Math.floor(i / 6)]);
    const order = grid.map((_, i) => (i * 11 + 5) % 36);
    const tree = linkage(matrixFromRows(grid), method);
    const shuffled = linkage(matrixFromRows(order.map((i) => grid[i])), method);
    expect(shuffled.height).toEqual(tree.height);
    for (const k of [2, 5, 17]) {
      const labels = cutTree(tree, k);
      expect(
        adjustedRand(
          cutTree(shuffled, k),
          Int32Array.from(order, (i) => labels[i]),
        ),
      ).toBe(1);
    }
  });

  it.each(methods)("joins equal rows first, at height 0, and never falls: %s", (method) => {
    const tree = linkage(matrixFromRows([[2], [0], [2], [7], [0], [2]]), method);
    expect([...tree.height.subarray(0, 3)]).toEqual([0, 0, 0]);
    expect([...tree.height]).toEqual([...tree.height].sort((a, b) => a - b));
    expect([...cutTree(tree, 3)]).toEqual([0, 1, 0, 2, 1, 0]);
  });

  it.each(methods)("takes one row and two: %s", (method) => {
    expect(linkage(matrixFromRows([[1, 2]]), method).height.length).toBe(0);
    expect([...cutTree(linkage(matrixFromRows([[1, 2]]), method), 1)]).toEqual([0]);
    expect([...linkage(matrixFromRows([[0], [3]]), method).height]).toEqual([3]);
  });

  it("refuses no rows, values that are not finite, and impossible cuts", () => {
    expect(() => linkage({rows: 0, cols: 1, values: new Float64Array()}, "ward")).toThrow(
      "invalid matrix; at least one row and one column are needed: 0 × 1",
    );
    expect(() => linkage(matrixFromRows([[1], [Number.POSITIVE_INFINITY]]), "ward")).toThrow(
      "not a finite number (row 1, column 0): Infinity",
    );
    expect(() => cutTree(linkage(z, "ward"), 41)).toThrow("invalid k; not an integer in [1, rows]: 41");
    expect(() => copheneticCorrelation(linkage(z, "ward"), matrixFromRows([[1], [2]]))).toThrow(
      "invalid tree; not one of 2 rows: 40",
    );
    const equal = matrixFromRows([[1], [1], [1]]);
    expect(() => copheneticCorrelation(linkage(equal, "ward"), equal)).toThrow("all equal: 3 pairs");
  });
});

describe.skipIf(!referenceAvailable)(`linkage on the real files${needed}`, () => {
  it("gives the last Ward merges, cuts, silhouettes and cophenetic correlation of SciPy 1.10.1 on AllLife", () => {
    const data = standardise(readFeatures("alllife")).z;
    const expected = readReference("alllife").hierarchical.ward;
    const tree = linkage(data, "ward");
    expect(greatestDifference(tree.height.slice(-10), expected.last_10_heights)).toBeLessThan(1e-9);
    for (const [k, cut] of Object.entries(expected.cuts)) {
      const labels = cutTree(tree, Number(k));
      expect([...clusterSizes(labels, 660)]).toEqual(cut.sizes_desc);
      expect(mean(silhouetteSamples(data, [labels])[0])).toBeCloseTo(cut.silhouette, 9);
    }
    expect(copheneticCorrelation(tree, data)).toBeCloseTo(expected.cophenetic_correlation, 9);
    const {labels} = kmeans(data, {k: 3, restarts: 10, seed: 1});
    expect(adjustedRand(labels, cutTree(tree, 3))).toBeCloseTo(0.9943663300699038, 12);
  });

  it.each(["single", "average"] as const)("agrees with SciPy 1.10.1 on AllLife: %s", (method) => {
    const data = standardise(readFeatures("alllife")).z;
    const expected = readReference("alllife").hierarchical[method];
    const tree = linkage(data, method);
    expect(greatestDifference(tree.height.slice(-10), expected.last_10_heights)).toBeLessThan(1e-9);
    for (const [k, cut] of Object.entries(expected.cuts))
      expect([...clusterSizes(cutTree(tree, Number(k)), 660)]).toEqual(cut.sizes_desc);
    expect(copheneticCorrelation(tree, data)).toBeCloseTo(expected.cophenetic_correlation, 9);
  });

  it("agrees with SciPy 1.10.1 where ties do not matter on AllLife: complete", () => {
    const data = standardise(readFeatures("alllife")).z;
    const expected = readReference("alllife").hierarchical.complete;
    const tree = linkage(data, "complete");
    expect(greatestDifference(tree.height.slice(-2), expected.last_10_heights.slice(-2))).toBeLessThan(1e-9);
    expect([...clusterSizes(cutTree(tree, 2), 660)]).toEqual(expected.cuts["2"].sizes_desc);
    expect(Math.abs(copheneticCorrelation(tree, data) - expected.cophenetic_correlation)).toBeLessThan(0.005);
  });

  it("gives the Ward cut and cophenetic correlation of fastcluster 1.2.3 on card usage", async () => {
    const {wardMerges, clusterDistanceSums, crossDistances} = await compiledKernels();
    const data = standardise(readFeatures("ccgeneral")).z;
    const expected = readReference("ccgeneral").hierarchical.ward;
    const tree = linkage(data, "ward", wardMerges);
    const labels = cutTree(tree, 4);
    expect([...clusterSizes(labels, 8950)]).toEqual(expected.cuts["4"].sizes_desc);
    const [silhouettes] = silhouetteSamples(data, [labels], clusterDistanceSums);
    expect(mean(silhouettes)).toBeCloseTo(expected.cuts["4"].silhouette, 9);
    expect(copheneticCorrelation(tree, data, crossDistances)).toBeCloseTo(expected.cophenetic_correlation, 9);
  });
});
