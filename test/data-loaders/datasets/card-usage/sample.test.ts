import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {segmentFile} from "../../../../data-loaders/commands/segmentFile.js";
import {readAggregates, sample} from "../../../../data-loaders/datasets/card-usage/sample/sample.js";
import {STRATA, VARIABLES} from "../../../../data-loaders/datasets/card-usage/sample/variables.js";
import {compactJson} from "../../../../data-loaders/datasets/sampling/compactJson.js";
import {readCustomers} from "../../../../data-loaders/source/readCustomers.js";
import {kmeans} from "../../../../src/lib/statistics/clustering/kmeans.js";
import {silhouetteSamples} from "../../../../src/lib/statistics/clustering/silhouetteSamples.js";
import {matrixFromColumns} from "../../../../src/lib/statistics/matrices/matrix.js";
import {standardise} from "../../../../src/lib/statistics/matrices/standardise.js";
import {auc} from "../../../../src/lib/statistics/measures/auc.js";
import {logisticRegression} from "../../../../src/lib/statistics/regression/logisticRegression.js";
import {predictedProbability} from "../../../../src/lib/statistics/regression/predictedProbability.js";
import {correlations} from "../../../../src/lib/statistics/tests/pearsonCorrelation.js";
import {cardUsage} from "../../../definitions.js";
import {numbersOf, readCustomerCsv, whereItLies} from "../customerCsv.js";

const SAMPLE = "data-loaders/datasets/card-usage/sample/card-usage.sample.csv";
const AGGREGATES = "data-loaders/datasets/card-usage/sample/aggregates.json";

/** Mean and quartiles of the published file (pandas describe). */
const PUBLISHED: Record<string, [mean: number, q25: number, median: number, q75: number]> = {
  BALANCE: [1564.474828, 128.2819155, 873.385231, 2054.140036],
  BALANCE_FREQUENCY: [0.8772707256, 0.888889, 1, 1],
  PURCHASES: [1003.204834, 39.635, 361.28, 1110.13],
  ONEOFF_PURCHASES: [592.4373709, 0, 38, 577.405],
  INSTALLMENTS_PURCHASES: [411.0676447, 0, 89, 468.6375],
  CASH_ADVANCE: [978.8711125, 0, 0, 1113.821139],
  PURCHASES_FREQUENCY: [0.4903505484, 0.083333, 0.5, 0.916667],
  ONEOFF_PURCHASES_FREQUENCY: [0.2024576836, 0, 0.083333, 0.3],
  PURCHASES_INSTALLMENTS_FREQUENCY: [0.3644373416, 0, 0.166667, 0.75],
  CASH_ADVANCE_FREQUENCY: [0.1351442003, 0, 0, 0.222222],
  CASH_ADVANCE_TRX: [3.248826816, 0, 0, 4],
  PURCHASES_TRX: [14.7098324, 1, 7, 17],
  CREDIT_LIMIT: [4494.44945, 1600, 3000, 6500],
  PAYMENTS: [1733.143852, 383.276166, 856.901546, 1901.134317],
  MINIMUM_PAYMENTS: [864.2065423, 169.123707, 312.343947, 825.485459],
  PRC_FULL_PAYMENT: [0.1537146485, 0, 0, 0.142857],
  TENURE: [11.51731844, 12, 12, 12],
};
const HEADERS = Object.keys(PUBLISHED);

const real = whereItLies("../shared/data/ccgeneral.csv");
const holders = readCustomerCsv(SAMPLE);
const columns = new Map(HEADERS.map((header) => [header, numbersOf(holders, header)]));
const column = (header: string): Float64Array => columns.get(header) ?? new Float64Array();
const rows = holders.CUST_ID.length;
const aggregates = readAggregates();
const imputed = matrixFromColumns(HEADERS.map((header) => imputeMedian(column(header))));
const {z} = standardise(imputed);

