import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import type {DatasetDefinition} from "../../../../data-loaders/datasets/dataset.js";
import {readDefinition} from "../../../../data-loaders/datasets/readDefinition.js";
import {definitionOf} from "../../../../data-loaders/publish/lab/definitionText.js";
import {labDefinition} from "../../../../data-loaders/publish/lab/labDefinition.js";
import type {LabFile} from "../../../../data-loaders/publish/lab/labFile.js";
import type {LabChapter} from "../../../../src/lib/lab/labChapter.js";
import {publishedSettings} from "../../../../src/lib/lab/labSettings.js";
import {alllife, cardUsage} from "../../../definitions.js";

/** A chapter as far as its definition tells. */
function chapterOf(definition: DatasetDefinition): LabFile {
  const chapter: LabChapter = {
    id: definition.id,
    schema: definition.schema,
    title: definition.title,
    currency: definition.currency,
    customers: 100,
    exact: true,
    variables: definition.contract.columns
      .filter(({role}) => role === "feature")
      .map(({name, label, unit, scale}) => ({
        name,
        label,
        unit,
        log: scale === "log",
        least: 0,
        greatest: 1,
        missing: 0,
      })),
    categories: [],
    choices: {method: "kmeans", missing: "median", outliers: "kept", scaling: "deviation"},
    k: definition.k,
    search: definition.search,
    groups: [],
    actions: definition.actions.map(({id, title}) => ({id, title, assumptions: {}})),
    dayCost: {...definition.dayCost},
  };
  return {chapter, definition, compared: 100};
}

test.each([alllife, cardUsage])("a saved definition is read as the settings say, $id", (definition) => {
  const file = chapterOf(definition);
  const published = publishedSettings(file.chapter);
  const settings = {
    ...published,
    k: 5,
    starts: 9,
    variables: published.variables.slice(1),
    logs: [published.variables[1]],
    method: "complete" as const,
    missing: "neighbours" as const,
    outliers: "tails" as const,
    scaling: "none" as const,
    leftOut: {column: published.variables[1], test: "<" as const, value: 2},
    threshold: 0.3,
    dayCost: 250,
  };
  const folder = join(mkdtempSync(join(tmpdir(), "cardlens-definition-")), definition.id);
  mkdirSync(folder);
  writeFileSync(join(folder, "dataset.yaml"), definitionOf(file, settings));
  const {actions: _, ...read} = readDefinition(folder, definition.id);
  const {actions: __, ...wanted} = labDefinition(definition, file.chapter, settings);
  expect(read).toEqual(wanted);
  rmSync(join(folder, ".."), {recursive: true});
});

test("what a definition cannot hold is named at its head", () => {
  const file = chapterOf(alllife);
  const settings = {
    ...publishedSettings(file.chapter),
    method: "ward" as const,
    order: "shuffled" as const,
    costs: {"call-backs.response": 0.1},
  };
  const [head] = definitionOf(file, settings).split("title:");
  expect(head).toContain(alllife.title);
  expect(head).toContain("the order of the rows");
  expect(head).toContain("call-backs.response: 0.1 belongs in");
  expect(head).not.toContain("ward");
});
