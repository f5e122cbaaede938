import type {DatasetDefinition} from "../../datasets/dataset.js";
import {
  double,
  integer,
  type PublishedColumn,
  type PublishedTable,
  table,
  text,
  truth,
} from "../../engine/tables/publishedTable.js";
import {type Findings, segmentPositions} from "./findings.js";
import {riskProbability} from "./riskProbability.js";
import {variables} from "./variablesTable.js";
import {variableType} from "./variableType.js";

type CustomerFindings = Pick<
  Findings,
  | "customers"
  | "customerIds"
  | "definition"
  | "features"
  | "segments"
  | "segmentOfCluster"
  | "risk"
  | "population"
> & {clusters: Pick<Findings["clusters"], "chosen" | "silhouette" | "wardLabels" | "compared">};

/** The customers, with what the report found out about each. */
export function customersTable(findings: CustomerFindings): PublishedTable {
  const {customers, definition, features, clusters, segments, segmentOfCluster, customerIds} = findings;
  const wardOf = overCompared(findings);
  const method = methodNames[definition.method ?? "kmeans"];
  return table(
    "customers",
    "One row for each customer row of the input, with its segment and modelled risk. No key of a customer is here.",
    segmentPositions(findings),
    [
      text(
        "customer_id",
        customers.input.hasKeys
          ? "Pseudonym of the bank's customer key; the same key has the same pseudonym in every edition."
          : "Number of the row: the file has no customer keys, so that customers cannot be followed.",
        customerIds,
      ),
      integer(
        "row_number",
        leavesOut(definition)
          ? "Position of the row among the customers of the analysis, in the order of the input file, from 1."
          : "Position of the row in the input file, from 1.",
        (_, row) => row + 1,
      ),
      ...variables(findings).map(
        ({name, label, unit, definition: meaning, values}): PublishedColumn => ({
          name,
          type: variableType(name, definition.contract, definition.engineered),
          definition: `${label}${unit === "" ? "" : ` (${unit})`}: ${meaning}`,
          values,
        }),
      ),
      ...imputedFlags(findings),
      ...definition.categories.map(({name, label, definition: meaning}) =>
        text(name, `${label}: ${meaning}`, features.categories[name]),
      ),
      ...features.describing.map(({name, levels, values}) =>
        text(
          name,
          describingDefinition(definition, name),
          Array.from(values, (level) => levels[level]),
        ),
      ),
      text(
        "segment",
        `Segment: the ${method} cluster under its name in the report; see table segments.`,
        (position) => segments[position].id,
      ),
      integer(
        "kmeans_cluster",
        `${method} cluster, numbered in the display order of the segments.`,
        (position) => position + 1,
      ),
      integer(
        "ward_cluster",
        "Cluster from cutting Ward's tree, under the number of the k-means cluster that it is paired with, so that as few customers as possible differ; NULL where the tree was grown on a sample without this customer.",
        (_, row) => (wardOf[row] < 0 ? null : segmentOfCluster[wardOf[row]] + 1),
      ),
      double(
        "silhouette",
        `Silhouette width in the ${method} solution, from -1 (nearer to another segment) to 1 (well inside); NULL where it was measured on a sample without this customer.`,
        clusters.silhouette,
      ),
      ...riskColumns(findings),
      ...weightColumn(findings),
    ],
  );
}

const methodNames = {
  kmeans: "k-means",
  ward: "Ward",
  complete: "complete-linkage",
  average: "average-linkage",
};

/** Whether customers of the file stay out of the analysis. */
function leavesOut({leaveOut = [], treatment}: DatasetDefinition): boolean {
  return leaveOut.length > 0 || treatment?.missing === "dropped" || treatment?.outliers === "removed";
}

/** Of a sample: how many customers each of it represents. */
function weightColumn({population}: CustomerFindings): PublishedColumn[] {
  if (population === undefined) return [];
  return [
    double(
      "weight",
      `How many of the ${population.rows.toLocaleString("en-US")} customers this row represents: the rows are a sample of them, drawn in proportion to the segments. sum(weight) counts customers; means and shares need it only where they compare segments.`,
      population.weights,
    ),
  ];
}

/** Ward's cluster of each customer; −1 of those who are not compared. */
function overCompared({clusters: {wardLabels, compared}, customers}: CustomerFindings): Int32Array {
  const all = new Int32Array(customers.rows).fill(-1);
  compared.forEach((row, i) => {
    all[row] = wardLabels[i];
  });
  return all;
}

function describingDefinition({contract}: DatasetDefinition, name: string): string {
  const column = contract.columns.find((rule) => rule.name === name);
  if (column === undefined) throw new Error(`no column: ${name}`);
  const {label, definition, bands} = column;
  return `${label}: ${definition} ${bands === undefined ? "Values that few customers share are one level." : "In bands: the values themselves are not published."}`;
}

/** The label and its probability, where the data set has one. */
function riskColumns({definition, features, risk}: CustomerFindings): PublishedColumn[] {
  if (risk === undefined || definition.risk === undefined) return [];
  const {sentence, evidence} = definition.risk;
  const label = Array.from(risk.label, (value) => (value < 0 ? null : value === 1));
  return [
    truth(
      "high_risk",
      evidence === "observed"
        ? `Observed outcome. ${sentence}`
        : `Declared label, not an observed default. ${sentence}`,
      label,
    ),
    double(
      "risk_probability",
      evidence === "observed"
        ? "Probability of the outcome by the logistic regression; missing values as imputed."
        : "Probability of the label by the logistic regression that does not see the variables that define it; missing values as imputed.",
      // without a model nobody has a probability
      risk.models.length === 0
        ? new Float64Array(features.values.rows).fill(Number.NaN)
        : riskProbability(features, risk),
    ),
  ];
}

const fills = {
  median: "the median",
  mean: "the mean",
  neighbours: "that of the nearest customers",
  dropped: "the median",
};

/** For each variable that may be missing: whether its value is the file's own. */
function imputedFlags({definition, customers}: CustomerFindings): PublishedColumn[] {
  return definition.contract.columns
    .filter(({role, missing}) => role === "feature" && missing === "median")
    .map(({name, label}) =>
      truth(
        `${name}_imputed`,
        `True where the file has no value for ${label} and ${fills[definition.treatment?.missing ?? "median"]} is used.`,
        Array.from(customers.numbers[name], Number.isNaN),
      ),
    );
}
