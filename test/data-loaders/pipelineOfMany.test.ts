import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {parse} from "csv-parse/sync";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {samplePath} from "../../data-loaders/datasets/samples.js";
import {editionTable, rowsOf} from "../../data-loaders/edition/editionTable.js";
import {samplesBehind} from "../../data-loaders/edition/review/samplesBehind.js";
import {silentProgress} from "../../data-loaders/engine/progress/progress.js";
import {projectPath} from "../../data-loaders/engine/project/projectPath.js";
import {withPublished} from "../../data-loaders/narrative/evidence/withPublished.js";
import {type Edition, runPipeline} from "../../data-loaders/pipeline.js";
import {writeLists} from "../../data-loaders/publish/population/writeLists.js";
import {alllife} from "../definitions.js";

let folder: string;
let few: Edition;
/** The same customers by passes: there are more than the limit, and the sample holds all of them. */
let many: Edition;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-many-"));
  const run = (limit: number) =>
    runPipeline(
      alllife,
      silentProgress,
      {[alllife.inputVariable]: projectPath(samplePath(alllife))},
      join(folder, "stages"),
      join(folder, "secret"),
      limit,
    );
  few = await run(1_000);
  many = await run(100);
}, 120_000);
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("passes over all customers give what the functions in memory give", () => {
  test.each([
    ["variable_summary", []],
    ["segments", ["silhouette"]],
    ["segment_profiles", []],
    ["risk_coefficients", []],
    ["risk_confusion", []],
    ["category_bands", []],
    ["distributions", []],
    ["actions", []],
  ])("%s", (name, but) => {
    const rows = (edition: Edition) =>
      rowsOf(editionTable(edition, name)).map((row) =>
        Object.fromEntries(Object.entries(row).filter(([column]) => !but.includes(column))),
      );
    expectClose(rows(many), rows(few));
  });

  test("the rules on the input that both apply", () => {
    const rules = (edition: Edition) => rowsOf(editionTable(edition, "quality_rules"));
    const ids = new Set(rules(many).map(({rule_id}) => rule_id));
    const ofFew = rules(few);
    // padding and look-alikes of keys, and columns that are left out, are looked at in small files only
    expect(ofFew.map(({rule_id}) => rule_id).filter((id) => !ids.has(id))).toEqual([
      "row_number.type",
      "row_number.spelling",
      "row_number.missing",
      "customer_key.spelling",
      "customer_key.seen",
      "credit_limit.step",
    ]);
    const sorted = (rows: ReturnType<typeof rules>) =>
      rows.sort((a, b) => (String(a.rule_id) < String(b.rule_id) ? -1 : 1));
    expectClose(
      sorted(rules(many)).map(({detail: _, ...rule}) => rule),
      sorted(ofFew.filter(({rule_id}) => ids.has(rule_id))).map(({detail: _, ...rule}) => rule),
    );
  });

  test("Pearson's correlations", () => {
    const rows = (edition: Edition) =>
      rowsOf(editionTable(edition, "correlations")).filter(({method}) => method === "pearson");
    expectClose(rows(many), rows(few));
  });

  test("measures of risk, but for ranks that lie within one bin", () => {
    const values = (edition: Edition) =>
      new Map(
        rowsOf(editionTable(edition, "risk_metrics")).map(({model, metric, value}) => [
          `${model} ${metric}`,
          value,
        ]),
      );
    const exact = values(few);
    for (const [metric, value] of values(many)) {
      // folds depend on the order of the rows
      if (/ cv_/.test(metric)) continue;
      const expected = exact.get(metric);
      if (value === null || expected === null) expect(value).toBe(expected);
      else expect(Math.abs(Number(value) - Number(expected)), metric).toBeLessThan(2e-3);
    }
  });
});

