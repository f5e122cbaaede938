import {existsSync, readFileSync} from "node:fs";
import {Ajv2020} from "ajv/dist/2020.js";
import {csvParse} from "d3";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {DatasetDefinition} from "../../../../data-loaders/datasets/dataset.js";
import {samplePath} from "../../../../data-loaders/datasets/samples.js";
import {silentProgress} from "../../../../data-loaders/engine/progress/progress.js";
import {projectPath} from "../../../../data-loaders/engine/project/projectPath.js";
import {createTable, withDatabase} from "../../../../data-loaders/engine/tables/database.js";
import {double, type PublishedTable, text} from "../../../../data-loaders/engine/tables/publishedTable.js";
import {runPipeline} from "../../../../data-loaders/pipeline.js";
import type {CustomerTable} from "../../../../data-loaders/source/customers.js";
import {readCustomers} from "../../../../data-loaders/source/readCustomers.js";
import type {SavedModel} from "../../../../src/lib/scoring/savedModel.js";
import {scoreCustomer} from "../../../../src/lib/scoring/scoreCustomer.js";
import {alllife, cardUsage} from "../../../definitions.js";
import {builtSite} from "../../../setup/builtSite.js";
import {findPostgres, type PostgresServer, startPostgres} from "./postgres.js";

/** A published model with the customers that it was learnt from, raw and as the build scored them. */
interface Published {
  definition: DatasetDefinition;
  model: SavedModel;
  sql: string;
  raw: CustomerTable;
  built: {segment: string[]; risk_probability: number[]};
}

/** A file that a model is learnt from: an embedded sample, or a real file that lies beside the project. */
interface Source {
  name: string;
  definition: DatasetDefinition;
  path: string;
  env: NodeJS.ProcessEnv;
}

const sampleOf = (definition: DatasetDefinition): Source => ({
  name: `the ${definition.id} sample`,
  definition,
  path: projectPath(samplePath(definition)),
  env: {},
});

function realFile(definition: DatasetDefinition, variable: string, file: string): Source {
  const path = projectPath(`../shared/data/${file}`);
  const missing = existsSync(path) ? "" : ` (skipped: ../shared/data/${file} is absent)`;
  return {
    name: `the real ${definition.id} file${missing}`,
    definition,
    path,
    env: {...process.env, [variable]: path},
  };
}

const sources = [
  sampleOf(alllife),
  sampleOf(cardUsage),
  realFile(alllife, "INPUT_ALLLIFE", "alllife.csv"),
  realFile(cardUsage, "INPUT_CARD_USAGE", "ccgeneral.csv"),
];

async function publish({definition, path, env}: Source): Promise<Published> {
  // its stages are those of the samples
  await builtSite();
  const {files, tables} = await runPipeline(definition, silentProgress, env);
  const read = (file: string) => new TextDecoder().decode(files.get(file));
  return {
    definition,
    model: JSON.parse(read(`models/${definition.id}.json`)),
    sql: read(`models/${definition.id}.sql`),
    raw: await readCustomers(path, definition, {synthetic: env[definition.inputVariable] === undefined}),
    // published rows of real customers are in groups
    built: JSON.parse(
      JSON.stringify(
        Object.fromEntries((tables[0]?.columns ?? []).map(({name, values}) => [name, Array.from(values)])),
      ),
    ),
  };
}

/** The raw columns under the file's own headers; the row's number stands for the key, which may come twice. */
function rawTable({definition, raw}: Published): PublishedTable {
  const columns = definition.contract.columns.flatMap((column) => {
    if (column.role === "key")
      return [
        text(
          column.header,
          "",
          Array.from({length: raw.rows}, (_, i) => String(i)),
        ),
      ];
    return column.role === "feature" ? [double(column.header, "", raw.numbers[column.name])] : [];
  });
  return {name: `${definition.schema}_customers`, definition: "", columns};
}

interface Scored {
  customer_key: string;
  segment: string;
  rule_holds: boolean | null;
  guess_probability: number;
  guess_low: number;
  guess_high: number;
  [distance: `distance_${string}`]: number;
}

function scored(row: Readonly<Record<string, unknown>>): Scored {
  const {customer_key, segment, rule_holds, guess_probability, guess_low, guess_high, ...distances} = row;
  return {
    ...Object.fromEntries(Object.entries(distances).map(([name, value]) => [name, Number(value)])),
    customer_key: String(customer_key),
    segment: String(segment),
    // psql prints t and f
    rule_holds: rule_holds === null || rule_holds === "" ? null : rule_holds === true || rule_holds === "t",
    guess_probability: Number(guess_probability),
    guess_low: Number(guess_low),
    guess_high: Number(guess_high),
  };
}