describe("the card usage sample", () => {
  it("is what its generator makes, byte for byte", () => {
    expect(sample.generate() === readFileSync(SAMPLE, "utf8")).toBe(true);
  });

  it("has the real file's columns and line ends, and stays small", () => {
    const text = readFileSync(SAMPLE, "utf8");
    expect(text.slice(0, text.indexOf("\r\n"))).toBe(["Recnum", "CUST_ID", ...HEADERS].join(","));
    expect(text.split("\r\n").length).toBe(8952);
    expect(text.length).toBeLessThan(900_000);
  });

  it("meets the contract of the data set", async () => {
    const table = await readCustomers(SAMPLE, cardUsage, {synthetic: true});
    expect(table.rows).toBe(8950);
    const noted = Object.fromEntries(table.quality.map((rule) => [rule.id, rule.noted]));
    expect(noted).toMatchObject({
      "cash_advance_frequency.range": 8,
      "credit_limit.missing": 1,
      "minimum_payments.missing": 313,
    });
  });

  it.each(HEADERS)("has the mean and quartiles of %s within 2 %%", (header) => {
    const values = column(header).filter((value) => !Number.isNaN(value));
    const [mean, ...quartiles] = PUBLISHED[header];
    expectWithin(values.reduce((sum, value) => sum + value, 0) / values.length, mean, 0.02);
    quartiles.forEach((wanted, i) => {
      expectWithin(quantile(values, (i + 1) / 4), wanted, 0.02);
    });
  });

  it("has 313 minimum payments and one credit limit missing, as the real file", () => {
    const missing = HEADERS.map((header) => column(header).filter(Number.isNaN).length);
    expect(missing).toEqual(HEADERS.map((header) => ({MINIMUM_PAYMENTS: 313, CREDIT_LIMIT: 1})[header] ?? 0));
  });

  it("has 27.4 % of those with a stated minimum pay less than it", () => {
    const stated = column("MINIMUM_PAYMENTS").filter((value) => !Number.isNaN(value)).length;
    const less = column("PAYMENTS").filter((paid, i) => paid < column("MINIMUM_PAYMENTS")[i]).length;
    expect(less / stated).toBeCloseTo(0.2738, 3);
  });

  it("has purchases equal one-off purchases plus instalments, but for nineteen rows as in the real file", () => {
    const purchases = column("PURCHASES");
    const off = purchases.filter(
      (total, i) =>
        Math.abs(total - column("ONEOFF_PURCHASES")[i] - column("INSTALLMENTS_PURCHASES")[i]) > 0.006,
    );
    expect(off.length).toBe(19);
  });

  it("has amounts, frequencies and numbers of transactions that are zero together", () => {
    const together = [
      ["PURCHASES", "PURCHASES_FREQUENCY", "PURCHASES_TRX"],
      ["ONEOFF_PURCHASES", "ONEOFF_PURCHASES_FREQUENCY"],
      ["INSTALLMENTS_PURCHASES", "PURCHASES_INSTALLMENTS_FREQUENCY"],
      ["CASH_ADVANCE", "CASH_ADVANCE_FREQUENCY", "CASH_ADVANCE_TRX"],
      ["BALANCE", "BALANCE_FREQUENCY"],
    ];
    for (const [first, ...others] of together) {
      for (const other of others) {
        expect(column(other).map((value) => (value > 0 ? 1 : 0))).toEqual(
          column(first).map((value) => (value > 0 ? 1 : 0)),
        );
      }
    }
  });

  it("has whole months and counts: no more months than tenure, purchases or cash advances allow", () => {
    const tenure = column("TENURE");
    const months = (header: string, i: number): number => column(header)[i] * tenure[i];
    const wrong = Array.from({length: rows}, (_, i) => i).filter((i) => {
      const frequencies = [
        "PURCHASES_FREQUENCY",
        "ONEOFF_PURCHASES_FREQUENCY",
        "PURCHASES_INSTALLMENTS_FREQUENCY",
        "CASH_ADVANCE_FREQUENCY",
      ].map((header) => months(header, i));
      const [purchases, oneOff, instalments, cashAdvance] = frequencies.map(Math.round);
      return (
        frequencies.some((value) => Math.abs(value - Math.round(value)) > 1e-4) ||
        purchases < Math.max(oneOff, instalments) ||
        purchases > Math.min(tenure[i], column("PURCHASES_TRX")[i]) ||
        cashAdvance > column("CASH_ADVANCE_TRX")[i] ||
        !Number.isInteger(tenure[i]) ||
        tenure[i] < 6 ||
        tenure[i] > 12 ||
        !Number.isInteger(column("PURCHASES_TRX")[i]) ||
        !Number.isInteger(column("CASH_ADVANCE_TRX")[i])
      );
    });
    expect(wrong).toEqual([]);
    expect(Math.max(...column("CASH_ADVANCE_FREQUENCY"))).toBe(1.5);
  });

  it("falls into the four segments under k-means, sizes within 3 % of 3,978, 3,366, 1,197 and 409", () => {
    const {sizes, inertia} = kmeans(z, {k: 4, restarts: 10, seed: 1});
    [3978, 3366, 1197, 409].forEach((wanted, i) => {
      expectWithin(sizes[i], wanted, 0.03);
    });
    expectWithin(inertia, 99_061.7, 0.01);
  });

  it("has the better silhouette at k = 3, as the real file (.250 against .198 in scikit-learn 1.2.1)", () => {
    const labels = [3, 4].map((k) => kmeans(z, {k, restarts: 10, seed: 1}).labels);
    const [three, four] = silhouetteSamples(z, labels).map(
      (values) => values.reduce((a, b) => a + b, 0) / rows,
    );
    expect(three).toBeGreaterThan(four + 0.015);
    expect(Math.abs(three - 0.2505)).toBeLessThan(0.03);
    expect(Math.abs(four - 0.1978)).toBeLessThan(0.01);
  });

  it("keeps the committed correlations within 0.02", () => {
    const matrix = correlations(imputed);
    aggregates.correlation.slice(0, HEADERS.length).forEach((row, j) => {
      row.forEach((wanted, k) => {
        expect(
          Math.abs(matrix.values[j * HEADERS.length + k] - wanted),
          `${HEADERS[j]}, ${HEADERS[k]}`,
        ).toBeLessThan(0.02);
      });
    });
  });

  it("carries the risk model: R 4.2.2's largest coefficients in sign and size, its AUC of .818 within .01", () => {
    const stated = Array.from({length: rows}, (_, i) => i).filter(
      (i) => !Number.isNaN(column("MINIMUM_PAYMENTS")[i]) && !Number.isNaN(column("CREDIT_LIMIT")[i]),
    );
    const y = Uint8Array.from(stated, (i) => (column("PAYMENTS")[i] < column("MINIMUM_PAYMENTS")[i] ? 1 : 0));
    const leftOut = ["PURCHASES", "PAYMENTS", "MINIMUM_PAYMENTS", "PRC_FULL_PAYMENT"];
    const used = HEADERS.filter((header) => !leftOut.includes(header));
    const x = standardise(
      matrixFromColumns(used.map((h) => Float64Array.from(stated, (i) => column(h)[i]))),
    ).z;
    const {coefficients} = logisticRegression(x, y);
    expect(Math.abs(auc(predictedProbability(coefficients, x), y) - 0.818)).toBeLessThan(0.01);
    expect(Math.abs(coefficients[0] + 1.451)).toBeLessThan(0.2);
    expect(Math.abs(coefficients[1 + used.indexOf("BALANCE")] - 1.662)).toBeLessThan(0.2);
    expect(Math.abs(coefficients[1 + used.indexOf("CREDIT_LIMIT")] + 1.159)).toBeLessThan(0.2);
  });

  it("numbers its customers from C50001, beyond the real file's C10001 to C19190", () => {
    const numbers = holders.CUST_ID.map((id) => Number(id.slice(1)));
    expect(holders.CUST_ID.every((id) => /^C[5-9]\d{4}$/.test(id))).toBe(true);
    expect(numbers.every((number, i) => i === 0 || number > numbers[i - 1])).toBe(true);
    expect([...numbersOf(holders, "Recnum")]).toEqual(Array.from({length: rows}, (_, i) => i + 1));
  });

  it("comes from tables in which no amount, limit or count stands for fewer than five card holders", () => {
    const small = aggregates.segments.flatMap(({id, tables}) =>
      STRATA.flatMap(({column: j}, t) => {
        const {header, scale} = VARIABLES[j];
        if (scale === "months" || header === "TENURE") return [];
        return tables[t].filter(([, n]) => n < 5).map(([value, n]) => `${id}, ${header}: ${value} (${n})`);
      }),
    );
    expect(small).toEqual([]);
  });
});

