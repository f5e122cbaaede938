import {op, table} from "arquero";
import {matrixColumn} from "../../src/lib/matrix.js";
import type {Analyses} from "../analysis/runAnalyses.js";
import type {Clusters} from "../cluster/clusterCustomers.js";
import type {DatasetDefinition, SegmentRule} from "../datasets/dataset.js";
import type {Features} from "../features/prepareFeatures.js";
import type {PreparationFit} from "../preparation/comparePreparations.js";
import {FLAG_THRESHOLD} from "../risk/flagThreshold.js";
import type {Risk} from "../risk/modelRisk.js";
import type {AgreementRow} from "../second-opinion/secondOpinion.js";
import type {CustomerTable} from "../source/customers.js";
import {analysisTables} from "./analysisTables.js";
import {customersSample} from "./customersSample.js";
import {distributions} from "./distributions.js";
import {kClusters, kFlows, kmeansRestarts, kProfiles} from "./kTables.js";
import {preparationFits, preparationSizes} from "./preparationTables.js";
import {double, integer, type PublishedColumn, type PublishedTable, text, truth} from "./publishedTable.js";
import {riskProbability} from "./riskProbability.js";
import {riskTables} from "./riskTables.js";
import {secondOpinionTable} from "./secondOpinionTable.js";
import {wardLeaves, wardTop} from "./wardTables.js";

/** What the stages before found out. */
export interface Findings {
  definition: DatasetDefinition;
  customers: CustomerTable;
  customerIds: readonly string[];
  features: Features;
  clusters: Clusters;
  preparations: readonly PreparationFit[];
  /** Position of the segment of each k-means label. */
  segmentOfCluster: Int32Array;
  risk: Risk;
  analyses: Analyses;
  secondOpinion: readonly AgreementRow[];
}

/** All tables that readers can query, in the order of the report. */
export function publishedTables(findings: Findings): PublishedTable[] {
  const customers = customersTable(findings);
  const {clusters} = findings;
  return [
    customers,
    variablesTable(findings),
    segmentsTable(findings, customers),
    segmentProfiles(findings, customers),
    kmeansSweep(findings),
    kmeansRestarts(clusters),
    kClusters(findings),
    kProfiles(findings),
    kFlows(findings),
    wardMerges(findings),
    wardTop(clusters.ward),
    wardLeaves(findings),
    clusterAgreement(findings),
    preparationFits(findings),
    preparationSizes(findings),
    distributions(findings),
    customersSample(findings, customers),
    ...analysisTables(findings),
    ...riskTables(findings.risk),
    secondOpinionTable(findings.secondOpinion),
    parametersTable(findings),
    qualityTable(findings.customers),
    inputTable(findings.customers),
  ];
}

function variables({definition, features}: Findings): {
  name: string;
  label: string;
  unit: string;
  definition: string;
  values: Float64Array;
  z: Float64Array | null;
}[] {
  const columns = definition.contract.columns.filter(({role}) => role === "feature");
  return [
    ...columns.map((column, j) => ({
      ...column,
      values: matrixColumn(features.values, j),
      z: matrixColumn(features.z, j),
    })),
    ...definition.engineered.map((variable) => ({
      ...variable,
      values: features.engineered[variable.name],
      z: null,
    })),
  ];
}

function segmentPositions({clusters, segmentOfCluster}: Findings): Int32Array {
  return clusters.chosen.labels.map((label) => segmentOfCluster[label]);
}