function expectTheBuildsNumbers({model, raw, built}: Published, rows: readonly Scored[]): void {
  expect(rows.length).toBe(raw.rows);
  let greatest = 0;
  const differing: number[] = [];
  const answers = new Set<boolean | null | undefined>();
  for (const row of rows) {
    const i = Number(row.customer_key);
    if (row.segment !== built.segment[i]) differing.push(i);
    const values = Object.fromEntries(model.variables.map(({name}) => [name, raw.numbers[name][i]]));
    const {lower, upper, distances, rule} = scoreCustomer(model, values);
    if (row.rule_holds !== rule) differing.push(i);
    answers.add(rule);
    const differences = [
      row.guess_probability - built.risk_probability[i],
      row.guess_low - lower,
      row.guess_high - upper,
      ...model.segments.map(({id}, s) => row[`distance_${id.replaceAll("-", "_")}`] - distances[s]),
    ];
    for (const difference of differences) greatest = Math.max(greatest, Math.abs(difference));
    if (differences.some(Number.isNaN)) greatest = Number.NaN;
  }
  expect(differing).toEqual([]);
  expect([...answers]).toEqual(expect.arrayContaining([true, false]));
  expect(greatest).toBeLessThan(1e-9);
}

const programs = findPostgres();
const needsPostgres =
  programs === undefined ? " (skipped: no PostgreSQL here; install Debian's postgresql)" : "";

for (const source of sources)
  describe.skipIf(!existsSync(source.path))(`the saved model of ${source.name}`, () => {
    let published: Published;
    beforeAll(async () => {
      published = await publish(source);
    }, 120_000);

    it("keeps to its schema", () => {
      const schema = JSON.parse(readFileSync(projectPath("src/models/model.schema.json"), "utf8"));
      const validate = new Ajv2020({allErrors: true, strict: true}).compile(schema);
      validate(published.model);
      expect(validate.errors).toBeNull();
      const {risk, ...rest} = published.model;
      expect(validate({...rest, risk: {...risk, threshold: 2}})).toBe(false);
      expect(validate(rest)).toBe(true);
      const {segments: _, ...without} = rest;
      expect(validate(without)).toBe(false);
    });

    it("has a covariance and centroids of the right size, of finite numbers", () => {
      const {risk, segments, variables} = published.model;
      if (risk === undefined) throw new Error("the model has no risk");
      const size = risk.terms.length + 1;
      expect(risk.covariance.map((row) => row.length)).toEqual(Array.from({length: size}, () => size));
      for (const {centroid} of segments) expect(centroid.length).toBe(variables.length);
      expect(
        [...risk.covariance.flat(), ...segments.flatMap(({centroid}) => centroid)].every(Number.isFinite),
      ).toBe(true);
    });

    it("gives the build's segments and probabilities to 1e-9", () => {
      const {model, raw, built} = published;
      let greatest = 0;
      for (let i = 0; i < raw.rows; i++) {
        const values = Object.fromEntries(model.variables.map(({name}) => [name, raw.numbers[name][i]]));
        const score = scoreCustomer(model, values);
        expect(model.segments[score.segment].id, `row ${i}`).toBe(built.segment[i]);
        greatest = Math.max(greatest, Math.abs(score.probability - built.risk_probability[i]));
      }
      expect(greatest).toBeLessThan(1e-9);
    });

    it("as SQL in DuckDB gives the build's segments and probabilities to 1e-9", async () => {
      const rows = await withDatabase(async (connection) => {
        await createTable(connection, "memory", rawTable(published));
        return (await connection.runAndReadAll(published.sql)).getRowObjectsJS();
      });
      expectTheBuildsNumbers(published, rows.map(scored));
    });
  });

describe.skipIf(programs === undefined)(`the scoring statement in PostgreSQL${needsPostgres}`, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    if (programs !== undefined) server = await startPostgres(programs);
  });
  afterAll(() => server?.stop());

  for (const source of sources)
    it.skipIf(!existsSync(source.path))(
      `gives the build's segments and probabilities of ${source.name} to 1e-9`,
      async () => {
        const published = await publish(source);
        const table = rawTable(published);
        const columns = table.columns.map(
          ({name, type}) => `"${name}" ${type === "VARCHAR" ? "text" : "double precision"}`,
        );
        server.query(`DROP TABLE IF EXISTS ${table.name}`);
        server.query(`CREATE TABLE ${table.name} (${columns.join(", ")})`);
        const rows = Array.from({length: published.raw.rows}, (_, i) =>
          table.columns.map(({values}) => (Number.isNaN(values[i]) ? "" : values[i])).join(","),
        );
        server.query(`COPY ${table.name} FROM STDIN (FORMAT csv)`, `${rows.join("\n")}\n`);
        const answer = csvParse(server.query(published.sql));
        expectTheBuildsNumbers(published, answer.map(scored));
      },
    );

  it("takes values far beyond the data without overflow", async () => {
    const {sql} = await publish(sampleOf(alllife));
    server.query("TRUNCATE alllife_customers");
    for (const sign of ["", "-"])
      server.query(`INSERT INTO alllife_customers VALUES ('1', 1e9, ${sign}1e9, 0, 0, ${sign}1e9)`);
    const [first, second] = csvParse(server.query(sql));
    for (const {guess_probability, guess_low, guess_high} of [first, second])
      for (const share of [guess_probability, guess_low, guess_high]) {
        expect(Number(share)).toBeGreaterThanOrEqual(0);
        expect(Number(share)).toBeLessThanOrEqual(1);
      }
  });
});