describe.skipIf(real.absent)(`the card usage sample beside the real file${real.note}`, () => {
  it("comes from aggregates that describe the real file, byte for byte", async () => {
    const described = sample.describe(await segmentFile(real.path, cardUsage));
    expect(`${compactJson(described)}\n` === readFileSync(AGGREGATES, "utf8")).toBe(true);
  });

  it("has the same correlation matrix within 0.02", () => {
    const bank = readCustomerCsv(real.path);
    const theirs = correlations(
      matrixFromColumns(HEADERS.map((header) => imputeMedian(numbersOf(bank, header)))),
    );
    const ours = correlations(imputed);
    const worst = ours.values.reduce((most, r, i) => Math.max(most, Math.abs(r - theirs.values[i])), 0);
    expect(worst).toBeLessThan(0.02);
  });

  it("has no row, and no customer number, of the real file", () => {
    const bank = readCustomerCsv(real.path);
    const profile = (file: typeof bank, i: number): string =>
      HEADERS.map((header) => (file[header][i] === "" ? "" : Number(file[header][i]).toFixed(2))).join();
    const known = new Set(bank.CUST_ID.map((_, i) => profile(bank, i)));
    expect(holders.CUST_ID.filter((_, i) => known.has(profile(holders, i)))).toEqual([]);
    const ids = new Set(bank.CUST_ID);
    expect(holders.CUST_ID.filter((id) => ids.has(id))).toEqual([]);
  });
});

function expectWithin(value: number, wanted: number, share: number): void {
  const bound = wanted === 0 ? share : share * Math.abs(wanted);
  expect(Math.abs(value - wanted), `${value} for ${wanted}`).toBeLessThanOrEqual(bound);
}

/** Quantile by linear interpolation (R's type 7, pandas' default). */
function quantile(values: Float64Array, p: number): number {
  const sorted = values.toSorted();
  const place = p * (sorted.length - 1);
  const low = Math.floor(place);
  return sorted[low] + (place - low) * (sorted[Math.min(low + 1, sorted.length - 1)] - sorted[low]);
}

function imputeMedian(values: Float64Array): Float64Array {
  const median = quantile(
    values.filter((value) => !Number.isNaN(value)),
    0.5,
  );
  return values.map((value) => (Number.isNaN(value) ? median : value));
}
