import type {DuckDBConnection} from "@duckdb/node-api";
import {createBareTable} from "../../engine/tables/database.js";
import {type PublishedTable, rowCount} from "../../engine/tables/publishedTable.js";
import {actionRule} from "../../model/actions/actionRule.js";
import {findTargetsIn} from "../../model/actions/findTargets.js";
import {constantsIn} from "../../model/risk/withConstants.js";
import {actionTables} from "../../publish/tables/actionTables.js";
import {segmentTests, variableTables} from "../../publish/tables/analysisTables.js";
import {linkageTables} from "../../publish/tables/clusteringTables.js";
import {componentTables} from "../../publish/tables/componentTables.js";
import {customersTable} from "../../publish/tables/customersTable.js";
import {describingTables} from "../../publish/tables/describingTables.js";
import {kTables} from "../../publish/tables/kTables.js";
import {parametersTable} from "../../publish/tables/parametersTable.js";
import {riskTables} from "../../publish/tables/riskTables.js";
import {segmentTables} from "../../publish/tables/segmentTables.js";
import {variablesTable} from "../../publish/tables/variablesTable.js";
import {wardTables} from "../../publish/tables/wardTables.js";

import type {AlternativeFindings} from "./alternativeFindings.js";

/**
 * Tables that no other analysis makes anew: those that take resamples or fits of their own, to say how firm the report's groups
 * are; the random starts, of which other analyses have fewer; and those that only charts are drawn from.
 */
export const notRepeated: ReadonlySet<string> = new Set([
  "preparations",
  "preparation_sizes",
  "gap_statistic",
  "stability",
  "bootstrap_agreement",
  "silhouette_without_groups",
  "second_opinion",
  "kmeans_restarts",
  "customers_sample",
  "distributions",
  "level_pairs",
]);

/** Columns of other tables that say how the search went; see `notRepeated`. */
export const columnsNotRepeated: ReadonlySet<string> = new Set([
  "restarts",
  "restarts_at_best",
  "iterations",
]);

/**
 * The tables of an analysis, made by the functions that make the report's own; what comes of the file alone is not made.
 *
 * @param connection to a database under the chapter's name, which then has the customers: actions are rules on them
 */
export async function alternativeTables(
  findings: AlternativeFindings,
  connection: DuckDBConnection,
): Promise<PublishedTable[]> {
  const customers = customersTable(findings);
  await createBareTable(connection, findings.definition.schema, customers);
  return [
    customers,
    variablesTable(findings),
    ...segmentTables(findings, customers),
    ...kTables(findings).filter(({name}) => !notRepeated.has(name)),
    ...wardTables(findings),
    ...variableTables(findings),
    ...linkageTables(findings),
    ...componentTables(findings),
    segmentTests(findings),
    ...describingTables(findings).filter(({name}) => !notRepeated.has(name)),
    ...(findings.risk === undefined ? [] : riskTables(findings.risk)),
    parametersTable(findings),
    ...(await tablesOfActions(findings, customers, connection)),
  ];
}

async function tablesOfActions(
  {definition: {schema, actions, constants, period, dayCost}}: AlternativeFindings,
  customers: PublishedTable,
  connection: DuckDBConnection,
): Promise<PublishedTable[]> {
  if (actions.length === 0) return [];
  const rules = actions.map(actionRule);
  const named = constantsIn(
    rules.map(({rule}) => rule),
    constants,
  );
  const targets = await findTargetsIn(connection, schema, customers, rules, named);
  return actionTables(
    targets.map((found, i) => ({...found, action: actions[i]})),
    {customers: rowCount(customers), period, dayCost},
  );
}
