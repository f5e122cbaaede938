import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {parse} from "yaml";
import type {DatasetDefinition} from "../../../../data-loaders/datasets/dataset.js";
import {readDefinition} from "../../../../data-loaders/datasets/readDefinition.js";
import {samplePath} from "../../../../data-loaders/datasets/samples.js";
import {openKernels} from "../../../../data-loaders/engine/kernels/openKernels.js";
import {silentProgress} from "../../../../data-loaders/engine/progress/progress.js";
import {projectPath} from "../../../../data-loaders/engine/project/projectPath.js";
import {runPipeline} from "../../../../data-loaders/pipeline.js";
import {definitionOf} from "../../../../data-loaders/publish/lab/definitionText.js";
import {labDefinition} from "../../../../data-loaders/publish/lab/labDefinition.js";
import type {LabFile} from "../../../../data-loaders/publish/lab/labFile.js";
import {LabSession} from "../../../../data-loaders/publish/lab/labSession.js";
import {type LabSettings, publishedSettings} from "../../../../src/lib/lab/labSettings.js";
import type {SavedModel} from "../../../../src/lib/scoring/savedModel.js";
import {scoreCustomer} from "../../../../src/lib/scoring/scoreCustomer.js";
import {alllife} from "../../../definitions.js";
import {differences} from "./differences.js";
import {openNodeEngine} from "./nodeEngine.js";

/** Few customers and resamples: how lab and build agree does not depend on their number. */
const customers = 180;
const definition: DatasetDefinition = {
  ...alllife,
  publishedRows: "exact",
  contract: {
    ...alllife.contract,
    columns: alllife.contract.columns.map((column) =>
      column.role === "feature" ? {...column, missing: "median"} : column,
    ),
  },
  search: {from: 2, to: 5, restarts: 4, seed: 1},
  resampling: {...alllife.resampling, replicates: 2, references: 2, restarts: 2},
};

const scratch = mkdtempSync(join(tmpdir(), "cardlens-lab-builds-"));
const input = join(scratch, "customers.csv");
let file: LabFile;
let session: LabSession;
let close = () => {};

const build = (built: DatasetDefinition) =>
  runPipeline(
    built,
    silentProgress,
    {...process.env, [built.inputVariable]: input},
    join(scratch, "stages"),
    join(scratch, "secret"),
  );

beforeAll(async () => {
  writeFileSync(input, withGaps());
  const {files} = await build(definition);
  const content = (path: string) => {
    const found = files.get(path);
    if (found === undefined) throw new Error(`not published: ${path}`);
    return found;
  };
  file = JSON.parse(new TextDecoder().decode(content("alllife.lab.json")));
  const database = join(scratch, "alllife.duckdb");
  writeFileSync(database, content("alllife.duckdb"));
  const engine = await openNodeEngine(database);
  close = engine.close;
  session = await LabSession.open(engine, await openKernels(), file, {databases: [], queries: {}});
});
afterAll(() => {
  close();
  rmSync(scratch, {recursive: true, force: true});
});

/** Rows from all over the embedded sample, some of them without a value. */
function withGaps(): string {
  const [header, ...rows] = readFileSync(projectPath(samplePath(alllife)), "utf8")
    .trim()
    .split("\n");
  const every = Math.floor(rows.length / customers);
  const drawn = rows.filter((_, i) => i % every === 0).slice(0, customers);
  const gaps = drawn.map((row, i) => {
    // the third cell is the limit, the last one the calls
    if (i % 17 === 3) return row.replace(/^([^,]*,[^,]*),("[^"]*"|[^,]*),/, "$1,,");
    return i % 29 === 5 ? row.replace(/[^,]*$/, "") : row;
  });
  return `${[header, ...gaps].join("\n")}\n`;
}

/** The definition that the lab saves, as a build reads it; assumptions of actions have a file of their own. */
function saved(settings: LabSettings): {text: string; read: DatasetDefinition} {
  const text = definitionOf(file, settings);
  const folder = join(scratch, "alllife");
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, "dataset.yaml"), text);
  const {actions} = labDefinition(file.definition, file.chapter, settings);
  return {text, read: {...readDefinition(folder, "alllife"), actions}};
}

