import type {DatasetDefinition} from "./datasets/dataset.js";
import {compileKernels} from "./engine/kernels/compileKernels.js";
import {kernelKey} from "./engine/kernels/kernelKey.js";
import type {Progress} from "./engine/progress/progress.js";
import {cachePath} from "./engine/project/cachePath.js";
import {projectPath} from "./engine/project/projectPath.js";
import {openStages, type StageRecord, type StageResult, type Stages} from "./engine/stages/runStage.js";
import {type PublishedTable, withoutDefinitions} from "./engine/tables/publishedTable.js";
import {actionRule} from "./model/actions/actionRule.js";
import {
  type AllCustomers,
  groupAll,
  readAllCustomers,
  riskOfAll,
  SAMPLE_CUSTOMERS,
} from "./model/allCustomers.js";
import {type ClusterSearchResult, type Clusters, chooseClusters} from "./model/cluster/clusterCustomers.js";
import {ALL_PAIRS} from "./model/cluster/comparedRows.js";
import {positionsOfClusters} from "./model/cluster/nameSegments.js";
import {analysedCustomers} from "./model/features/analysedCustomers.js";
import {featureDefinition} from "./model/features/featureDefinition.js";
import type {Features} from "./model/features/prepareFeatures.js";
import {clustersOfSample} from "./model/population/clustersOfSample.js";
import {outcomeOf} from "./model/risk/outcome.js";
import {requireBothOutcomes} from "./model/risk/requireBothOutcomes.js";
import {riskRule} from "./model/risk/riskRule.js";
import {constantsIn} from "./model/risk/withConstants.js";
import {comparedFeatures} from "./model/robustness/comparePreparations.js";
import {runAnalyses} from "./model/runAnalyses.js";
import {requireAgreement} from "./model/second-opinion/requireAgreement.js";
import * as model from "./model/stages.js";
import {type CustomersDatabase, describeAll, targetsOfAll} from "./publish/describeAll.js";
import type {Disclosure} from "./publish/disclosure/publishableTables.js";
import {publish} from "./publish/stages.js";
import {customersTable} from "./publish/tables/customersTable.js";
import type {Findings} from "./publish/tables/findings.js";
import type {CustomerTable, InputFile} from "./source/customers.js";
import {InputError} from "./source/inputError.js";
import {type LocatedCustomers, locateCustomers} from "./source/locateCustomers.js";
import {readInput} from "./source/openInput.js";
import {EXACT_ROWS, openLargeInput, rowsAtMost} from "./source/population/largeInput.js";
import {
  PSEUDONYM_VARIABLE,
  type PseudonymSecret,
  pseudonymSecret,
  secretFile,
} from "./source/pseudonymSecret.js";
import {source as sourceStage} from "./source/stages.js";
import {unitNotes} from "./source/units.js";

/** The files that one data set gives to the site. */
export interface Edition {
  definition: DatasetDefinition;
  /** Published files by their path in the site's data folder. */
  files: ReadonlyMap<string, Uint8Array>;
  /** The tables that the report was computed on, with exact rows. */
  tables: readonly PublishedTable[];
  /** The database of these tables, which only the build reads; undefined where it is the published one. */
  exactDatabase?: Uint8Array;
  /** The database that its views read, where the tables are of a sample of the customers. */
  allCustomers?: CustomersDatabase;
  /** What the tables were made from. */
  findings: Findings;
  disclosure: Disclosure;
  input: InputFile;
  /** Where the secret behind the pseudonyms comes from. */
  pseudonyms: PseudonymSecret["origin"];
  stages: StageRecord[];
  /** Key of all published files. */
  key: string;
}

/**
 * Takes one data set from its input file to the files that readers query: source → features → cluster and risk →
 * preparation, segments, second opinion and analyses → actions → publish; what stands between two arrows runs at the same time. Each
 * stage is a function in the folder of its name; a stage whose input, code and parameters are as before is not run again.
 *
 * @param cache folder of the stages' results; default `.cache/stages`
 * @param secretAt file of the secret behind the pseudonyms of real customers
 * @param limit rows up to which every number is computed from every row here; beyond it, see `docs/explanation/scale.md`
 * @throws InputError where the file cannot be used, DisagreementError where the second opinion finds other models
 */