function customersTable(findings: Findings): PublishedTable {
  const {definition, features, clusters, risk, segmentOfCluster, customerIds} = findings;
  const positions = segmentPositions(findings);
  return {
    name: "customers",
    definition:
      "One row for each customer row of the input, with its segment and modelled risk. Keys are pseudonyms.",
    columns: [
      text(
        "customer_id",
        "Pseudonym of the bank's customer key; the same key has the same pseudonym in every edition.",
        customerIds,
      ),
      integer(
        "row_number",
        "Position of the row in the input file, from 1.",
        Array.from(positions, (_, row) => row + 1),
      ),
      ...variables(findings).map(({name, label, unit, definition: meaning, values}) =>
        (Array.from(values).every(Number.isInteger) ? integer : double)(
          name,
          `${label}${unit === "" ? "" : ` (${unit})`}: ${meaning}`,
          values,
        ),
      ),
      ...imputedFlags(findings),
      ...definition.categories.map(({name, label, definition: meaning}) =>
        text(name, `${label}: ${meaning}`, features.categories[name]),
      ),
      text(
        "segment",
        "Segment: the k-means cluster under its name in the report; see table segments.",
        Array.from(positions, (position) => definition.segments[position].id),
      ),
      integer(
        "kmeans_cluster",
        "k-means cluster, numbered in the display order of the segments.",
        positions.map((position) => position + 1),
      ),
      integer(
        "ward_cluster",
        "Cluster from cutting Ward's tree, under the number of the k-means cluster that it shares most members with.",
        clusters.wardLabels.map((label) => segmentOfCluster[label] + 1),
      ),
      double(
        "silhouette",
        "Silhouette width in the k-means solution, from -1 (nearer to another segment) to 1 (well inside).",
        clusters.silhouette,
      ),
      truth(
        "high_risk",
        `Declared label, not an observed default. ${definition.risk.sentence}`,
        Array.from(risk.label, (label) => (label < 0 ? null : label === 1)),
      ),
      double(
        "risk_probability",
        "Probability of the label by the logistic regression that does not see the variables that define it; missing values as imputed.",
        riskProbability(findings.features, risk),
      ),
    ],
  };
}

/** For each variable that may be missing: whether its value is the file's own. */
function imputedFlags({definition, customers}: Findings): PublishedColumn[] {
  return definition.contract.columns
    .filter(({role, missing}) => role === "feature" && missing === "median")
    .map(({name, label}) =>
      truth(
        `${name}_imputed`,
        `True where the file has no value for ${label} and the median stands in.`,
        Array.from(customers.numbers[name], Number.isNaN),
      ),
    );
}

function variablesTable(findings: Findings): PublishedTable {
  const rows = variables(findings);
  return {
    name: "variables",
    definition: "The variables of the customers table, for people.",
    columns: [
      text(
        "name",
        "Column of the customers table.",
        rows.map(({name}) => name),
      ),
      text(
        "label",
        "Name for people.",
        rows.map(({label}) => label),
      ),
      text(
        "unit",
        "Unit.",
        rows.map(({unit}) => unit),
      ),
      text(
        "definition",
        "What it measures.",
        rows.map(({definition}) => definition),
      ),
      truth(
        "in_distances",
        "True if it enters the distances between customers.",
        rows.map(({z}) => z !== null),
      ),
    ],
  };
}

function segmentsTable(findings: Findings, customers: PublishedTable): PublishedTable {
  const {definition} = findings;
  const sums = variables(findings).map(({name}) => [`total_${name}`, op.sum(name)]);
  const rows = table(
    Object.fromEntries(customers.columns.map(({name, values}) => [name, Array.from(values)])),
  )
    .groupby("kmeans_cluster")
    .rollup({customers: op.count(), silhouette: op.mean("silhouette"), ...Object.fromEntries(sums)})
    .orderby("kmeans_cluster");
  const count = Array.from(rows.array("customers") as number[]);
  const total = count.reduce((sum, n) => sum + n, 0);
  const rule = (part: keyof SegmentRule) => definition.segments.map((segment) => segment[part]);
  return {
    name: "segments",
    definition: "One row for each segment, in display order.",
    columns: [
      text("segment", "Identifier of the segment.", rule("id")),
      text("name", "Name of the segment in the report.", rule("name")),
      integer(
        "position",
        "Display order, from 1; the k-means cluster's number.",
        definition.segments.map((_, i) => i + 1),
      ),
      text(
        "named_by",
        "Rule that names it: of the clusters not yet named, the centroid that is extreme in a variable.",
        definition.segments.map(({extreme, variable}) => `${extreme} ${variable}`),
      ),
      integer("customers", "Customers in the segment.", count),
      double(
        "share",
        "Share of all customers, from 0 to 1.",
        count.map((n) => n / total),
      ),
      double("silhouette", "Mean silhouette width of its customers.", rows.array("silhouette") as number[]),
      ...variables(findings).map(({name, label, unit}) =>
        double(
          `total_${name}`,
          `Sum over the segment of: ${label} (${unit}).`,
          rows.array(`total_${name}`) as number[],
        ),
      ),
    ],
  };
}

