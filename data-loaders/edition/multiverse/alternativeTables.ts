import {type PublishedTable, rowCount} from "../../engine/tables/publishedTable.js";
import {actionRule} from "../../model/actions/actionRule.js";
import {findTargets} from "../../model/actions/findTargets.js";
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
]);

/** Columns of other tables that say how the search went; see `notRepeated`. */
export const columnsNotRepeated: ReadonlySet<string> = new Set([
  "restarts",
  "restarts_at_best",
  "iterations",
]);

/** The tables of an analysis, made by the functions that make the report's own; what comes of the file alone is not made. */
export async function alternativeTables(findings: AlternativeFindings): Promise<PublishedTable[]> {
  const customers = customersTable(findings);
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
    ...describingTables(findings),
    ...(findings.risk === undefined ? [] : riskTables(findings.risk)),
    parametersTable(findings),
    ...(await tablesOfActions(findings, customers)),
  ];
}

async function tablesOfActions(
  {definition: {actions, constants, period, dayCost}}: AlternativeFindings,
  customers: PublishedTable,
): Promise<PublishedTable[]> {
  if (actions.length === 0) return [];
  const rules = actions.map(actionRule);
  const targets = await findTargets(
    customers,
    rules,
    constantsIn(
      rules.map(({rule}) => rule),
      constants,
    ),
  );
  return actionTables(
    targets.map((found, i) => ({...found, action: actions[i]})),
    {customers: rowCount(customers), period, dayCost},
  );
}
