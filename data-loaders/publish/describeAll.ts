import {existsSync} from "node:fs";
import {join} from "node:path";
import {contentKey} from "../engine/content/contentKey.js";
import {valueKey} from "../engine/content/valueKey.js";
import {identifier} from "../engine/population/dialect.js";
import {openDuckdb} from "../engine/population/duckdbEngine.js";
import {RUN} from "../engine/population/population.js";
import type {StageRecord, StageResult, Stages} from "../engine/stages/runStage.js";
import type {ActionRule} from "../model/actions/actionRule.js";
import type {Targets} from "../model/actions/targetsOf.js";
import {type AllCustomers, type Grouped, rawColumns} from "../model/allCustomers.js";
import {type ConstantValues, constantsIn, withConstants} from "../model/risk/withConstants.js";
import {actionsOfAll} from "../model/stages.js";
import {ROW, TABLE} from "../source/population/importCustomers.js";
import {customersSql} from "./population/customersSql.js";
import {databaseOfAll, IMPORTED} from "./population/writeCustomers.js";
import * as stage from "./stages.js";
import {customersTable} from "./tables/customersTable.js";
import type {Findings} from "./tables/findings.js";
import type {PopulationFindings} from "./tables/populationFindings.js";

/** The database of all customers with their published columns, as others attach it. */
export interface CustomersDatabase {
  schema: string;
  path: string;
  /** Path of the database with the customers as they were read, with their keys. */
  imported: string;
  key: string;
  rows: number;
}

/** What is known of all customers. */
export interface Described {
  population: PopulationFindings;
  database: CustomersDatabase;
  record: StageRecord;
}

/**
 * Writes the published columns of all customers, and looks at all of them for the tables that stand whole.
 *
 * @param findings of the sample
 * @param folder of the tables of customers
 */
export async function describeAll(
  stages: Stages,
  all: AllCustomers,
  {source, groups}: Grouped,
  findings: Findings,
  folder: string,
): Promise<Described> {
  const {definition, checked, scales} = all;
  const {id, schema, risk, constants, contract} = definition;
  const {variables} = scales.value;
  const {features, clusters} = findings;
  const expression = risk && withConstants(risk.expression, constantsIn([risk.expression], constants));
  const given = {variables, describing: features.describing, expression};
  const raw = [RUN, ROW, ...rawColumns(contract, checked.value)].map(identifier);
  const sql = customersSql({from: `${IMPORTED}.${TABLE}`}, findings, given, raw, ROW);
  const {rowNumbers, weights, customerIds} = source.value;
  const ward = customersTable(findings).columns.find(({name}) => name === "ward_cluster")?.values ?? [];
  const sample = {
    rowNumbers,
    customerIds,
    ward: Array.from(ward, (value) => (typeof value === "number" ? value : null)),
    silhouette: clusters.silhouette,
  };
  const key = contentKey(sql, checked.key, source.key, groups.key, valueKey(sample));
  const path = join(folder, `${id}-all-${key.slice(0, 32)}.duckdb`);
  const write = async () => (await stage.writeCustomers.load())(all.path, sql, sample, path);
  const whole = await stages.run(`${id} all customers`, stage.wholeValues.module, [key], async (advance) => {
    if (!existsSync(path)) await write();
    const engine = await openDuckdb(path, {readOnly: true});
    try {
      return await (await stage.wholeValues.load())(
        {engine, from: TABLE, identity: "CAST(row_number AS VARCHAR)"},
        findings,
        variables,
        advance,
      );
    } finally {
      await engine.close();
    }
  });
  if (!existsSync(path)) await write();
  const {rows} = checked.value;
  return {
    population: {rows, engine: "DuckDB", path, variables, rowNumbers, weights, whole: whole.value},
    database: {schema: databaseOfAll(schema), path, imported: all.path, key, rows},
    record: whole.record,
  };
}

/** What each action comes to over all customers. */
export function targetsOfAll(
  stages: Stages,
  id: string,
  {database: {path, key}}: Described,
  rules: readonly ActionRule[],
  constants: ConstantValues,
  sampled: readonly Targets[],
): Promise<StageResult<Targets[]>> {
  return stages.run(
    `${id} actions of all`,
    actionsOfAll.module,
    [key, JSON.stringify({rules, constants}), valueKey(sampled)],
    async () => {
      // one thread: units are sums that no pass takes by run
      const engine = await openDuckdb(path, {readOnly: true, threads: 1});
      try {
        const all = {engine, from: TABLE, identity: "CAST(row_number AS VARCHAR)"};
        return await (await actionsOfAll.load())(all, rules, constants, sampled);
      } finally {
        await engine.close();
      }
    },
  );
}
