import {mean} from "d3-array";
import {describe, expect, it} from "vitest";
import {kmeans} from "../../../../../src/lib/statistics/clustering/kmeans.js";
import {silhouetteSamples} from "../../../../../src/lib/statistics/clustering/silhouetteSamples.js";
import {standardise} from "../../../../../src/lib/statistics/matrices/standardise.js";
import {compiledKernels} from "../compiledKernels.js";
import {needed, readFeatures, readReference, referenceAvailable} from "../referenceData.js";
import {greatestDifference, matrixFromRows, reference, z} from "../smallReference.js";

describe("silhouetteSamples", () => {
  const labelings = reference.labelings.map((labels) => Int32Array.from(labels));

  it("gives the silhouettes of scikit-learn 1.2.1, three labelings in one pass", () => {
    silhouetteSamples(z, labelings).forEach((silhouettes, l) => {
      expect(greatestDifference(silhouettes, reference.silhouettes[l])).toBeLessThan(1e-14);
    });
  });

  it("gives for one labelling what it gives among several", () => {
    const all = silhouetteSamples(z, labelings);
    labelings.forEach((labels, l) => {
      expect(greatestDifference(silhouetteSamples(z, [labels])[0], all[l])).toBeLessThan(1e-14);
    });
  });

  it("is 0 for a row alone, and for rows that are all equal", () => {
    const rows = matrixFromRows([[0], [1], [1]]);
    expect([...silhouetteSamples(rows, [Int32Array.of(1, 0, 0)])[0]]).toEqual([1, 1, 0].sort());
    expect([...silhouetteSamples(matrixFromRows([[1], [1], [1]]), [Int32Array.of(0, 0, 1)])[0]]).toEqual([
      0, 0, 0,
    ]);
    expect([...silhouetteSamples(rows, [Int32Array.of(0, 1, 2)])[0]]).toEqual([0, 0, 0]);
  });

  it("refuses labels that are no partition into two clusters or more", () => {
    const rows = matrixFromRows([[0], [1], [2]]);
    const of = (...labels: number[]) => silhouetteSamples(rows, [Int32Array.from(labels)]);
    expect(() => of(0, 0, 0)).toThrow("invalid labels; a silhouette needs at least 2 clusters: 1");
    expect(() => of(0, 2, 0)).toThrow("invalid labels; no row has the label: 1");
    expect(() => of(0, 1)).toThrow("invalid labels; not one for each of 3 rows: 2");
    expect(() => of(0, -1, 1)).toThrow("invalid label; not in [0, k): -1");
    expect(() => of(0, 9, 1)).toThrow("invalid label; not in [0, rows): 9");
  });
});

describe.skipIf(!referenceAvailable)(`silhouetteSamples on the real files${needed}`, () => {
  it.each(["alllife", "ccgeneral"] as const)(
    "agrees with scikit-learn 1.2.1 on %s at k = 3",
    async (name) => {
      const {kmeansStart, clusterDistanceSums} = await compiledKernels();
      const data = standardise(readFeatures(name)).z;
      const {labels} = kmeans(data, {k: 3, restarts: 5, seed: 1}, kmeansStart);
      const expected = readReference(name).kmeans["3"];
      // card usage: our partition is a slightly better one than the reference's
      const tolerance = name === "alllife" ? 1e-9 : 2e-4;
      const silhouette = mean(silhouetteSamples(data, [labels], clusterDistanceSums)[0]) ?? Number.NaN;
      expect(Math.abs(silhouette - expected.silhouette)).toBeLessThan(tolerance);
    },
  );
});
