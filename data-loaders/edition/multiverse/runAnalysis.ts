import {resolve} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {Verdict} from "../../../src/lib/narrative/verdict.js";
import {adjustedRand} from "../../../src/lib/statistics/clustering/adjustedRand.js";
import {projectPath} from "../../engine/project/projectPath.js";
import type {KernelServices} from "../../engine/stages/stageServices.js";
import {createBareTable, quote, withDatabase} from "../../engine/tables/database.js";
import type {PublishedTable} from "../../engine/tables/publishedTable.js";
import type {PublishedDatabase} from "../../narrative/evidence/withPublished.js";
import {type AlternativeFindings, alternativeFindings, type Reported} from "./alternativeFindings.js";
import {alternativeTables, notRepeated} from "./alternativeTables.js";
import type {Choices, Preparation} from "./choices.js";
import {claimReads, differencesOf, isOfTheReport, isTouched, type TestedClaim} from "./claimReads.js";
import {claimVerdicts} from "./claimVerdicts.js";
import {keptRows} from "./keptCustomers.js";

/** What an analysis says of the report's claims. */
export interface Analysis {
  choices: Choices;
  /** Customers whom it keeps. */
  customers: number;
  /** Adjusted Rand index of its groups against those of the report, over the customers that it keeps. */
  agreement: number;
  /** Verdicts by claim; only of claims that read something which the analysis finds otherwise. */
  verdicts: Record<string, Verdict>;
}

/**
 * Carries out the analyses that share a preparation, and tests the chapter's claims on the tables of each: the same functions
 * make the tables, and the same one decides the verdict, as for the report.
 *
 * @param labels the report's groups, n numbers from 0
 * @param published the tables of the report that claims read, with exact rows, without words for people
 * @param databases with the exact rows; the chapter's own is the one with its schema
 */
export async function runAnalysis(
  reported: Reported,
  labels: Int32Array,
  preparation: Preparation,
  published: readonly PublishedTable[],
  claims: readonly TestedClaim[],
  databases: readonly PublishedDatabase[],
  services: KernelServices,
): Promise<Analysis[]> {
  const {definition} = reported;
  const {ks: _, ...choices} = preparation;
  const rows = keptRows(labels.length, preparation.leftOutFifth, definition.search.seed);
  const before = withoutGaps(Int32Array.from(rows, (row) => labels[row]));
  const possible = await possibleFindings(reported, preparation, rows, services);
  return withReport(databases, definition.schema, async (connection) => {
    const analyses: Analysis[] = [];
    for (const findings of possible)
      analyses.push({
        choices: {...choices, k: findings.definition.k},
        customers: rows.length,
        agreement: adjustedRand(before, findings.clusters.chosen.labels),
        verdicts: await verdictsOn(findings, published, claims, connection),
      });
    return analyses;
  });
}

/** None where these customers are too few or too much alike for the analysis: a fit says so by a RangeError. */
async function possibleFindings(
  ...given: Parameters<typeof alternativeFindings>
): Promise<AlternativeFindings[]> {
  try {
    return await alternativeFindings(...given);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/**
 * The verdicts on the claims whose tables differ from the published ones.
 *
 * @param findings of the other analysis
 * @param published tables to compare with; none to test every claim
 * @param connection see `withReport`
 */
export async function verdictsOn(
  findings: AlternativeFindings,
  published: readonly PublishedTable[],
  claims: readonly TestedClaim[],
  connection: DuckDBConnection,
): Promise<Record<string, Verdict>> {
  const {schema} = findings.definition;
  await connection.run(`ATTACH ':memory:' AS ${schema}`);
  const tables = await alternativeTables(findings, connection);
  const before = new Map(published.map((table) => [table.name, table]));
  const differences = new Map(
    tables.map((table) => [table.name, differencesOf(before.get(table.name), table)]),
  );
  const names = new Set([...before.keys(), ...differences.keys(), ...notRepeated]);
  const touched = claims
    .map((claim) => ({claim, reads: claimReads(claim, schema, names)}))
    .filter(({reads}) => !isOfTheReport(reads) && isTouched(reads, differences));
  const read = new Set(touched.flatMap(({reads}) => reads.tables));
  for (const table of tables)
    if (read.has(table.name) && table.name !== "customers") await createBareTable(connection, schema, table);
  for (const name of read)
    if (!differences.has(name) && !notRepeated.has(name))
      await connection.run(`CREATE VIEW ${schema}."${name}" AS FROM ${ofTheReport}."${name}"`);
  const verdicts = await claimVerdicts(
    connection,
    touched.map(({claim}) => claim),
  );
  await connection.run(`DETACH ${schema}`);
  return verdicts;
}

/** Name in SQL of the chapter's published database, while its own name is that of the other analysis. */
const ofTheReport = "as_reported";

/** Runs work on a connection to the report's databases, the chapter's own under another name. */
export function withReport<T>(
  databases: readonly PublishedDatabase[],
  schema: string,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  return withDatabase(async (connection) => {
    for (const database of databases) {
      const name = database.schema === schema ? ofTheReport : database.schema;
      await connection.run(
        `ATTACH ${quote(resolve(projectPath("."), database.path))} AS ${name} (READ_ONLY)`,
      );
    }
    return work(connection);
  });
}

/** The sample may leave out a group. */
function withoutGaps(labels: Int32Array): Int32Array {
  const present = [...new Set(labels)].sort((a, b) => a - b);
  const number = new Map(present.map((label, i) => [label, i]));
  return labels.map((label) => number.get(label) ?? 0);
}
