import {describe, expect, it} from "vitest";
import {mlHclust} from "../../../data-loaders/second-opinion/mlHclust.js";
import {mlKmeans} from "../../../data-loaders/second-opinion/mlKmeans.js";
import {sampledRows} from "../../../data-loaders/second-opinion/sampledRows.js";
import {
  requireAgreement,
  type SecondOpinionRequest,
  secondOpinion,
} from "../../../data-loaders/second-opinion/secondOpinion.js";
import {matrixFromColumns} from "../../../src/lib/matrix.js";
import {kmeans} from "../../../src/lib/statistics/kmeans.js";
import {standardise} from "../../../src/lib/statistics/standardise.js";
import {needed, readColumns, readFeatures, referenceAvailable} from "../../lib/statistics/referenceData.js";
import {matrixFromRows, reference, z} from "../../lib/statistics/smallReference.js";

const small: SecondOpinionRequest = {
  dataset: "small",
  z,
  kmeans: kmeans(z, {k: 3, restarts: 20, seed: 1}),
  logistic: {x: z, y: Uint8Array.from(reference.y)},
  seed: 1,
};

describe("the second opinion", () => {
  it("agrees on all models of 40 rows, and names packages and versions", () => {
    const rows = secondOpinion(small);
    expect(rows.map((row) => `${row.package} ${row.version}: ${row.agrees}`)).toEqual([
      "ml-kmeans 7.0.1: true",
      "ml-kmeans 7.0.1: true",
      "ml-hclust 4.0.0: true",
      "ml-hclust 4.0.0: true",
      "ml-logistic-regression 2.0.0: true",
    ]);
    expect(() => requireAgreement(rows)).not.toThrow();
    // Labels have no value of their own to show.
    for (const {measure, ours, theirs} of rows)
      expect([ours === null, theirs === null]).toEqual(Array(2).fill(measure.includes("adjusted Rand")));
  });

  it("agrees where distances tie and rows are equal", () => {
    const grid = matrixFromRows(Array.from({length: 72}, (_, i) => [i % 6, Math.floor(i / 6) % 6]));
    const {logistic: _, ...request} = small;
    const rows = secondOpinion({...request, z: grid, kmeans: kmeans(grid, {k: 4, restarts: 20, seed: 1})});
    expect(rows.length).toBe(4);
    expect(rows.every(({agrees}) => agrees)).toBe(true);
  });

  it("disagrees with labels that are not a k-means partition, and with an inertia that is not the least", () => {
    const worse = {
      ...small.kmeans,
      inertia: small.kmeans.inertia * 1.01,
      labels: small.kmeans.labels.map((label, i) => (i < 6 ? (label + 1) % 3 : label)),
    };
    const rows = secondOpinion({...small, kmeans: worse});
    expect(rows.slice(0, 2).map(({agrees}) => agrees)).toEqual([false, false]);
    expect(() => requireAgreement(rows)).toThrow(
      /the second opinion disagrees\n- small, k-means, k = 3, ml-kmeans 7\.0\.1 on all 40 rows: inertia of the best of its five starts, relative to ours -0\.0099.*\n- small/,
    );
  });

  it("leaves a separated regression out", () => {
    const logistic = {
      x: z,
      y: Uint8Array.from(z.values.filter((_, i) => i % 4 === 0).map((v) => Number(v > 0))),
    };
    expect(secondOpinion({...small, logistic}).length).toBe(4);
  });

  it("keeps what is not a number from the packages, which would not mind", () => {
    const rows = matrixFromRows([[0], [Number.NaN]]);
    expect(() => mlKmeans(rows, 2, [1])).toThrow("invalid value; not a finite number (row 1, column 0): NaN");
    expect(() => mlHclust(rows)).toThrow("invalid value; not a finite number (row 1, column 0): NaN");
  });
});

describe("sampledRows", () => {
  it("draws different rows, the same for the same seed", () => {
    const rows = sampledRows(1000, 400, 7);
    expect(new Set(rows).size).toBe(400);
    expect(Math.max(...rows)).toBeLessThan(1000);
    expect([...rows]).toEqual([...rows].sort((a, b) => a - b));
    expect(sampledRows(1000, 400, 7)).toEqual(rows);
    expect(sampledRows(1000, 400, 8)).not.toEqual(rows);
    expect([...sampledRows(5, 5, 1)]).toEqual([0, 1, 2, 3, 4]);
  });
});

describe.skipIf(!referenceAvailable)(`the second opinion on the real files${needed}`, () => {
  it.each([
    ["alllife", 3, "Avg_Credit_Limit", 40_000],
    ["ccgeneral", 4, "BALANCE", 2000],
  ] as const)("agrees on all models of %s", (name, k, column, threshold) => {
    const data = standardise(readFeatures(name)).z;
    const columns = readColumns(name);
    const y = Uint8Array.from(columns.get(column) ?? [], (value) => Number(value < threshold));
    const others = ["PURCHASES_TRX", "PAYMENTS", "TENURE", "Total_Credit_Cards", "Total_calls_made"];
    const x = matrixFromColumns(
      others.map((other) => columns.get(other)).filter((values) => values !== undefined),
    );
    const rows = secondOpinion({
      dataset: name,
      z: data,
      kmeans: kmeans(data, {k, restarts: 10, seed: 1}),
      logistic: {x: standardise(x).z, y},
      seed: 1,
    });
    expect(rows.length).toBe(5);
    expect(() => requireAgreement(rows)).not.toThrow();
  });
});
