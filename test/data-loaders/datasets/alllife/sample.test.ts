import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {segmentFile} from "../../../../data-loaders/commands/segmentFile.js";
import {readAggregates, sample} from "../../../../data-loaders/datasets/alllife/sample/sample.js";
import {compactJson} from "../../../../data-loaders/datasets/sampling/compactJson.js";
import {moments, pearson, products} from "../../../../data-loaders/datasets/sampling/pearson.js";
import {readCustomers} from "../../../../data-loaders/source/readCustomers.js";
import {adjustedRand} from "../../../../src/lib/statistics/clustering/adjustedRand.js";
import {kmeans} from "../../../../src/lib/statistics/clustering/kmeans.js";
import {silhouetteSamples} from "../../../../src/lib/statistics/clustering/silhouetteSamples.js";
import {matrixFromColumns} from "../../../../src/lib/statistics/matrices/matrix.js";
import {standardise} from "../../../../src/lib/statistics/matrices/standardise.js";
import {auc} from "../../../../src/lib/statistics/measures/auc.js";
import {logisticRegression} from "../../../../src/lib/statistics/regression/logisticRegression.js";
import {predictedProbability} from "../../../../src/lib/statistics/regression/predictedProbability.js";
import {cutTree} from "../../../../src/lib/statistics/trees/cutTree.js";
import {linkage} from "../../../../src/lib/statistics/trees/linkage.js";
import {alllife} from "../../../definitions.js";
import {type CustomerColumns, numbersOf, readCustomerCsv, whereItLies} from "../customerCsv.js";

const SAMPLE = "data-loaders/datasets/alllife/sample/alllife.sample.csv";
const HEADERS = [
  "Avg_Credit_Limit",
  "Total_Credit_Cards",
  "Total_visits_bank",
  "Total_visits_online",
  "Total_calls_made",
];
const real = whereItLies("../shared/data/alllife.csv");

const customers = readCustomerCsv(SAMPLE);
const columns = HEADERS.map((header) => numbersOf(customers, header));
const rows = columns[0].length;
const {z} = standardise(matrixFromColumns(columns));
const aggregates = readAggregates();
const {labels} = kmeans(z, {k: 3, restarts: 10, seed: 1});

describe("the AllLife sample", () => {
  it("is what its generator makes, byte for byte", () => {
    expect(sample.generate()).toBe(readFileSync(SAMPLE, "utf8"));
  });

  it("has the bank's header and number format, blemishes included", () => {
    const [header, first] = readFileSync(SAMPLE, "utf8").split("\n");
    expect(header).toBe(
      "Sl_No,Customer Key, Avg_Credit_Limit ,Total_Credit_Cards,Total_visits_bank,Total_visits_online,Total_calls_made",
    );
    expect(first).toMatch(/^1,\d{5}," \d{1,3},000\.00 ",\d+,\d+,\d+,\d+$/);
  });

  it("has the published means and sample standard deviations (pandas describe)", () => {
    const published = [
      [34574.242424, 37625.487804],
      [4.706061, 2.167835],
      [2.40303, 1.631813],
      [2.606061, 2.935724],
      [3.583333, 2.865317],
    ];
    columns.forEach((column, j) => {
      const {n, sum, square} = moments(column);
      expect(sum / n).toBeCloseTo(published[j][0], 6);
      expect(Math.sqrt((square - (sum * sum) / n) / (n - 1))).toBeCloseTo(published[j][1], 6);
    });
  });

  it("falls into the generating segments under k-means, with scikit-learn 1.2.1's inertia", () => {
    const fit = kmeans(z, {k: 3, restarts: 10, seed: 1});
    expect([...fit.sizes]).toEqual([386, 224, 50]);
    expect(fit.inertia).toBeCloseTo(933.0437490000536, 8);
  });

  it("has its best silhouette at k = 3, near scikit-learn 1.2.1's .51572 for the bank's file", () => {
    const ks = [2, 3, 4, 5, 6, 7, 8, 9, 10];
    const fits = ks.map((k) => kmeans(z, {k, restarts: 10, seed: 1}).labels);
    const means = silhouetteSamples(z, fits).map((values) => values.reduce((a, b) => a + b, 0) / rows);
    expect(Math.max(...means)).toBe(means[1]);
    expect(Math.abs(means[1] - 0.51572)).toBeLessThan(0.001);
  });

  it("has, per segment, exactly the committed frequency tables", () => {
    for (const segment of aggregates.segments) {
      const members = membersOf(segment.rows);
      segment.frequencies.forEach((table, j) => {
        const counts = new Map<number, number>();
        for (const i of members) counts.set(columns[j][i], (counts.get(columns[j][i]) ?? 0) + 1);
        expect([...counts].sort(([a], [b]) => a - b)).toEqual(table);
      });
    }
  });

  it("cuts at three under Ward's tree as SciPy 1.10.1 cuts the bank's file", () => {
    const ward = cutTree(linkage(z, "ward"), 3);
    expect(sizesOf(ward)).toEqual([385, 225, 50]);
    expect(adjustedRand(ward, labels)).toBeCloseTo(0.9943663300699038, 10);
  });

  it("carries the risk model: R 4.2.2's coefficients within .03, its AUC of .80405 within .002", () => {
    const low = Uint8Array.from(columns[0], (limit) => (limit < 40_000 ? 1 : 0));
    const x = standardise(matrixFromColumns(columns.slice(1))).z;
    const {coefficients} = logisticRegression(x, low);
    [1.199563, -1.018417, 0.132654, -0.350856, 0.816503].forEach((wanted, i) => {
      expect(Math.abs(coefficients[i] - wanted)).toBeLessThan(0.03);
    });
    expect(Math.abs(auc(predictedProbability(coefficients, x), low) - 0.804053)).toBeLessThan(0.002);
  });

  it("meets the contract of the data set", async () => {
    expect((await readCustomers(SAMPLE, alllife, {synthetic: true})).rows).toBe(660);
  });

  it("has five keys on two rows and eleven rows that repeat a whole profile", () => {
    expect(rows).toBe(660);
    const keys = customers["Customer Key"];
    expect(keys.every((key) => /^[1-9]\d{4}$/.test(key))).toBe(true);
    expect(rows - new Set(keys).size).toBe(5);
    const profiles = keys.map((_, i) => columns.map((column) => column[i]).join(","));
    expect(rows - new Set(profiles).size).toBe(11);
  });

  it("keeps the row number's correlations: the trap of a sorted file", () => {
    const numbers = numbersOf(customers, "Sl_No");
    expect([...numbers]).toEqual(Array.from({length: rows}, (_, i) => i + 1));
    const published = [0.678, 0.739, 0.406, 0.034, -0.684];
    columns.forEach((column, j) => {
      expect(Math.abs(correlation(numbers, column) - published[j])).toBeLessThan(0.01);
    });
  });
});

