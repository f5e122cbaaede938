import {describe, expect, it} from "vitest";
import {openKernels} from "../../../../data-loaders/engine/kernels/openKernels.js";
import type {Features} from "../../../../data-loaders/model/features/prepareFeatures.js";
import {compareLinkages} from "../../../../data-loaders/model/robustness/compareLinkages.js";
import {describeVariables} from "../../../../data-loaders/model/robustness/describeVariables.js";
import {testDifferences} from "../../../../data-loaders/model/robustness/testDifferences.js";
import {kmeans} from "../../../../src/lib/statistics/clustering/kmeans.js";
import {type Matrix, matrixFromColumns} from "../../../../src/lib/statistics/matrices/matrix.js";
import {standardise} from "../../../../src/lib/statistics/matrices/standardise.js";
import {linkage} from "../../../../src/lib/statistics/trees/linkage.js";
import {
  needed,
  readFeatures,
  readReference,
  referenceAvailable,
} from "../../../src/lib/statistics/referenceData.js";

/** Two clouds of customers and a handful far away from both. */
function twoCloudsAndFew(): Matrix {
  const wave = (i: number, phase: number) => Math.sin(i * phase);
  const x = Array.from({length: 60}, (_, i) => (i < 30 ? 0 : i < 54 ? 10 : 60) + wave(i + 1, 12.9898));
  const y = Array.from({length: 60}, (_, i) => (i < 30 ? 10 : i < 54 ? 0 : 5) + wave(i + 1, 78.233));
  return matrixFromColumns([x, y]);
}

function featuresOf(values: Matrix, names: string[]): Features {
  const {z, means, scales} = standardise(values);
  return {
    names,
    leftOut: [],
    values,
    z,
    means,
    scales,
    imputed: new Int32Array(names.length),
    medians: new Float64Array(names.length),
    missing: new Uint8Array(values.values.length),
    engineered: {},
    categories: {},
    logs: names.map(() => false),
    describing: [],
  };
}

const services = {kernels: await openKernels(), advance: () => {}};

describe("describeVariables", () => {
  it("finds the row number's correlation in a sorted file, and no correlation of what does not vary", () => {
    const sorted = Array.from({length: 40}, (_, i) => i * 2);
    const features = featuresOf(matrixFromColumns([sorted, new Float64Array(40).fill(7)]), [
      "sorted",
      "constant",
    ]);
    const {summaries, correlations} = describeVariables(features);
    expect(summaries.map(({variable}) => variable)).toEqual(["sorted", "constant"]);
    const pairs = correlations.filter(({method}) => method === "pearson");
    expect(pairs).toHaveLength(9);
    const without = pairs.filter(({coefficient}) => Number.isNaN(coefficient));
    expect(without).toHaveLength(5);
    expect(without.every(({first, second}) => [first, second].includes("constant"))).toBe(true);
    const trap = pairs.find(({first, second}) => first === "row_number" && second === "sorted");
    expect(trap?.coefficient).toBeCloseTo(1, 12);
  });
});

describe("testDifferences", () => {
  it("corrects for the number of variables: no corrected p-value is below its own", () => {
    const features = featuresOf(twoCloudsAndFew(), ["x", "y"]);
    const labels = Int32Array.from({length: 60}, (_, i) => (i < 30 ? 0 : 1));
    for (const {pValue, adjustedPValue} of testDifferences(features, labels))
      expect(adjustedPValue).toBeGreaterThanOrEqual(pValue);
  });
});

describe.skipIf(!referenceAvailable)(`the real AllLife file${needed}`, () => {
  it("gives SciPy 1.10.1's cophenetic correlations, and pandas' summaries", () => {
    const values = readFeatures("alllife");
    const reference = readReference("alllife");
    const {z} = standardise(values);
    const {labels} = kmeans(z, {k: 3, restarts: 10, seed: 1});
    const compared = compareLinkages(
      z,
      labels,
      3,
      linkage(z, "ward"),
      ["ward", "average", "single"],
      services,
    );
    // ties are broken otherwise than in SciPy
    for (const {method, copheneticCorrelation} of compared)
      expect(copheneticCorrelation).toBeCloseTo(reference.hierarchical[method].cophenetic_correlation, 3);
    const {summaries} = describeVariables(featuresOf(values, reference.features));
    for (const {variable, mean, sd, skewness, min, q25, median, q75, max} of summaries) {
      const expected = reference.summary[variable];
      expect(mean / expected.mean).toBeCloseTo(1, 11);
      expect(sd / expected.std_sample).toBeCloseTo(1, 11);
      expect(skewness).toBeCloseTo(expected.skew, 11);
      expect([min, q25, median, q75, max]).toEqual([
        expected.min,
        expected.q25,
        expected.median,
        expected.q75,
        expected.max,
      ]);
    }
  });
});
