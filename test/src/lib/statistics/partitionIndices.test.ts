import {describe, expect, it} from "vitest";
import {adjustedRand} from "../../../../src/lib/statistics/clustering/adjustedRand.js";
import {calinskiHarabasz} from "../../../../src/lib/statistics/clustering/calinskiHarabasz.js";
import {daviesBouldin} from "../../../../src/lib/statistics/clustering/daviesBouldin.js";
import {kmeans} from "../../../../src/lib/statistics/clustering/kmeans.js";
import {standardise} from "../../../../src/lib/statistics/matrices/standardise.js";
import {needed, readFeatures, readReference, referenceAvailable} from "./referenceData.js";
import {matrixFromRows, reference, z} from "./smallReference.js";

const labelings = reference.labelings.map((labels) => Int32Array.from(labels));

describe("adjustedRand", () => {
  it("gives the value of scikit-learn 1.2.1", () => {
    expect(adjustedRand(labelings[1], labelings[2])).toBeCloseTo(reference.adjusted_rand, 14);
  });

  it("is 1 for the same partition under other numbers, and for trivial ones", () => {
    expect(adjustedRand(Int32Array.of(0, 0, 1, 2), Int32Array.of(2, 2, 0, 1))).toBe(1);
    expect(adjustedRand(Int32Array.of(0, 0), Int32Array.of(0, 0))).toBe(1);
    expect(adjustedRand(Int32Array.of(0, 1), Int32Array.of(1, 0))).toBe(1);
    expect(adjustedRand(Int32Array.of(0), Int32Array.of(0))).toBe(1);
  });

  it("is 0 for one cluster against several, as in scikit-learn", () => {
    expect(adjustedRand(Int32Array.of(0, 0, 0), Int32Array.of(0, 1, 1))).toBe(0);
    expect(adjustedRand(Int32Array.of(0, 0), Int32Array.of(0, 1))).toBe(0);
  });

  it("refuses labelings of different rows, and of none", () => {
    expect(() => adjustedRand(Int32Array.of(0), Int32Array.of(0, 0))).toThrow(
      "labelings differ in length: 1, 2",
    );
    expect(() => adjustedRand(Int32Array.of(), Int32Array.of())).toThrow("at least one row is needed: 0");
  });
});

describe("daviesBouldin and calinskiHarabasz", () => {
  it("give the values of scikit-learn 1.2.1", () => {
    labelings.forEach((labels, l) => {
      expect(daviesBouldin(z, labels)).toBeCloseTo(reference.davies_bouldin[l], 13);
      expect(calinskiHarabasz(z, labels)).toBeCloseTo(reference.calinski_harabasz[l], 10);
    });
  });

  it("refuse labelings for which they are not defined", () => {
    const rows = matrixFromRows([[0], [2], [1], [1]]);
    const one = new Int32Array(4);
    expect(() => daviesBouldin(rows, one)).toThrow("at least 2 clusters: 1");
    expect(() => daviesBouldin(rows, Int32Array.of(0, 0, 1, 1))).toThrow("the same centroid: 0, 1");
    expect(() => calinskiHarabasz(rows, one)).toThrow("clusters in [2, rows): 1");
    expect(() => calinskiHarabasz(rows, Int32Array.of(0, 1, 2, 3))).toThrow("clusters in [2, rows): 4");
    expect(() => calinskiHarabasz(rows, Int32Array.of(0, 1, 2, 2))).toThrow("do not differ within clusters");
  });

  it("do not take rounding for a difference: the mean of seven rows of 0.1 is not 0.1", () => {
    const labels = Int32Array.of(0, 0, 0, 0, 0, 0, 0, 1, 1, 1);
    const rows = matrixFromRows(Array.from(labels, (label) => [label === 0 ? 0.1 : 0.7]));
    expect(() => calinskiHarabasz(rows, labels)).toThrow("rows do not differ within clusters");
    expect(daviesBouldin(rows, labels)).toBeLessThan(1e-14);
    const equal = matrixFromRows(Array.from(labels, () => [0.1]));
    expect(() => daviesBouldin(equal, labels)).toThrow("two clusters have the same centroid: 0, 1");
  });
});

describe.skipIf(!referenceAvailable)(`indices on the real files${needed}`, () => {
  it("agree with scikit-learn 1.2.1 on AllLife at k = 3", () => {
    const data = standardise(readFeatures("alllife")).z;
    const {labels} = kmeans(data, {k: 3, restarts: 10, seed: 1});
    const expected = readReference("alllife").kmeans["3"];
    expect(daviesBouldin(data, labels)).toBeCloseTo(expected.davies_bouldin, 10);
    expect(calinskiHarabasz(data, labels)).toBeCloseTo(expected.calinski_harabasz, 8);
  });
});