test.each<[kind: string, change: Partial<LabSettings>]>([
  ["the number of groups and the seed", {k: 4, seed: 3}],
  ["the variables", {variables: ["credit_limit", "credit_cards", "branch_visits", "calls"]}],
  ["logarithms, and one start", {logs: ["credit_limit", "online_visits"], starts: 1}],
  ["the scale", {scaling: "range"}],
  ["outliers that are capped, and a robust scale", {outliers: "fences", scaling: "robust"}],
  ["outliers whose customers are left out", {outliers: "removed"}],
  ["missing values from neighbours", {missing: "neighbours"}],
  ["missing values whose customers are left out, the others by the mean", {missing: "dropped"}],
  ["missing values that become the mean, and tails drawn in", {missing: "mean", outliers: "tails"}],
  ["Ward’s tree", {method: "ward", k: 4}],
  ["a tree by average linkage, of variables on no scale", {method: "average", scaling: "none", k: 4}],
  ["the ten largest left out", {leftOut: {column: "credit_limit", test: "largest", count: 10}}],
  ["a category left out", {leftOut: {column: "credit_category", test: "is", level: "Low"}}],
  [
    "customers left out by a value, and the threshold",
    {leftOut: {column: "calls", test: ">=", value: 9}, threshold: 0.3},
  ],
  ["the line of the rule", {rule: {column: "credit_limit", comparison: "<", line: 20_000}}],
  ["the rule", {rule: {column: "calls", comparison: ">=", line: 6}}],
  ["costs", {costs: {"call-backs.response": 0.2, "premium-offer.unitValue": 90}, dayCost: 300}],
])("the lab gives the tables of a build from the definition that it saves: %s", async (_, change) => {
  const settings = {...publishedSettings(file.chapter), ...change};
  const {text, read} = saved(settings);
  expect(parse(text)).toBeTruthy();
  const made = await session.makeAll(settings);
  const built = new Map((await build(read)).tables.map((table) => [table.name, table]));
  expect(made.length).toBeGreaterThan(35);
  for (const table of made) {
    const other = built.get(table.name);
    const columns = other?.columns ?? [];
    expect(columns.map(({name}) => name)).toEqual(table.columns.map(({name}) => name));
    const rows = Array.from({length: columns[0]?.values.length ?? 0}, (_row, row) =>
      columns.map(({values}) => (Number.isNaN(values[row]) ? null : values[row])),
    );
    expect(differences(table, rows).slice(0, 5)).toEqual([]);
  }
});

test("where outliers are capped, the saved model and its statement cap them too, and place customers as the build does", async () => {
  const settings = {...publishedSettings(file.chapter), outliers: "tails" as const, k: 4};
  const {tables, files} = await build(saved(settings).read);
  const text = (path: string) => new TextDecoder().decode(files.get(path));
  const model: SavedModel = JSON.parse(text("models/alllife.json"));
  const columns = new Map(
    tables.find(({name}) => name === "customers")?.columns.map(({name, values}) => [name, values]),
  );
  const own = Array.from(columns.get("segment") ?? []);
  const rows = own.map((_, row) =>
    Object.fromEntries(model.variables.map(({name}) => [name, Number(columns.get(name)?.[row])])),
  );
  const scores = rows.map((values) => scoreCustomer(model, values));
  expect(scores.map(({segment}) => model.segments[segment].id)).toEqual(own);
  const ends = (end: 0 | 1) =>
    Object.fromEntries(model.variables.map(({name, capped}) => [name, capped?.[end] ?? null]));
  const beyond = Object.fromEntries(model.variables.map(({name, highest}) => [name, 10 * highest]));
  expect(scoreCustomer(model, beyond).distances).toEqual(scoreCustomer(model, ends(1)).distances);
  expect(scoreCustomer(model, ends(0)).distances).not.toEqual(scoreCustomer(model, ends(1)).distances);

  const given = [...rows, beyond].map((values, row) => {
    const cells = model.columns.flatMap(({name, header, role}) =>
      role === "extra" ? [] : `${role === "key" ? `'${row}'` : values[name]} AS "${header}"`,
    );
    return `SELECT ${cells.join(", ")}`;
  });
  const engine = await openNodeEngine(join(scratch, "alllife.duckdb"));
  await engine.run(`CREATE TABLE alllife_customers AS ${given.join(" UNION ALL ")}`);
  const distances = model.segments.map(({id}) => `distance_${id.replaceAll(/\W/g, "_")}`);
  const scored = await engine.read(
    `SELECT ${distances.join(", ")} FROM (${text("models/alllife.sql").trim().replace(/;$/, "")}) ORDER BY CAST(customer_key AS INTEGER)`,
  );
  engine.close();
  const expected = [...scores, scoreCustomer(model, beyond)].map((score) => score.distances);
  const apart = scored.flatMap((row, i) => row.map((value, j) => Math.abs(Number(value) - expected[i][j])));
  expect(scored.length).toBe(own.length + 1);
  expect(Math.max(...apart)).toBeLessThan(1e-9);
});
