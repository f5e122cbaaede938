import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {deserialize, serialize} from "node:v8";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {DatasetDefinition} from "../../data-loaders/datasets/dataset.js";
import {samplePath} from "../../data-loaders/datasets/samples.js";
import {editionTable, rowsOf} from "../../data-loaders/edition/editionTable.js";
import {contentKey} from "../../data-loaders/engine/content/contentKey.js";
import {sha256} from "../../data-loaders/engine/content/sha256.js";
import {silentProgress} from "../../data-loaders/engine/progress/progress.js";
import {projectPath} from "../../data-loaders/engine/project/projectPath.js";
import type {AgreementRow} from "../../data-loaders/model/second-opinion/secondOpinion.js";
import {type Edition, runPipeline} from "../../data-loaders/pipeline.js";
import {openInput} from "../../data-loaders/source/openInput.js";
import {readSource} from "../../data-loaders/source/readSource.js";
import {alllife} from "../definitions.js";

const all = [
  "source",
  "features",
  "cluster",
  "preparation",
  "segments",
  "risk",
  "describe",
  "linkages",
  "components",
  "gap statistic",
  "stability",
  "differences",
  "data without groups",
  "describing columns",
  "second opinion",
  "actions",
  "publish",
];

let folder: string;
let first: Edition;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-pipeline-"));
  const sample = readFileSync(projectPath(samplePath(alllife)), "utf8");
  const [header, ...rows] = sample.trimEnd().split("\n");
  writeFileSync(join(folder, "few.csv"), `${[header, ...rows.filter((_, i) => i % 5 === 0)].join("\n")}\n`);
  first = await run("few.csv");
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function run(
  file: string,
  definition: DatasetDefinition = alllife,
  env: Record<string, string> = {},
  stages = "stages",
) {
  const input = {[definition.inputVariable]: join(folder, file)};
  return runPipeline(
    definition,
    silentProgress,
    {...input, ...env},
    join(folder, stages),
    join(folder, "secret"),
  );
}

function computed({stages}: Edition): string[] {
  return stages.filter(({cached}) => !cached).map(({stage}) => stage.replace("alllife ", ""));
}

function keysOf({files}: Edition): Record<string, string> {
  return Object.fromEntries(Array.from(files, ([path, bytes]) => [path, contentKey(bytes)]));
}

/** A copy of the input in which one text is replaced by another. */
function change(name: string, what: RegExp, by: string): string {
  const text = readFileSync(join(folder, "few.csv"), "utf8");
  const changed = text.replace(what, by);
  expect(changed).not.toBe(text);
  writeFileSync(join(folder, name), changed);
  return name;
}

