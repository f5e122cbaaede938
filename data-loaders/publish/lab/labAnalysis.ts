import type {Kernels} from "../../../src/lib/kernels/loadKernels.js";
import type {LabChapter} from "../../../src/lib/lab/labChapter.js";
import {type LabSettings, mostGroups} from "../../../src/lib/lab/labSettings.js";
import type {Kmeans} from "../../../src/lib/statistics/clustering/kmeans.js";
import {principalComponents} from "../../../src/lib/statistics/description/principalComponents.js";
import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import {linkage} from "../../../src/lib/statistics/trees/linkage.js";
import type {MergeTree} from "../../../src/lib/statistics/trees/mergeTree.js";
import type {DatasetDefinition} from "../../datasets/dataset.js";
import type {PublishedTable} from "../../engine/tables/publishedTable.js";
import {actionRule} from "../../model/actions/actionRule.js";
import {type ReadRows, targetsOf} from "../../model/actions/targetsOf.js";
import {
  type ClusterSearchResult,
  type Clusters,
  chooseClusters,
  sweepRow,
} from "../../model/cluster/clusterCustomers.js";
import {type NamedSegment, nameSegments, positionsOfClusters} from "../../model/cluster/nameSegments.js";
import {fitOfTree} from "../../model/cluster/treeGroups.js";
import {featureDefinition} from "../../model/features/featureDefinition.js";
import {type Features, prepareFeatures} from "../../model/features/prepareFeatures.js";
import {fitRiskModels, type Risk} from "../../model/risk/fitRiskModels.js";
import {labelQuery, labelTable} from "../../model/risk/labelTable.js";
import {riskRule} from "../../model/risk/riskRule.js";
import {constantsIn, withConstants} from "../../model/risk/withConstants.js";
import {comparedFeatures, type PreparationFit} from "../../model/robustness/comparePreparations.js";
import {describeSegments} from "../../model/robustness/describeSegments.js";
import {describeVariables} from "../../model/robustness/describeVariables.js";
import {testDifferences} from "../../model/robustness/testDifferences.js";
import type {Analyses} from "../../model/runAnalyses.js";
import {actionTables} from "../tables/actionTables.js";
import {grouplessTables, segmentTests, variableTables} from "../tables/analysisTables.js";
import {clusteringTables} from "../tables/clusteringTables.js";
import {componentTables} from "../tables/componentTables.js";
import {customersSample} from "../tables/customersSample.js";
import {customersTable} from "../tables/customersTable.js";
import {describingTables} from "../tables/describingTables.js";
import {distributions} from "../tables/distributions.js";
import {kTables} from "../tables/kTables.js";
import {parametersTable} from "../tables/parametersTable.js";
import {preparationTables} from "../tables/preparationTables.js";
import {riskTables} from "../tables/riskTables.js";
import {segmentTables} from "../tables/segmentTables.js";
import {variablesTable} from "../tables/variablesTable.js";
import {wardTables} from "../tables/wardTables.js";
import {kernelEngine} from "./kernelEngine.js";
import {type LabCustomers, takeLabCustomers} from "./labCustomers.js";
import {labDefinition} from "./labDefinition.js";
import {type LabPart, labKeys} from "./labParts.js";
import {labRows} from "./labRows.js";
import {type LabTasks, labTasks} from "./labTasks.js";
import {Recent} from "./recent.js";

/** The chapter as it is published. */
export interface LabSource {
  definition: DatasetDefinition;
  chapter: LabChapter;
  customers: LabCustomers;
  /** The chapter's categories of the published rows, by name. */
  categories: Readonly<Record<string, readonly string[]>>;
}

/** What the stages found in the last analyses. */
export interface LabMemory {
  rows: Recent<{rows: Int32Array; customers: LabCustomers}>;
  features: Recent<Features>;
  fit: Recent<Kmeans>;
  silhouette: Recent<Float64Array>;
  risk: Recent<Risk>;
  ward: Recent<MergeTree>;
  analyses: Recent<Pick<Analyses, "description" | "differences" | "describing" | "components">>;
  search: Recent<ClusterSearchResult>;
  resamples: Recent<Pick<Analyses, "linkages" | "gap" | "stability" | "groupless">>;
  preparations: Recent<PreparationFit[]>;
}

export function openLabMemory(): LabMemory {
  return {
    rows: new Recent(),
    features: new Recent(),
    fit: new Recent(),
    silhouette: new Recent(),
    risk: new Recent(),
    ward: new Recent(),
    analyses: new Recent(),
    search: new Recent(),
    resamples: new Recent(),
    preparations: new Recent(),
  };
}