test("tables of a sample say so, and tables that stand whole do not", () => {
  const definition = (name: string) => editionTable(many, name).definition;
  expect(definition("kmeans_sweep")).toContain("Of a sample: 660 of 660 customers");
  expect(definition("risk_coefficients")).not.toContain("sample");
  expect(editionTable(many, "customers").columns.at(-1)?.name).toBe("weight");
  const silhouette = editionTable(many, "kmeans_sweep").columns.find(({name}) => name === "silhouette");
  expect(silhouette?.definition).toMatch(/a sample of 660 customers .* right to ±0\.0\d\d \(95% interval/);
});

test("figures and claims read all customers: the build's own database has views over them", async () => {
  const path = join(folder, "exact.duckdb");
  writeFileSync(path, many.exactDatabase ?? new Uint8Array());
  await withPublished(
    [{schema: alllife.schema, path, key: "", attached: many.allCustomers}],
    async (connection) => {
      const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJS();
      const {schema} = alllife;
      expect(await ask(`SELECT count(*)::INTEGER FROM ${schema}.customers`)).toEqual([[660]]);
      const [[actions, targets]] = await ask(
        `SELECT (SELECT sum(customers) FROM ${schema}.actions)::INTEGER, (SELECT count(*) FROM ${schema}.action_targets)::INTEGER`,
      );
      expect(targets).toBe(actions);
      const segments = `SELECT segment, count(*)::INTEGER, round(avg(risk_probability), 9) FROM ${schema}.customers GROUP BY 1 ORDER BY 1`;
      const sizes = rowsOf(editionTable(few, "segments")).map(({segment, customers}) => [segment, customers]);
      expect((await ask(segments)).map((row) => row.slice(0, 2))).toEqual(
        sizes.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      );
    },
  );
});

test("figures and claims on what a sample gave say so with its error, and no others", () => {
  const schema = alllife.schema;
  const query = (id: string, sql: string) => ({id, sql, about: []});
  const queries = [
    query("best k", `SELECT k FROM ${schema}.kmeans_sweep ORDER BY silhouette DESC LIMIT 1`),
    query("width", `SELECT silhouette FROM ${schema}.segments WHERE position = 1`),
    query("size", `SELECT customers FROM ${schema}.segments WHERE position = 1`),
    query("rows", `SELECT count(*) FROM ${schema}.customers`),
    query("single widths", `SELECT min(silhouette) FROM ${schema}.customers`),
    query("seen", `SELECT value FROM ${schema}.risk_metrics WHERE metric = 'auc'`),
    query("unseen", `SELECT value FROM ${schema}.risk_metrics WHERE metric = 'cv_auc'`),
    query("pearson", `SELECT max(coefficient) FROM ${schema}.correlations WHERE method = 'pearson'`),
    query("ranks", `SELECT max(coefficient) FROM ${schema}.correlations WHERE method = 'spearman'`),
    query("found again", `SELECT min(jaccard) FROM ${schema}.stability`),
    query("text", `SELECT 'kmeans_sweep, silhouette' FROM ${schema}.variables`),
  ];
  const found = samplesBehind([many], queries);
  expect([...found.keys()]).toEqual(["best k", "width", "single widths", "unseen", "ranks", "found again"]);
  expect(found.get("found again")).toContain("customers who are compared with each other, drawn");
  expect(found.get("best k")).toMatch(
    /^Of a sample: 660 of 660 .* right to \d\.\d percentage points \(95% interval\)\. Measured on a sample of 660/,
  );
  expect(found.get("width")).toMatch(/^Measured on a sample of 660 .* right to ±0\.0\d\d \(95% interval/);
  expect(samplesBehind([few], queries).size).toBe(0);
});

test("the lists to act on hold all customers of each action, with their keys", async () => {
  if (many.allCustomers === undefined) throw new TypeError("the customers are few");
  const lists = await writeLists(alllife, many.allCustomers, join(folder, "lists"));
  const keyOf = parse(readFileSync(projectPath(samplePath(alllife)))).map((row: string[]) => row[1]);
  expect(lists.map(({path}) => basename(path, ".csv"))).toEqual(alllife.actions.map(({id}) => id));
  for (const [i, {path, customers}] of lists.entries()) {
    const [header, ...rows] = parse(readFileSync(path));
    expect(header).toEqual(["Customer Key", "row_number", "segment"]);
    const targets = rowsOf(editionTable(few, "action_targets")).filter(
      ({action}) => action === alllife.actions[i].id,
    );
    expect(rows.map(([, row]) => Number(row))).toEqual(
      targets.map(({row_number}) => row_number).sort((a, b) => Number(a) - Number(b)),
    );
    expect(rows.map(([key]) => key)).toEqual(rows.map(([, row]) => keyOf[Number(row)]));
    expect(customers).toBe(rows.length);
  }
  expect(statSync(join(folder, "lists")).mode & 0o077).toBe(0);
});

/** Equal, and numbers to a billionth. */
function expectClose(found: readonly object[], expected: readonly object[]) {
  expect(found.length).toBe(expected.length);
  const differing = found.flatMap((row, i) =>
    Object.entries(row).flatMap(([column, value]) => {
      const other: unknown = Object.entries(expected[i]).find(([name]) => name === column)?.[1];
      const isSame =
        typeof value === "number" && typeof other === "number"
          ? Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(other)) ||
            (Number.isNaN(value) && Number.isNaN(other))
          : Object.is(value, other);
      return isSame ? [] : [`${i} ${column}: ${String(value)}, expected ${String(other)}`];
    }),
  );
  expect(differing.slice(0, 10)).toEqual([]);
}