function segmentProfiles(findings: Findings, customers: PublishedTable): PublishedTable {
  const {definition} = findings;
  const base = table(
    Object.fromEntries(customers.columns.map(({name, values}) => [name, Array.from(values)])),
  );
  const profiles = variables(findings).flatMap(({name, values, z}) => {
    const rows = base
      .assign(table({z: z ?? values.map(() => Number.NaN)}))
      .groupby("segment", "kmeans_cluster")
      .rollup({
        mean: op.mean(name),
        sd: op.stdev(name),
        min: op.min(name),
        q25: op.quantile(name, 0.25),
        median: op.median(name),
        q75: op.quantile(name, 0.75),
        max: op.max(name),
        centroid: op.mean("z"),
      })
      .orderby("kmeans_cluster")
      .objects() as Record<string, number>[];
    const overall = values.reduce((sum, value) => sum + value, 0) / values.length;
    return rows.map((row): Record<string, number | string> => ({...row, variable: name, overall}));
  });
  const pick = (key: string) => profiles.map((profile) => profile[key]);
  return {
    name: "segment_profiles",
    definition: "What each segment is like: one row for each segment and variable.",
    columns: [
      text("segment", "Identifier of the segment.", pick("segment")),
      integer("position", "Display order of the segment, from 1.", pick("kmeans_cluster")),
      text("variable", "Column of the customers table.", pick("variable")),
      double("mean", "Mean in the variable's unit.", pick("mean")),
      double("sd", "Standard deviation (n − 1).", pick("sd")),
      double("min", "Smallest value.", pick("min")),
      double("q25", "Lower quartile.", pick("q25")),
      double("median", "Median.", pick("median")),
      double("q75", "Upper quartile.", pick("q75")),
      double("max", "Largest value.", pick("max")),
      double(
        "centroid",
        "Mean of the standardised variable: standard deviations above the average customer. NULL for variables that do not enter the distances.",
        profiles.map(({centroid, variable}) =>
          definition.engineered.some(({name}) => name === variable) ? null : centroid,
        ),
      ),
      double("overall_mean", "Mean over all customers.", pick("overall")),
    ],
  };
}

function kmeansSweep({clusters, definition}: Findings): PublishedTable {
  const {sweep} = clusters;
  return {
    name: "kmeans_sweep",
    definition: "The search for the number of clusters: best k-means solution for each k.",
    columns: [
      integer(
        "k",
        "Number of clusters.",
        sweep.map(({k}) => k),
      ),
      double(
        "inertia",
        "Sum of squared distances of customers to their centroid, in standardised units.",
        sweep.map(({inertia}) => inertia),
      ),
      double(
        "silhouette",
        "Mean silhouette width; higher is better separated.",
        sweep.map(({silhouette}) => silhouette),
      ),
      double(
        "davies_bouldin",
        "Davies–Bouldin index; lower is better separated.",
        sweep.map(({daviesBouldin}) => daviesBouldin),
      ),
      double(
        "calinski_harabasz",
        "Calinski–Harabasz index; higher is better separated.",
        sweep.map(({calinskiHarabasz}) => calinskiHarabasz),
      ),
      integer(
        "restarts",
        "Random starts tried.",
        sweep.map(({restarts}) => restarts),
      ),
      integer(
        "restarts_at_best",
        "Starts that came within 1e-4 (relative) of the lowest inertia.",
        sweep.map(({restartsAtBest}) => restartsAtBest),
      ),
      integer(
        "iterations",
        "Rounds of the best start.",
        sweep.map(({iterations}) => iterations),
      ),
      truth(
        "chosen",
        "True for the k of the report.",
        sweep.map(({k}) => k === definition.k),
      ),
    ],
  };
}

function wardMerges({clusters}: Findings): PublishedTable {
  const {ward} = clusters;
  return {
    name: "ward_merges",
    definition:
      "Ward's tree, one merge a row in order of height. Numbers below n are rows (from 0), n + t is the cluster of merge t.",
    columns: [
      integer(
        "step",
        "Merge, from 0.",
        Array.from(ward.height, (_, t) => t),
      ),
      integer("left_cluster", "First of the two clusters that join.", ward.left),
      integer("right_cluster", "Second of the two clusters that join.", ward.right),
      double("height", "Ward distance at which they join, in standardised units.", ward.height),
      integer("size", "Customers in the joined cluster.", ward.size),
    ],
  };
}