export async function runPipeline(
  definition: DatasetDefinition,
  progress: Progress,
  env: NodeJS.ProcessEnv = process.env,
  cache = cachePath("stages"),
  secretAt = secretFile,
  limit = EXACT_ROWS,
): Promise<Edition> {
  const {id, k, search, constants, contract} = definition;
  const read = await readFeatures(definition, progress, env, cache, secretAt, limit);
  const {stages, input, origin} = read;
  requireFewEnough(definition, read);
  const grouped =
    read.all === undefined ? undefined : await groupAll(stages, definition, read.all, read.features);
  const {source, features} = grouped ?? read;
  const {customers, customerIds} = source.value;
  const label = definition.risk;
  const [found, ofRows] = await Promise.all([
    searchGroups(stages, definition, features),
    label &&
      stages.runInThread(
        `${id} risk`,
        model.risk,
        features.value,
        outcomeOf(customers, definition),
        riskRule(label),
        constantsIn([label.expression], constants),
      ),
  ]);
  if (ofRows && label) requireBothOutcomes(ofRows.value, label, input.path);
  const risk =
    ofRows && label && grouped && read.all
      ? await riskOfAll(stages, definition, read.all, grouped.scales.value, features, ofRows)
      : ofRows;
  const clusters =
    grouped === undefined
      ? await chosenGroups(stages, definition, features, found.value)
      : clustersOfSample(found.value, grouped.groups.value, features.value.z);
  // the longest begins first
  const [opinion, preparations, segments, {analyses, records}] = await Promise.all([
    stages.runInThread(
      `${id} second opinion`,
      model.secondOpinion,
      id,
      features.value,
      // it is asked of k-means, whatever divides the customers
      isTree(definition) ? chooseClusters(found.value, k) : clusters,
      ofRows?.value,
      search.seed,
    ),
    stages.runInThread(
      `${id} preparation`,
      model.preparation,
      {numbers: customers.numbers},
      comparedFeatures(definition, features.value),
      clusters.sweep,
      clusters.compared,
      k,
      {seed: search.seed},
    ),
    stages.runInThread(
      `${id} segments`,
      model.segments,
      features.value.values,
      clusters.chosen.labels,
      features.value.names,
      {
        rules: definition.segments,
        declared: contract.columns.map(({name, label}) => ({name, label})),
      },
    ),
    runAnalyses(stages, definition, features.value, clusters),
  ]);
  requireAgreement(opinion.value);
  const ofSample: Findings = {
    definition,
    customers,
    customerIds,
    features: features.value,
    clusters,
    preparations: preparations.value,
    segments: segments.value,
    segmentOfCluster: positionsOfClusters(segments.value),
    risk: risk?.value,
    analyses,
    secondOpinion: opinion.value,
  };
  const all =
    grouped && read.all
      ? await describeAll(stages, read.all, grouped, ofSample, cachePath("population"))
      : undefined;
  const findings = all === undefined ? ofSample : {...ofSample, population: all.population};
  const publishedCustomers = customersTable(findings);
  const rules = definition.actions.map(actionRule);
  const named = constantsIn(
    rules.map(({rule}) => rule),
    constants,
  );
  const sampled = await stages.runInThread(
    `${id} actions`,
    model.actions,
    withoutDefinitions(publishedCustomers),
    rules,
    named,
  );
  const targets =
    all === undefined ? sampled : await targetsOfAll(stages, id, all, rules, named, sampled.value);
  const published = await stages.runInThread(
    `${id} publish`,
    publish,
    findings,
    publishedCustomers,
    targets.value,
  );
  return {
    definition,
    ...published.value,
    ...(all === undefined ? {} : {allCustomers: all.database}),
    findings,
    input: customers.input,
    pseudonyms: origin,
    stages: [
      ...[source, features, ...(grouped ? [grouped.groups] : []), found, preparations, segments].map(
        ({record}) => record,
      ),
      ...(risk ? [risk.record] : []),
      ...(all ? [all.record] : []),
      ...records,
      opinion.record,
      targets.record,
      published.record,
    ],
    key: published.key,
  };
}

/** What the first stages give. */
export interface ReadFeatures {
  stages: Stages;
  /** The file, or the table; `path` is what messages call it. */
  input: {path: string; sha256: string};
  /** Where the secret behind the pseudonyms comes from. */
  origin: PseudonymSecret["origin"];
  source: StageResult<{customers: CustomerTable; customerIds: string[]}>;
  features: StageResult<Features>;
  /** All customers, where the source and the features are those of a sample. */
  all: AllCustomers | undefined;
}

