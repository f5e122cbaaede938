import {describe, expect, test} from "vitest";
import {silentProgress} from "../../../../data-loaders/engine/progress/progress.js";
import {runPipeline} from "../../../../data-loaders/pipeline.js";
import {cardUsage} from "../../../definitions.js";
import {
  needed,
  readLogisticReference,
  readReference,
  realFile,
  referenceAvailable,
} from "../../../src/lib/statistics/referenceData.js";

/** A published table by column. */
type Columns = Record<string, (number | string | boolean | null)[]>;

/** Columns with gaps in the real file. */
const missing = new Set(["MINIMUM_PAYMENTS", "CREDIT_LIMIT"]);

/** Names of the variables by their header in the file. */
const names = new Map(cardUsage.contract.columns.map(({header, name}) => [header, name]));

describe.skipIf(!referenceAvailable)(`published tables of the real card-usage file${needed}`, async () => {
  const {tables} = referenceAvailable
    ? await runPipeline(cardUsage, silentProgress, {
        ...process.env,
        INPUT_CARD_USAGE: realFile("ccgeneral"),
      })
    : {tables: []};
  const read = (name: string): Columns =>
    JSON.parse(
      JSON.stringify(
        Object.fromEntries(
          (tables.find((table) => table.name === name)?.columns ?? []).map((column) => [
            column.name,
            Array.from(column.values),
          ]),
        ),
      ),
    );
  const reference = referenceAvailable ? readReference("ccgeneral") : undefined;

  test("summaries agree with pandas to 1e-10", () => {
    const table = read("variable_summary");
    for (const [header, summary] of Object.entries(reference?.summary ?? {})) {
      const row = table.variable.indexOf(names.get(header) ?? "");
      expect(row, header).toBeGreaterThanOrEqual(0);
      expect(table.imputed[row], header).toBe(summary.missing);
      // the table is of the values that the models use, imputed where the file has none
      if (missing.has(header)) continue;
      for (const [column, expected] of [
        ["mean", summary.mean],
        ["sd", summary.std_sample],
        ["min", summary.min],
        ["q25", summary.q25],
        ["median", summary.median],
        ["q75", summary.q75],
        ["max", summary.max],
        ["skewness", summary.skew],
      ] as const) {
        const found = Number(table[column][row]);
        expect(Math.abs(found - expected), `${header} ${column}`).toBeLessThanOrEqual(
          1e-10 * Math.abs(expected),
        );
      }
    }
  });

  test("correlations agree with pandas to 1e-10", () => {
    const table = read("correlations");
    expect(table.method.filter((method) => method === "pearson").length).toBeGreaterThanOrEqual(17 ** 2);
    for (const [row, method] of table.method.entries()) {
      if (method !== "pearson") continue;
      const header = (column: string) =>
        [...names].find(([, name]) => name === table[column][row])?.[0] ?? "";
      const pair = [header("first_variable"), header("second_variable")];
      if (pair.includes("Recnum")) continue;
      const expected = reference?.pearson[pair[0]][pair[1]] ?? Number.NaN;
      // pandas leaves the rows with a gap out of a pair; the report fills them
      expect(table.coefficient[row]).toBeCloseTo(expected, pair.some((one) => missing.has(one)) ? 1 : 10);
    }
  });

  test("k-means reaches scikit-learn's inertia within 1e-4, or better", () => {
    const {k, inertia} = read("kmeans_sweep");
    for (const [size, fit] of Object.entries(reference?.kmeans ?? {}))
      expect(Number(inertia[k.indexOf(Number(size))])).toBeLessThanOrEqual(fit.inertia * (1 + 1e-4));
  });

  test("the four segments are those of the published analysis, give or take some customers", () => {
    const {segment, customers} = read("segments");
    const size = (id: string) => Number(customers[segment.indexOf(id)]);
    expect(Math.abs(size("low-spenders") - 3_978)).toBeLessThan(30);
    expect(Math.abs(size("instalment") - 3_366)).toBeLessThan(30);
    expect(Math.abs(size("cash-advance") - 1_197)).toBeLessThan(30);
    expect(Math.abs(size("big-spenders") - 409)).toBeLessThan(30);
  });

  test("three groups have the better silhouette", () => {
    const {k, silhouette} = read("kmeans_sweep");
    expect(silhouette[k.indexOf(3)]).toBeCloseTo(0.251, 2);
    expect(silhouette[k.indexOf(4)]).toBeCloseTo(0.198, 2);
  });

  test("Ward's cut into four has fastcluster's sizes", () => {
    const {ward_cluster} = read("customers");
    const sizes = [1, 2, 3, 4].map((cluster) => ward_cluster.filter((value) => value === cluster).length);
    expect(sizes.sort((a, b) => b - a)).toEqual(reference?.hierarchical.ward.cuts["4"].sizes_desc);
  });

  test("principal components agree with scikit-learn", () => {
    const {share} = read("components");
    for (const [i, expected] of (reference?.pca_explained_ratio ?? []).entries())
      expect(share[i]).toBeCloseTo(expected, 10);
  });

  test("more than a quarter of those with a stated minimum paid less", () => {
    const {high_risk} = read("customers");
    const stated = high_risk.filter((label) => label !== null);
    expect(stated.filter((label) => label === true).length / stated.length).toBeCloseTo(0.274, 3);
  });

  test.each([
    ["honest", "ccgeneral_paid_less_than_minimum_without_PURCHASES"],
    ["collinear", "ccgeneral_paid_less_than_minimum_14_features"],
  ])("the %s model agrees with R's glm to 1e-6", (model, key) => {
    const expected = readLogisticReference()[key];
    const table = read("risk_coefficients");
    const rows = [...table.model.keys()].filter((row) => table.model[row] === model);
    expect(rows.length).toBe(expected.coefficient.length);
    rows.forEach((row, i) => {
      expect(table.coefficient[row]).toBeCloseTo(expected.coefficient[i], 6);
      expect(table.std_error[row]).toBeCloseTo(expected.std_error[i], 5);
    });
    const metrics = read("risk_metrics");
    const auc = [...metrics.model.keys()].find(
      (row) => metrics.model[row] === model && metrics.metric[row] === "auc",
    );
    expect(metrics.value[auc ?? -1]).toBeCloseTo(expected.auc, 6);
  });
});