function clusterAgreement(findings: Findings): PublishedTable {
  const {clusters, segmentOfCluster, definition} = findings;
  const kmeans = segmentPositions(findings).map((position) => position + 1);
  const ward = clusters.wardLabels.map((label) => segmentOfCluster[label] + 1);
  const numbers = definition.segments.map((_, i) => i + 1);
  const cells = numbers.flatMap((a) => numbers.map((b) => [a, b] as const));
  return {
    name: "cluster_agreement",
    definition: "Cross-table of k-means against Ward at the chosen k.",
    columns: [
      integer(
        "kmeans_cluster",
        "Cluster of k-means.",
        cells.map(([a]) => a),
      ),
      integer(
        "ward_cluster",
        "Cluster of Ward's tree.",
        cells.map(([, b]) => b),
      ),
      integer(
        "customers",
        "Customers in both.",
        cells.map(([a, b]) =>
          kmeans.reduce((count, cluster, row) => count + (cluster === a && ward[row] === b ? 1 : 0), 0),
        ),
      ),
    ],
  };
}

function parametersTable({definition, clusters, features}: Findings): PublishedTable {
  const rows: [string, number, string][] = [
    ["k", definition.k, "Chosen number of segments"],
    ["k_from", definition.search.from, "Smallest number of clusters tried"],
    ["k_to", definition.search.to, "Largest number of clusters tried"],
    ["restarts", definition.search.restarts, "Random starts of k-means for each k"],
    ["seed", definition.search.seed, "Seed of the first start"],
    ["references", definition.resampling.references, "Data sets without clusters for the gap statistic"],
    ["variables", features.names.length, "Variables that enter the distances"],
    [
      "adjusted_rand_kmeans_ward",
      clusters.agreement,
      "Adjusted Rand index of k-means against Ward at the chosen k: 1 is the same partition, 0 is chance",
    ],
    ["flag_threshold", FLAG_THRESHOLD, "Probability from which the saved model flags a customer"],
    ...Object.entries(definition.constants).map(([name, constant]): [string, number, string] => [
      name,
      constant.value,
      constant.definition,
    ]),
    ...features.names.flatMap((name, j): [string, number, string][] => [
      [`mean_${name}`, features.means[j], `Mean of ${name}, taken off in standardising`],
      [
        `scale_${name}`,
        features.scales[j],
        `Population standard deviation of ${name}, divided by in standardising`,
      ],
      [`imputed_${name}`, features.imputed[j], `Missing values of ${name} imputed by the median`],
    ]),
  ];
  return {
    name: "parameters",
    definition: "Choices and constants of the models.",
    columns: [
      text(
        "name",
        "Name of the parameter.",
        rows.map(([name]) => name),
      ),
      double(
        "value",
        "Its value.",
        rows.map(([, value]) => value),
      ),
      text(
        "definition",
        "What it means.",
        rows.map(([, , meaning]) => meaning),
      ),
    ],
  };
}

function qualityTable({quality}: CustomerTable): PublishedTable {
  return {
    name: "quality_rules",
    definition: "The contract of the input, rule by rule, as it was found.",
    columns: [
      text(
        "rule_id",
        "Identifier of the rule.",
        quality.map(({id}) => id),
      ),
      text(
        "rule",
        "The rule as a sentence.",
        quality.map(({rule}) => rule),
      ),
      text(
        "column_name",
        "Column concerned, or empty.",
        quality.map(({column}) => column),
      ),
      integer(
        "checked",
        "Rows or cells checked.",
        quality.map(({checked}) => checked),
      ),
      integer(
        "passed",
        "Of these, passed.",
        quality.map(({passed}) => passed),
      ),
      integer(
        "noted",
        "Of these, accepted with a note.",
        quality.map(({noted}) => noted),
      ),
      integer(
        "failed",
        "Of these, failed.",
        quality.map(({failed}) => failed),
      ),
      text(
        "detail",
        "What was noted, with lines.",
        quality.map(({detail}) => detail),
      ),
    ],
  };
}

function inputTable({input}: CustomerTable): PublishedTable {
  return {
    name: "input_file",
    definition: "The file that the report was built from.",
    columns: [
      text("name", "File name.", [input.name]),
      integer("bytes", "Size in bytes.", [input.bytes]),
      text("sha256", "SHA-256 of the file.", [input.sha256]),
      integer("row_count", "Customer rows read.", [input.rows]),
      truth("synthetic", "True for the embedded sample: no row is a real customer.", [input.synthetic]),
    ],
  };
}