/** What an analysis runs with. */
export interface LabServices {
  kernels: Kernels;
  memory: LabMemory;
  /** Reads from the lab's database, in which the tables stand that were given before. */
  read: ReadRows;
  /** Puts a table into the database that is no part of the chapter, and gives its name in SQL. */
  scratch(table: PublishedTable): Promise<string>;
  /** Lets others have a turn; throws where a newer change has come. */
  pause(): Promise<void>;
  /** The parts whose tables are asked for: only these are begun before their turn. */
  wanted: ReadonlySet<LabPart>;
  /** Another thread that does what takes long meanwhile; without it, this one does it when its turn has come. */
  tasks?: LabTasks;
}

/** The groups of an analysis. */
export interface FoundGroups {
  /** The customers who are in, as rows of the published table. */
  rows: Int32Array;
  features: Features;
  labels: Int32Array;
  segments: NamedSegment[];
  segmentOfCluster: Int32Array;
  silhouette: number;
}

/** What an analysis gives, one after another. */
export type LabStep =
  | {kind: "groups"; groups: FoundGroups}
  | {kind: "model"; risk: Risk | undefined}
  | {kind: "tables"; part: LabPart; tables: PublishedTable[]}
  /** What comes next takes longer than all before. */
  | {kind: "ahead"; of: "search" | "resamples"};

/** Of more customers the resamples and preparations take as long as all else together. */
const quickRows = 1_000;

/**
 * Runs the stages of the build on the published rows of a chapter, one after another in this thread, and gives their tables as
 * soon as they are there. A stage whose settings are as in an analysis before is not run again.
 *
 * What is not here is left out: see `tablesOfPart`.
 *
 * @throws RangeError that says to a reader why the settings cannot be analysed
 */
