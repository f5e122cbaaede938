import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {chooseK, proposeNames} from "../../../../data-loaders/commands/new/chooseGroups.js";
import {
  type DatasetFile,
  defineDataset,
  sqlWords,
} from "../../../../data-loaders/commands/new/defineDataset.js";
import {datasetId} from "../../../../data-loaders/commands/new/newDataset.js";
import {type ColumnDecision, profileColumns} from "../../../../data-loaders/commands/new/profileColumns.js";
import {readTable} from "../../../../data-loaders/commands/new/readTable.js";
import {definitionYaml} from "../../../../data-loaders/commands/new/writeYaml.js";
import {readDefinition} from "../../../../data-loaders/datasets/readDefinition.js";
import {openKernels} from "../../../../data-loaders/engine/kernels/openKernels.js";
import {withDatabase} from "../../../../data-loaders/engine/tables/database.js";
import {searchClusters} from "../../../../data-loaders/model/cluster/searchClusters.js";
import {prepareFeatures} from "../../../../data-loaders/model/features/prepareFeatures.js";
import {silhouettesWithoutGroups} from "../../../../data-loaders/model/robustness/groupless.js";
import {adjustedRand} from "../../../../src/lib/statistics/clustering/adjustedRand.js";
import {
  cardCustomers,
  germanCustomers,
  type MadeTable,
  manyColumns,
  sevenGroups,
  withoutGroups,
} from "./bankTables.js";

const services = {kernels: await openKernels(), advance: () => {}};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-new-"));
});
afterAll(() => rmSync(folder, {recursive: true}));

async function decisionsOn({csv}: MadeTable, outcome?: {column: string; value?: string}) {
  const path = join(folder, "table.csv");
  writeFileSync(path, csv);
  const table = await readTable(path);
  return {table, decisions: profileColumns(table, outcome)};
}

/** What was decided for each column, by header. */
function rolesOf(decisions: readonly ColumnDecision[]): Record<string, string> {
  return Object.fromEntries(
    decisions.map((decision) => [
      decision.header,
      decision.role === "describe" ? `describe ${decision.kind}` : decision.role,
    ]),
  );
}

/** The groups that are found in a table, and the definition as a person reads it. */
async function groupsIn(made: MadeTable) {
  const {table, decisions} = await decisionsOn(made);
  const file = defineDataset("Made", table, decisions, undefined);
  writeFileSync(join(folder, "dataset.yaml"), definitionYaml(file, decisions, "table.csv"));
  const definition = readDefinition(folder, "made");
  const numbers = Object.fromEntries(
    decisions.flatMap((decision) => {
      const name = definition.contract.columns.find(({header}) => header === decision.header)?.name ?? "";
      if (decision.role === "feature") return [[name, decision.values]];
      return decision.role === "describe" && decision.kind !== "text" ? [[name, decision.numbers]] : [];
    }),
  );
  const text = Object.fromEntries(
    decisions.flatMap((decision) => {
      const name = definition.contract.columns.find(({header}) => header === decision.header)?.name ?? "";
      return decision.role === "describe" && decision.kind === "text" ? [[name, decision.values]] : [];
    }),
  );
  const features = prepareFeatures({numbers, text}, definition);
  const found = await searchClusters(features.z, definition.search, () => {});
  const choice = chooseK(
    found,
    silhouettesWithoutGroups(features.z, definition.search, definition.resampling.groupless, services),
  );
  const fit = found.fits.find(({sizes}) => sizes.length === choice.k) ?? found.fits[0];
  const labels = new Map(definition.contract.columns.map(({name, label}) => [name, label]));
  return {choice, fit, names: proposeNames(features, fit.labels, labels, true)};
}

