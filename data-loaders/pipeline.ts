import type {DatasetDefinition} from "./datasets/dataset.js";
import {compileKernels} from "./engine/kernels/compileKernels.js";
import {kernelKey} from "./engine/kernels/kernelKey.js";
import type {Progress} from "./engine/progress/progress.js";
import {cachePath} from "./engine/project/cachePath.js";
import {projectPath} from "./engine/project/projectPath.js";
import {openStages, type StageRecord, type StageResult, type Stages} from "./engine/stages/runStage.js";
import {type PublishedTable, withoutDefinitions} from "./engine/tables/publishedTable.js";
import {actionRule} from "./model/actions/actionRule.js";
import {type ClusterSearchResult, chooseClusters} from "./model/cluster/clusterCustomers.js";
import {positionsOfClusters} from "./model/cluster/nameSegments.js";
import {featureDefinition} from "./model/features/featureDefinition.js";
import type {Features} from "./model/features/prepareFeatures.js";
import {outcomeOf} from "./model/risk/outcome.js";
import {requireBothOutcomes} from "./model/risk/requireBothOutcomes.js";
import {riskRule} from "./model/risk/riskRule.js";
import {constantsIn} from "./model/risk/withConstants.js";
import {runAnalyses} from "./model/runAnalyses.js";
import {requireAgreement} from "./model/second-opinion/requireAgreement.js";
import * as model from "./model/stages.js";
import type {Disclosure} from "./publish/disclosure/publishableTables.js";
import {publish} from "./publish/stages.js";
import {customersTable} from "./publish/tables/customersTable.js";
import type {Findings} from "./publish/tables/findings.js";
import type {InputFile} from "./source/customers.js";
import {openInput} from "./source/openInput.js";
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
 * @throws InputError where the file cannot be used, DisagreementError where the second opinion finds other models
 */
export async function runPipeline(
  definition: DatasetDefinition,
  progress: Progress,
  env: NodeJS.ProcessEnv = process.env,
  cache = cachePath("stages"),
  secretAt = secretFile,
): Promise<Edition> {
  const {id, k, search, constants, contract} = definition;
  const {stages, input, origin, source, features} = await readFeatures(
    definition,
    progress,
    env,
    cache,
    secretAt,
  );
  const {customers, customerIds} = source.value;
  const label = definition.risk;
  const [found, risk] = await Promise.all([
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
  if (risk && label) requireBothOutcomes(risk.value, label, input.path);
  const clusters = chooseClusters(found.value, k);
  // the longest begins first
  const [opinion, preparations, segments, {analyses, records}] = await Promise.all([
    stages.runInThread(
      `${id} second opinion`,
      model.secondOpinion,
      id,
      features.value,
      clusters,
      risk?.value,
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
  const findings: Findings = {
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
  const publishedCustomers = customersTable(findings);
  const rules = definition.actions.map(actionRule);
  const targets = await stages.runInThread(
    `${id} actions`,
    model.actions,
    withoutDefinitions(publishedCustomers),
    rules,
    constantsIn(
      rules.map(({rule}) => rule),
      constants,
    ),
  );
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
    input: customers.input,
    pseudonyms: origin,
    stages: [
      ...[source, features, found, preparations, segments].map(({record}) => record),
      ...(risk ? [risk.record] : []),
      ...records,
      opinion.record,
      targets.record,
      published.record,
    ],
    key: published.key,
  };
}

/** The first stages: the file is read, and the variables of the distances are prepared. Parameters as for `runPipeline`. */
export async function readFeatures(
  definition: DatasetDefinition,
  progress: Progress,
  env: NodeJS.ProcessEnv = process.env,
  cache = projectPath(".cache/stages"),
  secretAt = secretFile,
) {
  const stages = openStages(cache, progress);
  const {id, contract} = definition;

  const input = await openInput(definition, {root: projectPath("."), env}, progress);
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
  return {stages, input, origin, source, features};
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
