import type {AnalysisChoices} from "../../../src/lib/lab/analysisChoices.js";
import {
  assumptionNames,
  type LabAction,
  type LabAssumption,
  type LabChapter,
  type LabRule,
} from "../../../src/lib/lab/labChapter.js";
import type {Assumption} from "../../datasets/action.js";
import type {DatasetDefinition, RiskLabel} from "../../datasets/dataset.js";
import {type PublishedTable, rowCount} from "../../engine/tables/publishedTable.js";
import {treatmentOf} from "../../model/features/treatment.js";
import {FLAG_THRESHOLD} from "../../model/risk/flagThreshold.js";
import type {Disclosure} from "../disclosure/publishableTables.js";
import type {Findings} from "../tables/findings.js";

/** What a reader's browser needs to repeat the analysis on the published rows: `data/ID/lab.json` in the site. */
export interface LabFile {
  chapter: LabChapter;
  definition: DatasetDefinition;
  /** Customers who are compared in pairs in the published analysis: all, or a sample. */
  compared: number;
}

/**
 * Describes a chapter for the lab.
 *
 * @param customers the published table of customers
 */
export function labFile(findings: Findings, customers: PublishedTable, {rows}: Disclosure): LabFile {
  const {definition, features, segments, segmentOfCluster, clusters} = findings;
  const rules = new Map(definition.contract.columns.map((column) => [column.name, column]));
  const valuesOf = (name: string) =>
    Array.from(customers.columns.find((column) => column.name === name)?.values ?? []);
  return {
    chapter: {
      id: definition.id,
      schema: definition.schema,
      title: definition.title,
      currency: definition.currency,
      customers: rowCount(customers),
      exact: rows === "exact" && findings.population === undefined,
      variables: features.names.map((name, j) => {
        const {label = name, unit = ""} = rules.get(name) ?? {};
        const values = valuesOf(name).map(Number);
        return {
          name,
          label,
          unit,
          log: features.logs[j],
          least: values.reduce((least, value) => Math.min(least, value), Infinity),
          greatest: values.reduce((most, value) => Math.max(most, value), -Infinity),
          missing: features.imputed[j],
        };
      }),
      categories: [
        ...definition.categories.map(({name, label, bands}) => ({
          name,
          label,
          levels: bands.map((band) => band.name),
        })),
        ...features.describing.map(({name, levels}) => ({
          name,
          label: rules.get(name)?.label ?? name,
          levels: [...levels],
        })),
      ],
      choices: choicesOf(definition),
      k: definition.k,
      search: definition.search,
      groups: segments.map(({id, name, cluster}) => ({
        id,
        name,
        customers: clusters.chosen.labels.reduce((n, label) => n + (label === cluster ? 1 : 0), 0),
      })),
      ...(definition.risk === undefined ? {} : {risk: describeRisk(definition.risk, definition)}),
      actions: definition.actions.map(describeAction),
      dayCost: assumption(definition.dayCost),
    },
    definition,
    compared: segmentOfCluster.length === 0 ? 0 : clusters.compared.length,
  };
}

/** How the definition divides the customers of the published table; whom it leaves out is not among them. */
function choicesOf({method = "kmeans", treatment}: DatasetDefinition): AnalysisChoices {
  return {method, ...treatmentOf({treatment})};
}

function describeRisk(
  {sentence, expression, evidence, threshold}: RiskLabel,
  {constants}: DatasetDefinition,
): LabChapter["risk"] {
  const {rule, constant} = simpleRule(expression, constants);
  return {
    sentence,
    ...(rule === undefined ? {} : {rule}),
    ...(constant === undefined ? {} : {constant}),
    observed: evidence === "observed",
    threshold: threshold ?? FLAG_THRESHOLD,
  };
}

/** The parts of a label that compares one variable with a number or a constant; none of any other label. */
function simpleRule(
  expression: string,
  constants: DatasetDefinition["constants"],
): {rule?: LabRule; constant?: string} {
  const [, column, sign, right] =
    /^\s*(\w+)\s*(<=|>=|<|>)\s*(\$\w+|-?\d+(?:\.\d+)?)\s*$/.exec(expression) ?? [];
  const comparison = (["<=", ">=", "<", ">"] as const).find((known) => known === sign);
  if (comparison === undefined) return {};
  const constant = right.startsWith("$") ? right.slice(1) : undefined;
  const line = constant === undefined ? Number(right) : constants[constant]?.value;
  if (line === undefined) return {};
  return {rule: {column, comparison, line}, ...(constant === undefined ? {} : {constant})};
}

function describeAction(action: DatasetDefinition["actions"][number]): LabAction {
  const assumptions = assumptionNames.flatMap((name) => {
    const given = action[name];
    return given === undefined ? [] : [[name, assumption(given)] as const];
  });
  return {id: action.id, title: action.title, assumptions: Object.fromEntries(assumptions)};
}

function assumption({meaning, value, min, max, step}: Assumption): LabAssumption {
  return {meaning, value, min, max, step};
}