/** The first stages: the file is read, and the variables of the distances are prepared. Parameters as for `runPipeline`. */
export async function readFeatures(
  definition: DatasetDefinition,
  progress: Progress,
  env: NodeJS.ProcessEnv = process.env,
  cache = projectPath(".cache/stages"),
  secretAt = secretFile,
  limit = EXACT_ROWS,
): Promise<ReadFeatures> {
  const stages = openStages(cache, progress);
  const {id, contract} = definition;
  const root = projectPath(".");
  const located = await locateCustomers(definition, {root, env}, progress, limit);
  const many =
    (await rowsAtMost(located.file)) > limit
      ? await readMany(stages, definition, located, progress, env, secretAt, limit)
      : undefined;
  if (many !== undefined) return many;

  const input = await readInput(definition, located, root);
  const {secret, origin, note} = pseudonymSecret(env[PSEUDONYM_VARIABLE], input.synthetic, secretAt);
  if (note !== undefined) progress.note(note);

  // the kernels are compiled while the file is checked
  const [source] = await Promise.all([
    stages.run(
      `${id} source`,
      sourceStage.module,
      [input.sha256, input.name, String(input.synthetic), JSON.stringify({id, contract}), secret],
      async () => (await sourceStage.load())(input, {id, contract}, secret),
    ),
    compileKernels(),
  ]);
  const {customers: all} = source.value;
  for (const line of unitNotes(input.name, all.quality)) progress.note(line);
  const analysed = analysedCustomers(source.value, definition, located.path);
  const {customers} = analysed;
  if (customers.rows < all.rows)
    progress.note(
      `${id}: ${(all.rows - customers.rows).toLocaleString("en-US")} of ${all.rows.toLocaleString("en-US")} customers are left out, as the definition says`,
    );
  const features = await stages.runInThread(
    `${id} features`,
    model.features,
    {numbers: customers.numbers, text: customers.text},
    featureDefinition(definition),
  );
  return {stages, input, origin, source: {...source, value: analysed}, features, all: undefined};
}

/** Divides the customers for every number of groups that the definition names. */
export async function searchGroups(
  stages: Stages,
  {id, search}: Pick<DatasetDefinition, "id" | "search">,
  features: StageResult<Features>,
): Promise<StageResult<ClusterSearchResult>> {
  const kernels = await kernelKey();
  return stages.run(
    `${id} cluster`,
    model.cluster.module,
    [features.key, JSON.stringify(search), kernels],
    async (advance) => (await model.cluster.load())(features.value.z, search, advance),
  );
}

/** The groups of the definition's method. */
async function chosenGroups(
  stages: Stages,
  {id, k, method = "kmeans", search}: DatasetDefinition,
  {value: {z}}: StageResult<Features>,
  found: ClusterSearchResult,
): Promise<Clusters> {
  if (method === "kmeans") return chooseClusters(found, k);
  const {value} = await stages.runInThread(`${id} tree`, model.tree, z, found.ward, method, k, search);
  return {...chooseClusters({...found, sweep: [value.row], fits: [value.fit]}, k), sweep: found.sweep};
}

function isTree({method = "kmeans"}: DatasetDefinition): boolean {
  return method !== "kmeans";
}

/** @throws InputError where the definition asks for what is only carried out on customers who are all compared in pairs */
function requireFewEnough(definition: DatasetDefinition, {source, all, input}: ReadFeatures): void {
  const asked = [
    ...(isTree(definition) ? ["method"] : []),
    ...(definition.treatment === undefined ? [] : ["treatment"]),
    ...(definition.leaveOut === undefined || all === undefined ? [] : ["leaveOut"]),
  ];
  if (asked.length === 0 || (all === undefined && source.value.customers.rows <= ALL_PAIRS)) return;
  throw new InputError(
    input.path,
    asked.map((setting) => ({
      line: null,
      column: null,
      found: `more customers than \`${setting}\` of dataset.yaml is carried out on`,
      expected: `at most ${ALL_PAIRS.toLocaleString("en-US")}`,
      remedy: `Remove \`${setting}\` from the definition, or give fewer customers.`,
    })),
  );
}

/**
 * The first stages for more customers than the limit: the file becomes a table, and a sample of it gives the features. Undefined
 * where there are no more after all.
 */
async function readMany(
  stages: Stages,
  definition: DatasetDefinition,
  {file, name, path}: LocatedCustomers,
  progress: Progress,
  env: NodeJS.ProcessEnv,
  secretAt: string,
  limit: number,
): Promise<ReadFeatures | undefined> {
  const {id} = definition;
  const opening = progress.begin(`${id} file`);
  const input = {...(await openLargeInput(file, opening.advance)), name, shown: path};
  opening.finish(`${(input.bytes / 1e6).toFixed(0)} MB`);
  const {secret, origin, note} = pseudonymSecret(env[PSEUDONYM_VARIABLE], false, secretAt);
  if (note !== undefined) progress.note(note);
  const read = await readAllCustomers(stages, definition, input, secret, cachePath("population"), limit);
  if (read === undefined) return undefined;
  const {rows, quality} = read.all.checked.value;
  progress.note(
    `${id}: ${rows.toLocaleString("en-US")} customers. What reads all of them is computed over all; what compares customers with each other is computed on a sample of ${SAMPLE_CUSTOMERS.toLocaleString("en-US")}, and says so.`,
  );
  for (const line of unitNotes(input.name, quality)) progress.note(line);
  return {stages, input: {path, sha256: input.sha256}, origin, ...read};
}
