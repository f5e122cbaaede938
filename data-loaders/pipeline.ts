import {existsSync} from "node:fs";
import type {Contract, DatasetDefinition} from "./datasets/dataset.js";
import {contentKey} from "./engine/content/contentKey.js";
import {valueKey} from "./engine/content/valueKey.js";
import {compileKernels} from "./engine/kernels/compileKernels.js";
import {kernelKey} from "./engine/kernels/kernelKey.js";
import {identifier} from "./engine/population/dialect.js";
import {openDuckdb} from "./engine/population/duckdbEngine.js";
import {assignedFrom, type PopulationGroups} from "./engine/population/passes/lloyd.js";
import {type Population, RUN} from "./engine/population/population.js";
import type {Progress} from "./engine/progress/progress.js";
import {cachePath} from "./engine/project/cachePath.js";
import {projectPath} from "./engine/project/projectPath.js";
import {openStages, type StageRecord, type StageResult, type Stages} from "./engine/stages/runStage.js";
import {type PublishedTable, withoutDefinitions} from "./engine/tables/publishedTable.js";
import type {ActionRule} from "./model/actions/actionRule.js";
import {actionRule} from "./model/actions/actionRule.js";
import type {Targets} from "./model/actions/findTargets.js";
import {type ClusterSearchResult, chooseClusters} from "./model/cluster/clusterCustomers.js";
import {positionsOfClusters} from "./model/cluster/nameSegments.js";
import {featureDefinition} from "./model/features/featureDefinition.js";
import type {Features} from "./model/features/prepareFeatures.js";
import {clustersOfSample} from "./model/population/clustersOfSample.js";
import type {PopulationScales} from "./model/population/scaleVariables.js";
import type {Risk} from "./model/risk/modelRisk.js";
import {outcomeOf} from "./model/risk/outcome.js";
import {requireBothOutcomes} from "./model/risk/requireBothOutcomes.js";
import {riskRule} from "./model/risk/riskRule.js";
import {type ConstantValues, constantsIn, withConstants} from "./model/risk/withConstants.js";
import {runAnalyses} from "./model/runAnalyses.js";
import {requireAgreement} from "./model/second-opinion/requireAgreement.js";
import * as model from "./model/stages.js";
import type {Disclosure} from "./publish/disclosure/publishableTables.js";
import {customersSql} from "./publish/population/customersSql.js";
import {databaseOfAll, IMPORTED} from "./publish/population/writeCustomers.js";
import {publish, wholeValues as wholeStage, writeCustomers as writeStage} from "./publish/stages.js";
import {customersTable} from "./publish/tables/customersTable.js";
import type {Findings} from "./publish/tables/findings.js";
import type {PopulationFindings} from "./publish/tables/populationFindings.js";
import type {CustomerTable, InputFile} from "./source/customers.js";
import {type LocatedCustomers, locateCustomers} from "./source/locateCustomers.js";
import {readInput} from "./source/openInput.js";
import {ROW, TABLE} from "./source/population/importCustomers.js";
import {EXACT_ROWS, type LargeInputFile, openLargeInput, rowsAtMost} from "./source/population/largeInput.js";
import {type CheckedFile, importedPath, openPopulation} from "./source/population/readPopulation.js";
import type {CustomerSample, sampleCustomers} from "./source/population/sampleCustomers.js";
import {
  PSEUDONYM_VARIABLE,
  type PseudonymSecret,
  pseudonymSecret,
  secretFile,
} from "./source/pseudonymSecret.js";
import {
  readPopulation as readPopulationStage,
  sample as sampleStage,
  source as sourceStage,
} from "./source/stages.js";
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
  allCustomers?: {schema: string; path: string; key: string; rows: number};
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
      ? chooseClusters(found.value, k)
      : clustersOfSample(found.value, grouped.groups.value, features.value.z);
  // the longest begins first
  const [opinion, preparations, segments, {analyses, records}] = await Promise.all([
    stages.runInThread(
      `${id} second opinion`,
      model.secondOpinion,
      id,
      features.value,
      clusters,
      ofRows?.value,
      search.seed,
    ),
    stages.runInThread(
      `${id} preparation`,
      model.preparation,
      {numbers: customers.numbers},
      {names: features.value.names, values: features.value.values, logs: features.value.logs},
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
  const all = grouped && read.all ? await describeAll(stages, read.all, grouped, ofSample) : undefined;
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

/** All customers of a large file, where they are kept. */
interface AllCustomers {
  input: LargeInputFile;
  /** Path of the table of all customers. */
  path: string;
  definition: DatasetDefinition;
  secret: string;
  checked: StageResult<CheckedFile>;
  scales: StageResult<PopulationScales>;
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
  const {customers} = source.value;
  for (const line of unitNotes(input.name, customers.quality)) progress.note(line);
  const features = await stages.runInThread(
    `${id} features`,
    model.features,
    {numbers: customers.numbers, text: customers.text},
    featureDefinition(definition),
  );
  return {stages, input, origin, source, features, all: undefined};
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

/** Customers of the sample that stands for all where a stage cannot read everybody: a share among them is right to 0.9 points. */
export const SAMPLE_CUSTOMERS = 12_000;
/** Customers of each segment that the sample has at least, or all of it. */
const FEWEST_OF_SEGMENT = 200;

/**
 * The first stages for more customers than the limit: the file becomes a table, and a sample of it gives the features. Undefined
 * where there are no more after all, as cells hold line breaks.
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
  const {id, contract, search} = definition;
  const opening = progress.begin(`${id} file`);
  const input = {...(await openLargeInput(file, opening.advance)), name, shown: path};
  opening.finish(`${(input.bytes / 1e6).toFixed(0)} MB`);
  const {secret, origin, note} = pseudonymSecret(env[PSEUDONYM_VARIABLE], false, secretAt);
  if (note !== undefined) progress.note(note);
  const table = importedPath(cachePath("population"), input, definition);
  const checked = await stages.run(
    `${id} source`,
    readPopulationStage.module,
    [input.sha256, input.name, JSON.stringify({id, contract})],
    async (advance) => (await readPopulationStage.load())(input, {contract}, table, advance),
  );
  if (checked.value.rows <= limit) return undefined;
  progress.note(
    `${id}: ${checked.value.rows.toLocaleString("en-US")} customers. What reads all of them is computed over all; what compares customers with each other is computed on a sample of ${SAMPLE_CUSTOMERS.toLocaleString("en-US")}, and says so.`,
  );
  for (const line of unitNotes(input.name, checked.value.quality)) progress.note(line);
  const scales = await stages.run(`${id} scales`, model.scales.module, [checked.key, table], async () =>
    withPopulation({input, definition, path: table}, async (population) =>
      (await model.scales.load())(population, checked.value, definition),
    ),
  );
  const all: AllCustomers = {input, path: table, definition, secret, checked, scales};
  const source = await sampleOf(stages, `${id} first sample`, all, {
    size: SAMPLE_CUSTOMERS,
    seed: search.seed,
  });
  const features = await featuresOfSample(stages, `${id} first features`, all, source);
  return {stages, input: {path, sha256: input.sha256}, origin, source, features, all};
}

/** Runs work on the table of all customers. */
async function withPopulation<T>(
  {input, definition, path}: Pick<AllCustomers, "input" | "definition" | "path">,
  work: (population: Population) => Promise<T>,
): Promise<T> {
  const population = await openPopulation(input, definition, path);
  try {
    return await work(population);
  } finally {
    await population.engine.close();
  }
}

type Draw = Parameters<typeof sampleCustomers>[5];

function sampleOf(
  stages: Stages,
  name: string,
  all: AllCustomers,
  draw: Draw,
): Promise<StageResult<CustomerSample>> {
  const {definition, checked, secret} = all;
  return stages.run(name, sampleStage.module, [checked.key, secret, JSON.stringify(draw)], async () =>
    withPopulation(all, async (population) =>
      (await sampleStage.load())(population, definition, checked.value, secret, ROW, draw),
    ),
  );
}

function featuresOfSample(
  stages: Stages,
  name: string,
  {definition, scales}: AllCustomers,
  {value: {customers}}: StageResult<CustomerSample>,
): Promise<StageResult<Features>> {
  return stages.runInThread(
    name,
    model.sampleFeatures,
    {numbers: customers.numbers, text: customers.text},
    featureDefinition(definition),
    scales.value.known,
  );
}

interface Grouped {
  source: StageResult<CustomerSample>;
  features: StageResult<Features>;
  groups: StageResult<PopulationGroups>;
  scales: StageResult<PopulationScales>;
}

/** Divides all customers, then draws the sample in proportion to the groups. */
async function groupAll(
  stages: Stages,
  definition: DatasetDefinition,
  all: AllCustomers,
  first: StageResult<Features>,
): Promise<Grouped> {
  const {id, k, search, contract} = definition;
  const {scales, checked} = all;
  const {variables} = scales.value;
  const kernels = await kernelKey();
  const {restarts, seed} = search;
  const groups = await stages.run(
    `${id} groups`,
    model.groups.module,
    [first.key, scales.key, checked.key, JSON.stringify({k, restarts, seed}), kernels],
    async (advance) =>
      withPopulation(all, async (population) =>
        (await model.groups.load())(population, variables, first.value.z, k, {restarts, seed}, advance),
      ),
  );
  const raw = [ROW, ...rawColumns(contract, checked.value)].map(identifier);
  const source = await sampleOf(stages, `${id} sample`, all, {
    size: SAMPLE_CUSTOMERS,
    seed: search.seed,
    stratum: "_part",
    fewest: FEWEST_OF_SEGMENT,
    from: assignedFrom({from: TABLE}, variables, groups.value.centroids, raw),
  });
  return {source, groups, scales, features: await featuresOfSample(stages, `${id} features`, all, source)};
}

/** Columns of the contract that the table of all customers has. */
function rawColumns({columns}: Contract, {input}: CheckedFile): string[] {
  return columns
    .filter(({role}) => role !== "extra" && (role !== "key" || input.hasKeys))
    .map(({name}) => name);
}

/** The risk models over all customers; the sample gives the terms and the cross-validation. */
async function riskOfAll(
  stages: Stages,
  definition: DatasetDefinition,
  all: AllCustomers,
  {variables}: PopulationScales,
  features: StageResult<Features>,
  sample: StageResult<Risk>,
): Promise<StageResult<Risk>> {
  const {id, risk, constants} = definition;
  const expression = risk && withConstants(risk.expression, constantsIn([risk.expression], constants));
  const {describing} = features.value;
  return stages.run(
    `${id} risk of all`,
    model.riskOfAll.module,
    [sample.key, features.key, all.checked.key, all.scales.key, String(expression)],
    async (advance) =>
      withPopulation(all, async (population) =>
        (await model.riskOfAll.load())(
          population,
          sample.value,
          {expression, variables, describing},
          advance,
        ),
      ),
  );
}

interface Described {
  population: PopulationFindings;
  database: NonNullable<Edition["allCustomers"]>;
  record: StageRecord;
}

/** Writes the published columns of all customers, and looks at all of them for the tables that stand whole. */
async function describeAll(
  stages: Stages,
  all: AllCustomers,
  {source, groups}: Grouped,
  findings: Findings,
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
  const path = cachePath("population", `${id}-all-${key.slice(0, 32)}.duckdb`);
  const write = async () => (await writeStage.load())(all.path, sql, sample, path);
  const whole = await stages.run(`${id} all customers`, wholeStage.module, [key], async (advance) => {
    if (!existsSync(path)) await write();
    const engine = await openDuckdb(path, {readOnly: true});
    try {
      return await (await wholeStage.load())(
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
    database: {schema: databaseOfAll(schema), path, key, rows},
    record: whole.record,
  };
}

/** What each action comes to over all customers. */
function targetsOfAll(
  stages: Stages,
  id: string,
  {database: {path, key}}: Described,
  rules: readonly ActionRule[],
  constants: ConstantValues,
  sampled: readonly Targets[],
): Promise<StageResult<Targets[]>> {
  return stages.run(
    `${id} actions of all`,
    model.actionsOfAll.module,
    [key, JSON.stringify({rules, constants}), valueKey(sampled)],
    async () => {
      // one thread: units are sums that no pass takes by run
      const engine = await openDuckdb(path, {readOnly: true, threads: 1});
      try {
        const all = {engine, from: TABLE, identity: "CAST(row_number AS VARCHAR)"};
        return await (await model.actionsOfAll.load())(all, rules, constants, sampled);
      } finally {
        await engine.close();
      }
    },
  );
}
