import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {editionTable, rowsOf} from "../../../data-loaders/edition/editionTable.js";
import {alllife} from "../../definitions.js";
import {reportOn, smallFile, withColumn} from "./smallReport.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-constant-"));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

it("a variable that is the same for everybody is left out of all that counts or uses variables", async () => {
  const file = withColumn(smallFile(alllife, 220), "Total_calls_made", (values) => values.map(() => 3));
  const {edition, evidence} = await reportOn(file, folder);
  const table = (name: string) => rowsOf(editionTable(edition, name));
  const inDistances = table("variables").filter(({in_distances}) => in_distances);
  expect(inDistances.map(({name}) => name)).toEqual([
    "credit_limit",
    "credit_cards",
    "branch_visits",
    "online_visits",
  ]);
  expect(evidence.figures.find(({id}) => id === "alllife.variables")?.value).toBe(4);
  for (const [name, column] of [
    ["segment_tests", "variable"],
    ["component_loadings", "variable"],
    ["distributions", "variable"],
    ["k_profiles", "variable"],
    ["risk_coefficients", "term"],
  ])
    expect(table(name).map((row) => row[column])).not.toContain("calls");
  expect(table("preparations").every(({variables}) => Number(variables) <= 4)).toBe(true);
  expect(table("components")).toHaveLength(4);
  expect(
    table("segment_profiles")
      .filter(({variable}) => variable === "calls")
      .map(({centroid}) => centroid),
  ).toEqual([null, null, null]);

  // it is still described, and summed up with the other contacts
  expect(table("variable_summary").find(({variable}) => variable === "calls")).toMatchObject({
    min: 3,
    max: 3,
  });
  expect(table("customers").every(({calls}) => calls === 3)).toBe(true);

  const model = JSON.parse(new TextDecoder().decode(edition.files.get("models/alllife.json")));
  expect(model.variables.map(({name}: {name: string}) => name)).toEqual(inDistances.map(({name}) => name));
  expect(model.columns.map(({name}: {name: string}) => name)).not.toContain("calls");
  expect(model.segments.map(({centroid}: {centroid: number[]}) => centroid.length)).toEqual([4, 4, 4]);
  expect(new TextDecoder().decode(edition.files.get("models/alllife.sql"))).not.toContain("Total_calls_made");
}, 120_000);