describe("what the columns of an unprepared table are taken for", () => {
  it("is told for keys, numbers, categories, dates, persons, constants and copies", async () => {
    const {decisions, table} = await decisionsOn(cardCustomers(300), {column: "defaulted"});
    expect(rolesOf(decisions)).toEqual({
      "Customer ID": "key",
      Name: "left out",
      "Annual Income": "feature",
      "Card Balance": "feature",
      "Purchases per Month": "feature",
      Calls: "feature",
      Age: "describe number",
      Occupation: "describe text",
      Region: "describe text",
      "Customer Since": "describe date",
      "Branch Code": "describe text",
      Constant: "left out",
      "Balance Copy": "left out",
      Defaulted: "outcome",
    });
    expect(decisions.find(({role}) => role === "outcome")).toMatchObject({positive: "yes"});
    const {contract, risk} = defineDataset("Cards", table, decisions, "€");
    const columns = Object.fromEntries(contract.columns.map(({name, unit}) => [name, unit]));
    expect(columns).toMatchObject({
      annual_income: "currency",
      card_balance: "currency",
      purchases_per_month: "",
    });
    expect(risk).toMatchObject({expression: "defaulted = 'yes'", evidence: "observed"});
  });

  it("knows an insurer's amounts from its counts", async () => {
    const rows = Array.from({length: 40}, (_, i) => [
      `P${1000 + i}`,
      ...[412.5 + ((i * i * 37) % 911), i % 4, 99.25 + ((i * 613) % 701), 20_000 + ((i * i * i) % 9_001)],
    ]);
    const head = ["Policy Number", "Annual Premium", "Claims Made", "Claims Paid", "Sum Insured"];
    const {table, decisions} = await decisionsOn({csv: [head, ...rows].join("\n"), groups: []});
    const {contract} = defineDataset("Insurer", table, decisions, "€");
    const units = contract.columns.flatMap(({header, unit, role}) =>
      role === "feature" ? [`${header} ${unit}`.trim()] : [],
    );
    expect(units).toEqual([
      "Annual Premium currency",
      "Claims Made",
      "Claims Paid currency",
      "Sum Insured currency",
    ]);
  });

  it("is told in another language with decimal commas, semicolons and dates with points", async () => {
    const {table, decisions} = await decisionsOn(germanCustomers(200));
    expect(table.dialect).toEqual({separator: ";", decimal: ",", thousands: "."});
    expect(rolesOf(decisions)).toEqual({
      Kundennummer: "key",
      "Umsatz (€)": "feature",
      "Größe des Guthabens": "feature",
      Anrufe: "feature",
      Alter: "describe number",
      Beruf: "describe text",
      "Kunde seit": "describe date",
      'Filiale "Süd"': "describe text",
    });
    const names = defineDataset("Kunden", table, decisions, "€").contract.columns.map(({name}) => name);
    expect(names).toContain("grosse_des_guthabens");
  });

  it("names the line of a number that cannot be read, and leaves the column out", async () => {
    const {csv, groups} = cardCustomers(100);
    const lines = csv.split("\n");
    lines[5] = lines[5].replace(/,(\d+\.\d\d),/, ",about 500,");
    const {decisions} = await decisionsOn({csv: lines.join("\n"), groups});
    const balance = decisions.find(({header}) => header === "Card Balance");
    expect(balance).toMatchObject({role: "left out"});
    expect(balance?.why).toContain("line 6: “about 500”");
  });
});

describe("the number of groups", () => {
  it("is seven where there are seven, each found again", async () => {
    const made = sevenGroups(420);
    const {choice, fit, names} = await groupsIn(made);
    expect(choice.k).toBe(7);
    expect(adjustedRand(fit.labels, Int32Array.from(made.groups))).toBeGreaterThan(0.99);
    expect(new Set(names.map(({id}) => id)).size).toBe(names.length);
  });

  it("is two in 120 columns of which most say nothing", async () => {
    expect((await groupsIn(manyColumns(120))).choice.k).toBe(2);
  });

  it.each([1, 2, 3, 4, 5, 6])("is none in one cloud, with seed %i", async (seed) => {
    const {choice, names} = await groupsIn(withoutGroups(200, seed));
    expect(choice.k).toBe(1);
    expect(names).toEqual([]);
  });
});

describe("the definition that is written", () => {
  it("is read back as it was made, with what was left out in its comments", async () => {
    const {table, decisions} = await decisionsOn(cardCustomers(120));
    const file: DatasetFile = defineDataset("Card customers", table, decisions, "€");
    const yaml = definitionYaml(file, decisions, "cards.csv");
    expect(yaml).toContain("Constant: it is “EUR” in every row");
    writeFileSync(join(folder, "dataset.yaml"), yaml);
    const definition = readDefinition(folder, "cards");
    expect(definition.contract.columns.map(({header}) => header)).toEqual(
      file.contract.columns.map(({header}) => header),
    );
    expect(definition.contract.columns.find(({name}) => name === "annual_income")?.unit).toBe("€");
  });

  it("names no column with a word of SQL", async () => {
    const words = await withDatabase(async (connection) => {
      const sql = "SELECT keyword_name AS word FROM duckdb_keywords() WHERE keyword_category <> 'unreserved'";
      return (await connection.runAndReadAll(sql)).getRowObjectsJS().map(({word}) => String(word));
    });
    expect(words.length).toBeGreaterThan(100);
    expect(words.filter((word) => !sqlWords.has(word))).toEqual([]);
    const {table, decisions} = await decisionsOn({csv: "Left,Right\n1,4\n2,6\n5,5\n", groups: []});
    expect(
      defineDataset("Sides", table, decisions, undefined).contract.columns.map(({name}) => name),
    ).toEqual(["left_2", "right_2"]);
  });

  it.each([
    ["Example Bank", "example-bank"],
    ["Große Kunden 2024", "grosse-kunden-2024"],
    ["2024", "data-2024"],
    ["顧客", "customers"],
    ["review", "review-customers"],
  ])("of %s is in the folder %s", (name, id) => {
    expect(datasetId(name)).toBe(id);
  });
});
