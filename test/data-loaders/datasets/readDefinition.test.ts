import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {readDefinition} from "../../../data-loaders/datasets/readDefinition.js";
import {DefinitionError} from "../../../data-loaders/datasets/readYaml.js";
import {projectPath} from "../../../data-loaders/engine/project/projectPath.js";

const good = readFileSync(projectPath("data-loaders/datasets/alllife/dataset.yaml"), "utf8");
const actions = readFileSync(projectPath("data-loaders/datasets/alllife/actions.yaml"), "utf8");

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "cardlens-definition-")), "own");
  mkdirSync(folder);
});
afterEach(() => rmSync(join(folder, ".."), {recursive: true}));

/** What is said of a definition in which one text stands in place of another; nothing where it is accepted. */
function complaint(from: string, to: string): string {
  expect(good).toContain(from);
  writeFileSync(join(folder, "dataset.yaml"), good.replace(from, to));
  writeFileSync(join(folder, "actions.yaml"), actions);
  try {
    readDefinition(folder, "own");
    return "";
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return error.message.replaceAll(/^.*?own\//gm, "");
  }
}

const lineOf = (text: string) => good.slice(0, good.indexOf(text)).split("\n").length;

describe("a definition", () => {
  it("is read with what follows from its folder's name", () => {
    expect(complaint("k: 3", "k: 3")).toBe("");
    const definition = readDefinition(folder, "own");
    expect(definition).toMatchObject({
      id: "own",
      schema: "own",
      inputFile: "own.csv",
      inputVariable: "INPUT_OWN",
      currency: "$",
    });
    expect(definition.risk?.sentence).toBe("The credit limit is below the policy line of $40,000.");
  });

  it("has the site's currency where it declares none", () => {
    const [line] = /^currency: .*\n/m.exec(good) ?? [];
    expect(complaint(line ?? "no currency", "")).toBe("");
    const definition = readDefinition(folder, "own", "CHF");
    expect(definition.currency).toBe("CHF");
    const units = definition.contract.columns.map(({unit}) => unit);
    expect(units).toContain("CHF");
    expect(units).not.toContain("currency");
    expect(readDefinition(folder, "own").currency).toBe("$");
  });

  it.each([
    [
      "a value that is not one of those that there are",
      "extreme: highest",
      "extreme: top",
      "extreme",
      'segments[1].extreme: found "top"; expected "highest" or "lowest"',
    ],
    ["a wrong type", "k: 3", "k: three", "k: 3", 'k: found "three"; expected number'],
    [
      "a setting that does not exist",
      "period: a year",
      "periode: a year",
      "period: a year",
      "periode: there is no such setting here; docs/reference/definition.md lists those that there are",
    ],
    [
      "a condition on a column that is not there",
      "expression: credit_limit <",
      "expression: credit_limits <",
      "expression: credit_limit",
      "risk.expression: found credit_limits; expected a column: row_number, customer_key, credit_limit, credit_cards, branch_visits, online_visits, calls, engagement_score, credit_category",
    ],
    [
      "a name that nothing has",
      "variable: calls\n    extreme",
      "variable: call\n    extreme",
      "variable: calls\n    extreme",
      "segments[3].variable: found call; expected a feature: credit_limit, credit_cards, branch_visits, online_visits, calls",
    ],
    [
      "more groups than are searched for",
      "k: 3",
      "k: 11",
      "k: 3",
      "k: found 11; expected 1, or a number from 2 to 10 as in search",
    ],
    [
      "a constant that is missing",
      "  pilot_calls: { value: 5",
      "  pilot_call: { value: 5",
      "constants:",
      "constants: found $pilot_calls, which is no constant of the data set",
    ],
    [
      "a last band that ends",
      "{ name: High }",
      "{ name: High, below: 900000 }",
      "- { name: High }",
      "categories[1].bands[3].below: the last band has no end, so that every value has a band",
    ],
    [
      "a column twice",
      "name: calls",
      "name: branch_visits",
      "name: calls",
      "contract.columns[7].name: found branch_visits; there is a column of this name above",
    ],
  ])("is refused with its line for %s", (_, from, to, place, message) => {
    const told = complaint(from, to).split("\n");
    const expected = told.find((line) => line.endsWith(message));
    expect(told.join("\n")).toContain(message);
    expect(expected).toMatch(new RegExp(`^dataset\\.yaml:${lineOf(place)}:\\d+: `));
  });

  it("is told all its problems at once", () => {
    expect(complaint("k: 3\n", "k: 0\nunknown: 1\n").split("\n")).toHaveLength(2);
  });

  it("that is no YAML is refused at the place where it breaks", () => {
    expect(complaint("k: 3", "k: [3")).toMatch(/^dataset\.yaml:\d+:\d+: /);
  });
});