describe.skipIf(real.absent)(`the AllLife sample beside the bank's file${real.note}`, () => {
  const bank = real.absent ? {} : readCustomerCsv(real.path);

  it("comes from aggregates that describe the bank's file, byte for byte", async () => {
    const committed = readFileSync("data-loaders/datasets/alllife/sample/aggregates.json", "utf8");
    expect(`${compactJson(sample.describe(await segmentFile(real.path, alllife)))}\n`).toBe(committed);
  });

  it("has the same frequency table in every variable, so the same quartiles", () => {
    HEADERS.forEach((header, j) => {
      expect(columns[j].toSorted()).toEqual(numbersOf(bank, header).toSorted());
    });
  });

  it("has the same correlation matrix within 0.01, row number included", () => {
    const all = ["Sl_No", ...HEADERS];
    for (const a of all) {
      for (const b of all) {
        const [ours, theirs] = [customers, bank].map((file) =>
          correlation(numbersOf(file, a), numbersOf(file, b)),
        );
        expect(Math.abs(ours - theirs), `${a} and ${b}`).toBeLessThan(0.01);
      }
    }
  });

  it("has no customer key of the bank", () => {
    const known = new Set(bank["Customer Key"]);
    expect(customers["Customer Key"].filter((key) => known.has(key))).toEqual([]);
  });

  it("meets a real profile no more often than independent columns would (22.6 rows, sd 4.6, of 200 draws)", () => {
    const profiles = (file: CustomerColumns): string[] =>
      file["Customer Key"].map((_, i) => HEADERS.map((header) => Number(file[header][i])).join());
    const known = new Set(profiles(bank));
    const met = profiles(customers);
    expect(met.filter((profile) => known.has(profile)).length).toBeLessThanOrEqual(22);
  });
});

function sizesOf(of: Int32Array): number[] {
  return [...new Set(of)].map((label) => of.filter((other) => other === label).length).sort((a, b) => b - a);
}

/** Rows of the cluster with this many members: the three sizes differ. */
function membersOf(size: number): number[] {
  const label = [...new Set(labels)].find((g) => labels.filter((other) => other === g).length === size);
  return Array.from(labels.keys()).filter((i) => labels[i] === label);
}

function correlation(x: Float64Array, y: Float64Array): number {
  return pearson(moments(x), moments(y), products(x, y));
}
