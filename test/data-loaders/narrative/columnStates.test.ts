import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {definition as alllife} from "../../../data-loaders/datasets/alllife/definition.js";
import {definition as cardUsage} from "../../../data-loaders/datasets/card-usage/definition.js";
import type {ColumnRule, DatasetDefinition} from "../../../data-loaders/datasets/dataset.js";
import {datasets} from "../../../data-loaders/datasets/datasets.js";
import {samplePath} from "../../../data-loaders/datasets/samples.js";
import {silentProgress} from "../../../data-loaders/engine/progress/progress.js";
import {projectPath} from "../../../data-loaders/engine/project/projectPath.js";
import {sourceFiles} from "../../../data-loaders/engine/project/sourceFiles.js";
import {type Evidence, evaluateQueries} from "../../../data-loaders/narrative/evidence/evaluateQueries.js";
import type {NamedQuery} from "../../../data-loaders/narrative/syntax/namedQuery.js";
import {parseQueries} from "../../../data-loaders/narrative/syntax/parseQueries.js";
import {runPipeline} from "../../../data-loaders/pipeline.js";
import {csvRecords} from "../../../src/lib/input/csvRecords.js";
import {plainHeader} from "../../../src/lib/input/plainHeader.js";

/** A data set with few rows of its sample, searched quickly: types and shapes are tested here, not results. */
interface Small {
  definition: DatasetDefinition;
  header: string[];
  rows: string[][];
}

/** So many columns are changed in one file: a query that fails says which of them it reads. */
const columnsInFile = 4;

let folder: string;
let queries: NamedQuery[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-columns-"));
  const files = await sourceFiles("src", (path) =>
    /\/(figures|claims|statements|benchmarks)\.sql$/.test(path),
  );
  queries = files.flatMap((file) => parseQueries(readFileSync(projectPath(file), "utf8"), file).queries);
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function small(definition: DatasetDefinition, size: number): Small {
  const text = readFileSync(projectPath(samplePath(definition)));
  const [header, ...rows] = csvRecords(text, ",").records.map(({cells}) => cells);
  return {
    definition: {
      ...definition,
      search: {...definition.search, restarts: 24},
      resampling: {replicates: 3, references: 3, restarts: 1, linkages: definition.resampling.linkages},
    },
    header,
    rows: rows.filter((_, i) => i % Math.floor(rows.length / size) === 0),
  };
}

/** Changes the values of a column; null is a missing one. */
type Change = (values: readonly number[], rule: ColumnRule) => (number | null)[];

/** Ways in which a column can happen to be. */
const states: Record<string, Change> = {
  whole: (values) => values.map((value) => Math.round(value)),
  constant: (values) => values.map(() => values[0]),
  least: (values, {min = 0}) => values.map(() => min),
  bounds: (values, {min = 0, max = 1}) => values.map((_, i) => (i % 2 === 0 ? min : max)),
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
  const definesLabel = ({name}: ColumnRule) => risk.definedBy.includes(name);
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

/** Runs the pipeline on a file with these columns changed, and every query that reads this data set alone. */
async function evidenceWith({definition, header, rows}: Small, cases: readonly Case[]): Promise<Evidence> {
  let changed = rows;
  for (const {rule, change} of cases) {
    const place = header.findIndex((each) => plainHeader(each) === plainHeader(rule.header));
    const values = change(
      rows.map((row) => Number(row[place].replaceAll(",", ""))),
      rule,
    );
    changed = changed.map((row, i) => row.with(place, String(values[i] ?? "")));
  }
  const csv = [header, ...changed].map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\n");
  const path = join(folder, definition.inputFile);
  writeFileSync(path, csv);
  const {files} = await runPipeline(
    definition,
    silentProgress,
    {...process.env, CARDLENS_PSEUDONYM_KEY: "a secret of this test", [definition.inputVariable]: path},
    join(folder, "stages"),
  );
  const database = join(folder, `${definition.id}.duckdb`);
  writeFileSync(database, files.get(`${definition.id}.duckdb`) ?? "");
  const others = datasets.filter(({id}) => id !== definition.id);
  const own = queries.filter(
    ({sql}) =>
      sql.includes(`${definition.schema}.`) && others.every(({schema}) => !sql.includes(`${schema}.`)),
  );
  return evaluateQueries([{schema: definition.schema, path: database, key: ""}], own);
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
  const data = small(of, rows);
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
      const {problems, figures} = await evidenceWith(data, changes);
      expect(problems).toEqual([]);
      expect(figures.length).toBeGreaterThan(100);
    },
    60_000,
  );

  it.each(cases.filter(hasOneOutcome))(
    "is refused for want of a second outcome: $rule.name $state",
    async (each) => {
      await expect(evidenceWith(data, [each])).rejects.toThrow("a risk label that holds for");
    },
    60_000,
  );
});
