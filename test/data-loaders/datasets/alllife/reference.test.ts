import {existsSync, readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {silentProgress} from "../../../../data-loaders/engine/progress/progress.js";
import {projectPath} from "../../../../data-loaders/engine/project/projectPath.js";
import {runPipeline} from "../../../../data-loaders/pipeline.js";
import {alllife} from "../../../definitions.js";

const file = projectPath("../shared/data/alllife.csv");
const reference = projectPath("../shared/reference/alllife.json");
const here = existsSync(file) && existsSync(reference);

type Columns = Record<string, (number | string | boolean | null)[]>;

/** Centroids as seed document 004 prints them, largest cluster first. */
const publishedCentroids = [
  [-0.02106178, 0.37368962, 0.6663945, -0.55367163, -0.55300488],
  [-0.59579625, -1.05962278, -0.9015185, 0.32299678, 1.14810882],
  [2.83176409, 1.86222621, -1.10576269, 2.82731942, -0.87432983],
];
const variables = ["credit_limit", "credit_cards", "branch_visits", "online_visits", "calls"];

describe.skipIf(!here)("the pipeline on the real AllLife file (skipped where ../shared is absent)", () => {
  const tables: Record<string, Columns> = {};
  const expected = here ? JSON.parse(readFileSync(reference, "utf8")) : {};
  const numbers = (table: string, column: string) => tables[table][column].map(Number);

  beforeAll(async () => {
    const edition = await runPipeline(alllife, silentProgress, {...process.env, INPUT_ALLLIFE: file});
    for (const {name, columns} of edition.tables)
      tables[name] = Object.fromEntries(
        columns.map((column): [string, Columns[string]] => [
          column.name,
          JSON.parse(JSON.stringify(Array.from(column.values))),
        ]),
      );
  });

  it("reads 660 rows with the means that pandas gives", () => {
    expect(tables.customers.customer_id).toHaveLength(660);
    for (const [j, variable] of variables.entries()) {
      const values = numbers("customers", variable);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(mean).toBeCloseTo(expected.summary[expected.features[j]].mean, 6);
    }
  });

  it("finds for every k an inertia as low as scikit-learn 1.2.1, and its silhouette at the chosen k", () => {
    for (const [i, k] of numbers("kmeans_sweep", "k").entries())
      expect(numbers("kmeans_sweep", "inertia")[i]).toBeLessThanOrEqual(
        expected.kmeans[k].inertia * (1 + 1e-6),
      );
    const chosen = tables.kmeans_sweep.chosen.indexOf(true);
    expect(numbers("kmeans_sweep", "inertia")[chosen]).toBeCloseTo(933.04375, 5);
    for (const [name, column] of [
      ["silhouette", "silhouette"],
      ["davies_bouldin", "davies_bouldin"],
      ["calinski_harabasz", "calinski_harabasz"],
    ])
      expect(numbers("kmeans_sweep", column)[chosen]).toBeCloseTo(expected.kmeans[3][name], 6);
  });

  it("has the segments' sizes and the centroids of the published analysis to seven digits", () => {
    expect(
      Object.fromEntries(tables.segments.segment.map((id, i) => [id, tables.segments.customers[i]])),
    ).toEqual({premium: 50, branch: 386, phone: 224});
    for (const [i, segment] of ["branch", "phone", "premium"].entries())
      for (const [j, variable] of variables.entries()) {
        const row = tables.segment_profiles.segment.findIndex(
          (id, r) => id === segment && tables.segment_profiles.variable[r] === variable,
        );
        expect(numbers("segment_profiles", "centroid")[row]).toBeCloseTo(publishedCentroids[i][j], 7);
      }
  });

  it("cuts Ward's tree into 385, 225 and 50, and crosses it with k-means as SciPy 1.10.1 does", () => {
    const cells = tables.cluster_agreement.customers.map(Number).filter((count) => count > 0);
    expect(cells.sort((a, b) => a - b)).toEqual([1, 50, 224, 385]);
    const heights = numbers("ward_merges", "height").slice(-2);
    for (const [i, height] of heights.entries())
      expect(height).toBeCloseTo(expected.hierarchical.ward.last_10_heights[8 + i], 6);
    const rand = numbers("parameters", "value")[tables.parameters.name.indexOf("adjusted_rand_kmeans_ward")];
    expect(rand).toBeCloseTo(expected.kmeans3_vs_ward3.adjusted_rand, 6);
  });

  it("notes the five customer keys that stand twice", () => {
    const rule = tables.quality_rules.detail.findIndex((detail) => /key/i.test(String(detail)));
    expect(rule).toBeGreaterThanOrEqual(0);
    expect(numbers("quality_rules", "failed").every((failed) => failed === 0)).toBe(true);
  });
});