describe("the pipeline", () => {
  test("computes every stage the first time, and none the second", async () => {
    expect(computed(first)).toEqual(all);
    const second = await run("few.csv");
    expect(computed(second)).toEqual([]);
    expect(second.key).toBe(first.key);
    expect(keysOf(second)).toEqual(keysOf(first));
  });

  test("knows its input by name, bytes, SHA-256 and rows", () => {
    expect(first.input).toMatchObject({name: "few.csv", rows: 132, synthetic: false});
    expect(first.input.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test("computes again what depends on one changed byte of the input", async () => {
    const file = change("credit.csv", /^(1,\d+," )\d/m, "$19");
    // no column describes these customers
    expect(computed(await run(file))).toEqual(all.filter((stage) => stage !== "describing columns"));
  });

  test("goes no further than the publication where the byte is one that no model sees", async () => {
    const file = change("key.csv", /^(1,)\d/m, "$19");
    const edition = await run(file);
    expect(computed(edition)).toEqual(["source", "actions", "publish"]);
    expect(edition.key).not.toBe(first.key);
  });

  test("does not cluster again where only the policy line moves", async () => {
    const risk_line = {...alllife.constants.risk_line, value: 30_000};
    const edition = await run("few.csv", {...alllife, constants: {...alllife.constants, risk_line}});
    expect(computed(edition)).toEqual(["risk", "second opinion", "actions", "publish"]);
  });

  test("computes nothing again for words: it reads no file, finds no target, and publishes", async () => {
    const reworded = (text: string) => `${text}, reworded`;
    const {actions, engineered, constants, risk} = alllife;
    const edition = await run("few.csv", {
      ...alllife,
      title: reworded(alllife.title),
      actions: actions.map((action) => ({
        ...action,
        title: reworded(action.title),
        team: reworded(action.team),
      })),
      engineered: engineered.map((variable) => ({...variable, label: reworded(variable.label)})),
      constants: Object.fromEntries(
        Object.entries(constants).map(([name, {value, definition}]) => [
          name,
          {value, definition: reworded(definition)},
        ]),
      ),
      ...(risk && {risk: {...risk, sentence: reworded(risk.sentence)}}),
    });
    expect(computed(edition)).toEqual(["publish"]);
  });

  test("finds the targets of an action again where its rule changes, and models nothing", async () => {
    const [action, ...others] = alllife.actions;
    const edition = await run("few.csv", {...alllife, actions: [{...action, rule: "calls > 5"}, ...others]});
    expect(computed(edition)).toEqual(["actions", "publish"]);
  });

  test("publishes tables that say what its files say", async () => {
    const exact = await run("few.csv", {...alllife, publishedRows: "exact"});
    expect(exact.exactDatabase).toBeUndefined();
    for (const table of exact.tables) {
      const columns = JSON.parse(new TextDecoder().decode(exact.files.get(`alllife/${table.name}.json`)));
      const rows = rowsOf(table);
      for (const name of Object.keys(columns)) expect(rows.map((row) => row[name])).toEqual(columns[name]);
    }
    expect(first.tables.map(({name}) => name)).toContain("action_targets");
  });

  test("publishes no row of a customer where the definition says so, and computes on all of them", async () => {
    const none = await run("few.csv", {...alllife, publishedRows: "none"});
    const read = (file: string) => new TextDecoder().decode(none.files.get(`alllife/${file}`));
    for (const table of [
      "customers",
      "customers_sample",
      "component_scores",
      "linkage_labels",
      "ward_merges",
    ])
      for (const values of Object.values(JSON.parse(read(`${table}.json`))))
        expect(values, table).toEqual([]);
    for (const {id} of alllife.actions) expect(read(`targets/${id}.csv`)).toBe("customer_id,segment\r\n");
    expect(none.disclosure).toMatchObject({rows: "none", published: {rows: 0, smallestGroup: 0}});
    expect(none.tables.find(({name}) => name === "customers")?.columns[0].values.length).toBe(132);
    expect(none.exactDatabase?.length).toBeGreaterThan(100_000);
  });

  test("stands by the bytes that it read, where the file is replaced meanwhile", async () => {
    const text = readFileSync(join(folder, "few.csv"), "utf8");
    const file = join(folder, "replaced.csv");
    writeFileSync(file, text);
    const input = await openInput(alllife, {root: folder, env: {[alllife.inputVariable]: file}});
    writeFileSync(file, "other");
    const {customers} = await readSource(input, alllife, "a long enough secret of a bank");
    expect(customers.input).toEqual({
      name: "replaced.csv",
      bytes: Buffer.byteLength(text),
      sha256: sha256(text),
      rows: 132,
      synthetic: false,
      hasKeys: true,
    });
  });

  test("clusters again, and names again, where the search changes", async () => {
    const edition = await run("few.csv", {...alllife, search: {...alllife.search, seed: 2}});
    expect(computed(edition)).toContain("cluster");
    expect(computed(edition)).not.toContain("risk");
  });

  test("gives customers other pseudonyms with another secret", async () => {
    const edition = await run("few.csv", alllife, {CARDLENS_PSEUDONYM_KEY: "a long enough secret of a bank"});
    expect(computed(edition)).toEqual(["source", "actions", "publish"]);
    const pseudonyms = (of: Edition) => keysOf(of)["alllife/customer_segments.json"];
    expect(pseudonyms(edition)).not.toBe(pseudonyms(first));
    expect(keysOf(edition)["alllife/customers.json"]).toBe(keysOf(first)["alllife/customers.json"]);
    expect(keysOf(edition)["alllife/roc.json"]).toBe(keysOf(first)["alllife/roc.json"]);
  });

  test("takes a file in which a variable of the risk model does not vary, or none does", async () => {
    // the columns before it: number, key, limit
    const cards = change("cards.csv", /^(\d+,\d+,"[^"]*",)\d+/gm, "$14");
    const edition = await run(cards);
    const opinions = rowsOf(editionTable(edition, "second_opinion"));
    expect(opinions.map(({model, agrees}) => `${model} ${agrees}`)).toContain("logistic regression true");
    expect(metric(edition, "largest_vif")).toBeGreaterThan(1);
    const alike = change("alike.csv", /^(\d+,\d+,"[^"]*",).*/gm, "$14,2,1,3");
    const flat = await run(alike);
    expect(metric(flat, "auc")).toBe(0.5);
    expect(metric(flat, "largest_vif")).toBeNull();
  });

  test("takes a file in which an outcome is too rare for a cross-validation, and says that it has no values", async () => {
    const [header, ...rows] = readFileSync(join(folder, "few.csv"), "utf8").trimEnd().split("\n");
    writeFileSync(
      join(folder, "dozen.csv"),
      `${[header, ...rows.filter((_, i) => i % 11 === 0)].join("\n")}\n`,
    );
    const edition = await run("dozen.csv");
    expect(edition.input.rows).toBe(12);
    expect(["folds", "cv_auc", "cv_auc_sd"].map((name) => metric(edition, name))).toEqual([0, null, null]);
  });

  test("stops, and stops again from the cache, where the second opinion disagrees", async () => {
    const stored = join(folder, "stages");
    const [name, ...others] = readdirSync(stored).filter((file) => file.startsWith("alllife-second-opinion"));
    const stages = join(folder, "tampered");
    cpSync(stored, stages, {recursive: true});
    for (const file of [name, ...others]) {
      const rows: AgreementRow[] = deserialize(
        readFileSync(join(stages, file)).subarray(contentKey().length),
      );
      const bytes = serialize(
        rows.map((row, i) => (i === 0 ? {...row, agreement: -0.5, agrees: false} : row)),
      );
      writeFileSync(join(stages, file), Buffer.concat([Buffer.from(contentKey(bytes)), bytes]));
    }
    for (const time of ["first", "second"])
      await expect(run("few.csv", alllife, {}, "tampered"), time).rejects.toThrow(
        /^the second opinion on alllife disagrees\n {2}k-means, k = 3, .*found -0\.5 \(ours [\d.]+, theirs [\d.]+\); expected ≥ -0\.0001\. /,
      );
    await expect(run("few.csv")).resolves.toBeDefined();
  });
});

function metric(edition: Edition, name: string) {
  const rows = rowsOf(editionTable(edition, "risk_metrics"));
  return rows.find(({model, metric}) => model === "honest" && metric === name)?.value;
}
