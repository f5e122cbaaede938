import type {PublishedTable} from "../../engine/tables/publishedTable.js";
import {analysisTables} from "./analysisTables.js";
import {customersSample} from "./customersSample.js";
import {describingTables} from "./describingTables.js";
import {distributions} from "./distributions.js";
import type {Findings} from "./findings.js";
import {inputTables} from "./inputTables.js";
import {kTables} from "./kTables.js";
import {parametersTable} from "./parametersTable.js";
import {preparationTables} from "./preparationTables.js";
import {riskTables} from "./riskTables.js";
import {secondOpinionTable} from "./secondOpinionTable.js";
import {segmentTables} from "./segmentTables.js";
import {variablesTable} from "./variablesTable.js";
import {wardTables} from "./wardTables.js";

/**
 * The tables that readers can query but those of the actions, in the order of the report.
 *
 * @param customers see `customersTable`
 */
export function publishedTables(findings: Findings, customers: PublishedTable): PublishedTable[] {
  return [
    customers,
    variablesTable(findings),
    ...segmentTables(findings, customers),
    ...kTables(findings),
    ...wardTables(findings),
    ...preparationTables(findings),
    distributions(findings),
    customersSample(findings, customers),
    ...analysisTables(findings),
    ...describingTables(findings),
    ...(findings.risk === undefined ? [] : riskTables(findings.risk)),
    secondOpinionTable(findings.secondOpinion),
    parametersTable(findings),
    ...inputTables(findings.customers, findings.definition),
  ];
}
