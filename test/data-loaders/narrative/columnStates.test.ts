import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {ColumnRule, DatasetDefinition} from "../../../data-loaders/datasets/dataset.js";
import {alllife, cardUsage} from "../../definitions.js";
import {reportOn, type SmallFile, smallFile, withColumn} from "./smallReport.js";

/** So many columns are changed in one file: a query that fails says which of them it reads. */
const columnsInFile = 4;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-columns-"));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** Changes the values of a column; null is a missing one. */
type Change = (values: readonly number[], rule: ColumnRule) => (number | null)[];

/** Ways in which a column can happen to be. */
const states: Record<string, Change> = {
  whole: (values) => values.map((value) => Math.round(value)),
  constant: (values) => values.map(() => values[0]),
  least: (values, {min = 0}) => values.map(() => min),
  bounds: (values, {min = 0, max = 1}) => values.map((_, i) => (i % 5 === 0 ? max : min)),
};

function withMissing(change: Change): Change {
  return (values, rule) => change(values, rule).map((value, i) => (i % 5 === 1 ? null : value));
}

/** A column in one of the states. */
interface Case {
  rule: ColumnRule;
  state: string;
  change: Change;
}

function casesOf({contract}: DatasetDefinition): Case[] {
  const rules = contract.columns.filter(({role}) => role === "feature");
  return Object.entries(states).flatMap(([state, change]) => [
    ...rules.map((rule) => ({rule, state, change})),
    ...rules
      .filter(({missing}) => missing === "median")
      .map((rule) => ({rule, state: `${state}, some missing`, change: withMissing(change)})),
  ]);
}

/** Puts the cases into files, several columns in each; no column twice, and of those that define the label only one. */
function filesOf(cases: readonly Case[], {risk}: DatasetDefinition): {name: string; cases: Case[]}[] {
  const definesLabel = ({name}: ColumnRule) => risk?.definedBy.includes(name) ?? false;
  const files: Case[][] = [];
  for (const each of cases) {
    const free = files.find(
      (file) =>
        file.length < columnsInFile &&
        file.every(({rule}) => rule !== each.rule && !(definesLabel(rule) && definesLabel(each.rule))),
    );
    if (free) free.push(each);
    else files.push([each]);
  }
  return files.map((file) => ({
    name: file.map(({rule, state}) => `${rule.name} ${state}`).join("; "),
    cases: file,
  }));
}

function changed(file: SmallFile, cases: readonly Case[]): SmallFile {
  return cases.reduce(
    (data, {rule, change}) => withColumn(data, rule.header, (values) => change(values, rule)),
    file,
  );
}

describe.each([
  {
    of: alllife,
    rows: 90,
    /** States in which everybody, or nobody, has the label. */
    oneOutcome: ["credit_limit constant", "credit_limit least"],
  },
  {
    of: cardUsage,
    rows: 120,
    oneOutcome: ["payments least", "minimum_payments least", "minimum_payments least, some missing"],
  },
])("$of.title", ({of, rows, oneOutcome}) => {
  const data = smallFile(of, rows);
  const hasOneOutcome = ({rule, state}: Case) => oneOutcome.includes(`${rule.name} ${state}`);
  const cases = casesOf(data.definition);

  it.each(
    filesOf(
      cases.filter((each) => !hasOneOutcome(each)),
      of,
    ),
  )(
    "$name",
    async ({cases: changes}) => {
      const {problems, figures} = (await reportOn(changed(data, changes), folder)).evidence;
      expect(problems).toEqual([]);
      expect(figures.length).toBeGreaterThan(100);
    },
    60_000,
  );

  it.each(cases.filter(hasOneOutcome))(
    "is refused for want of a second outcome: $rule.name $state",
    async (each) => {
      await expect(reportOn(changed(data, [each]), folder)).rejects.toThrow("a risk label that holds for");
    },
    60_000,
  );
});