export async function* labAnalysis(
  {definition: published, chapter, customers: all, categories}: LabSource,
  settings: LabSettings,
  services: LabServices,
): AsyncGenerator<LabStep> {
  const {kernels, memory, read, pause} = services;
  const keys = labKeys(settings);
  const definition = labDefinition(published, chapter, settings);
  const {search, k} = definition;
  const engine = kernelEngine(kernels, pause);

  const {rows, customers} = await memory.rows.keep(keys.values, () => {
    const fewest = Math.max(definition.contract.minimumRows, mostGroups + 1);
    const kept = labRows(all, categories, settings, fewest);
    return {rows: kept, customers: takeLabCustomers(all, kept)};
  });
  const {table} = customers;
  const features = await memory.features.keep(keys.variables, () =>
    prepareFeatures(table, featureDefinition(definition)),
  );
  if (features.names.length === 0)
    throw new RangeError("no variable differs between the customers who are left; leave out fewer");
  await pause();

  // a search among these numbers of groups depends on none of them
  const searchKey = JSON.stringify([keys.variables, search]);
  const searched = settings.method === "kmeans" ? memory.search.find(searchKey) : undefined;
  const fit = await memory.fit.keep(
    keys.groups,
    async () =>
      searched?.fits.find(({sizes}) => sizes.length === k) ??
      (await fitGroups(features.z, definition, services)),
  );
  const {labels} = fit;
  const widths = await memory.silhouette.keep(
    keys.groups,
    // a single group has no silhouette
    async () =>
      searched?.sweep.find((row) => row.k === k)?.silhouettes ??
      (k === 1
        ? new Float64Array(labels.length).fill(Number.NaN)
        : (await engine.silhouetteSamples(features.z, [labels]))[0]),
  );
  const segments = nameSegments(features.values, labels, features.names, {
    rules: definition.segments,
    declared: definition.contract.columns.map(({name, label}) => ({name, label})),
  });
  const segmentOfCluster = positionsOfClusters(segments);
  const silhouette = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  const tasks = services.tasks ?? labTasks(kernels, pause);
  // another thread begins at once with what comes last
  const early = <Result>(part: LabPart, task: () => Promise<Result>): (() => Promise<Result>) => {
    if (services.tasks === undefined || !services.wanted.has(part)) return task;
    const begun = task();
    // whoever waits for it is told
    begun.catch(() => {});
    return () => begun;
  };
  const growWard = early("groups", () => memory.ward.keep(keys.variables, () => tasks.ward(features.z)));
  const searchAll = early("search", async () => {
    const ward = await growWard();
    return memory.search.keep(searchKey, () =>
      tasks.search(features.z, search, ward, settings.method === "kmeans" ? fit : undefined),
    );
  });
  const isQuick = rows.length <= quickRows;
  const {resampling} = definition;
  const resampled = {restarts: resampling.restarts, seed: search.seed};
  const resample = async () => {
    const ward = await growWard();
    return memory.resamples.keep(keys.resamples, async () => ({
      linkages: await tasks.linkages(features.z, labels, k, ward, resampling.linkages),
      gap: await tasks.gap(features.z, {
        ...resampled,
        kMax: Math.min(search.to, k + 3),
        references: resampling.references,
      }),
      stability: await tasks.stability(features.z, labels, {...resampled, replicates: resampling.replicates}),
      groupless: await tasks.groupless(features.z, search, resampling.groupless),
    }));
  };
  const drawResamples = isQuick ? early("resamples", resample) : resample;
  yield {kind: "groups", groups: {rows, features, labels, segments, segmentOfCluster, silhouette}};

  const label = definition.risk;
  const risk =
    label &&
    (await memory.risk.keep(keys.risk, async () => {
      await pause();
      const isPublishedLabel = settings.rule === undefined && label.evidence === "observed";
      const given = isPublishedLabel
        ? customers.label
        : await evaluateLabel(services, features, label.expression, definition);
      return fitRiskModels(features, given, riskRule(label), kernels.logisticLikelihood);
    }));
  yield {kind: "model", risk};
  if (risk) yield {kind: "tables", part: "risk", tables: riskTables(risk)};

  const ward = await growWard();
  const sweep = k === 1 ? [] : [sweepRow(features.z, fit, widths, k, search)];
  const compared = Int32Array.from({length: rows.length}, (_, at) => at);
  const clusters: Clusters = chooseClusters({sweep, fits: [fit], compared, ward}, k);
  const {description, differences, describing, components} = await memory.analyses.keep(
    keys.groups,
    async () => {
      await pause();
      return {
        description: describeVariables(features),
        differences: testDifferences(features, labels),
        describing: describeSegments(features.describing, labels),
        components: principalComponents(features.z),
      };
    },
  );
  const findings = {
    definition,
    customers: table,
    customerIds: customers.ids,
    features,
    clusters,
    segments,
    segmentOfCluster,
    risk,
  };
  const customerTable = customersTable(findings);
  yield {
    kind: "tables",
    part: "customers",
    tables: [
      customerTable,
      customersSample(findings, customerTable),
      ...segmentTables(findings, customerTable),
      ...describingTables({...findings, analyses: {describing}}).filter(({name}) => !unmade.includes(name)),
    ],
  };
  await pause();
  if (definition.actions.length > 0) {
    const targets = await targetsOf(
      read,
      `${definition.schema}.customers`,
      customerTable.columns.map(({name}) => name),
      definition.actions.map(actionRule),
      constantsIn(
        definition.actions.map(({rule}) => rule),
        definition.constants,
      ),
    );
    const targeted = targets.map((found, i) => ({...found, action: definition.actions[i]}));
    const {period, dayCost} = definition;
    yield {
      kind: "tables",
      part: "actions",
      tables: actionTables(targeted, {customers: rows.length, period, dayCost}),
    };
  }
  yield {
    kind: "tables",
    part: "values",
    tables: variableTables({...findings, analyses: {description}}),
  };
  yield {
    kind: "tables",
    part: "variables",
    tables: [variablesTable(findings), ...componentTables({features, analyses: {components}})],
  };
  yield {
    kind: "tables",
    part: "groups",
    tables: [
      distributions(findings),
      segmentTests({analyses: {differences}}),
      ...wardTables({clusters, segments, segmentOfCluster}),
    ],
  };
  yield {kind: "tables", part: "parameters", tables: [parametersTable(findings)]};

  yield {kind: "ahead", of: "search"};
  const found = await searchAll();
  const tables = kTables({...findings, clusters: {...clusters, sweep: found.sweep}});
  yield {kind: "tables", part: "search", tables};

  if (!isQuick) yield {kind: "ahead", of: "resamples"};
  const analyses = await drawResamples();
  yield {
    kind: "tables",
    part: "resamples",
    tables: [...clusteringTables({...findings, analyses}), ...grouplessTables({analyses})],
  };
  const preparations = await memory.preparations.keep(keys.preparations, () =>
    tasks.preparations(
      {numbers: table.numbers},
      comparedFeatures(definition, features),
      found.sweep,
      compared,
      k,
      search,
    ),
  );
  yield {kind: "tables", part: "preparations", tables: preparationTables({...findings, preparations})};
}

/** Tables that need the numbers behind published levels. */
const unmade = ["describing_tests", "segment_numbers"];

/** The groups of the definition's method. */
async function fitGroups(
  z: Matrix,
  {method = "kmeans", k, search}: DatasetDefinition,
  {kernels, pause}: LabServices,
): Promise<Kmeans> {
  const engine = kernelEngine(kernels, pause);
  switch (method) {
    case "kmeans":
      return (await engine.kmeansSweep(z, [k], search))[0];
    case "ward":
      return fitOfTree(z, await engine.ward(z), k);
    default:
      return fitOfTree(z, linkage(z, method, kernels.wardMerges), k);
  }
}

async function evaluateLabel(
  {read, scratch}: LabServices,
  features: Features,
  expression: string,
  {constants}: DatasetDefinition,
): Promise<Int8Array> {
  const rule = withConstants(expression, constantsIn([expression], constants));
  const answer = await read(labelQuery(rule, await scratch(labelTable(features, {}))));
  return Int8Array.from(answer, ([value]) => Number(value));
}
