import {readFileSync} from "node:fs";
import {agnes} from "ml-hclust";
import {kmeans} from "ml-kmeans";
import {describe, expect, it} from "vitest";
import {moments, pearson, products} from "../../../data-loaders/input/synthetic/pearson.js";
import {readAllLifeAggregates, samples} from "../../../data-loaders/input/synthetic/samples.js";
import {type CustomerColumns, numbersOf, readCustomerCsv, whereItLies} from "./customerCsv.js";

const SAMPLE = "data-loaders/input/alllife.sample.csv";
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
const standardised = standardise(columns);
const aggregates = readAllLifeAggregates();
const labels = kmeansLabels();

describe("the AllLife sample", () => {
  it("is what its generator makes, byte for byte", () => {
    const sample = samples.find(({file}) => file === "alllife.sample.csv");
    expect(sample?.generate()).toBe(readFileSync(SAMPLE, "utf8"));
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

  it("falls into the generating segments under k-means (ml-kmeans), with scikit-learn 1.2.1's inertia", () => {
    expect(sizesOf(labels)).toEqual([386, 224, 50]);
    expect(inertia(labels)).toBeCloseTo(933.0437490000536, 8);
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

  it("cuts at three under Ward's tree (ml-hclust, ward2) as SciPy 1.10.1 cuts the bank's file", () => {
    const points = Array.from({length: rows}, (_, i) => standardised.map((column) => column[i]));
    const groups = agnes(points, {method: "ward2"}).group(3).children;
    const ward = new Int32Array(rows);
    groups.forEach((group, g) => {
      for (const i of group.indices()) ward[i] = g;
    });
    expect(sizesOf(ward)).toEqual([385, 225, 50]);
    const moved = Array.from(labels, (label, i) => `${label} ${ward[i]}`);
    const counts = [...new Set(moved)].map((pair) => moved.filter((other) => other === pair).length);
    expect(counts.sort((a, b) => b - a)).toEqual([385, 224, 50, 1]);
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

function standardise(raw: readonly Float64Array[]): Float64Array[] {
  return raw.map((column) => {
    const {n, sum, square} = moments(column);
    const sd = Math.sqrt(square / n - (sum / n) ** 2);
    return column.map((value) => (value - sum / n) / sd);
  });
}

/** The best of ten seeded fits, labelled by the nearest final centroid. */
function kmeansLabels(): Int32Array {
  const points = Array.from({length: rows}, (_, i) => standardised.map((column) => column[i]));
  const fits = Array.from({length: 10}, (_, seed) => {
    const fit = kmeans(points, 3, {seed: seed + 1, maxIterations: 300});
    return Int32Array.from(fit.nearest(points));
  });
  return fits.reduce((best, fit) => (inertia(fit) < inertia(best) ? fit : best));
}

function inertia(of: Int32Array): number {
  let total = 0;
  for (const label of new Set(of)) {
    for (const column of standardised) {
      const values = column.filter((_, i) => of[i] === label);
      const {n, sum, square} = moments(values);
      total += square - (sum * sum) / n;
    }
  }
  return total;
}

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
