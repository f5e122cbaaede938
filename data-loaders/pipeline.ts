import {readFile} from "node:fs/promises";
import {basename} from "node:path";
import type {DatasetDefinition} from "./datasets/dataset.js";
import {sha256} from "./engine/content/sha256.js";
import {compileKernels} from "./engine/kernels/compileKernels.js";
import {kernelKey} from "./engine/kernels/kernelKey.js";
import type {Progress} from "./engine/progress/progress.js";
import {projectPath} from "./engine/project/projectPath.js";
import {openStages, type StageRecord} from "./engine/stages/runStage.js";
import {chooseClusters} from "./model/cluster/clusterCustomers.js";
import {type nameSegments, positionsOfClusters} from "./model/cluster/nameSegments.js";
import type {prepareFeatures} from "./model/features/prepareFeatures.js";
import type {modelRisk} from "./model/risk/modelRisk.js";
import {outcomeOf} from "./model/risk/outcome.js";
import {requireBothOutcomes} from "./model/risk/requireBothOutcomes.js";
import type {comparePreparations} from "./model/robustness/comparePreparations.js";
import {runAnalyses} from "./model/robustness/runAnalyses.js";
import type {askSecondOpinion} from "./model/second-opinion/askSecondOpinion.js";
import {requireAgreement} from "./model/second-opinion/requireAgreement.js";
import type {publishFindings} from "./publish/publishFindings.js";
import {locateInput} from "./source/locateInput.js";
import {
  PSEUDONYM_VARIABLE,
  type PseudonymSecret,
  pseudonymSecret,
  secretFile,
} from "./source/pseudonymSecret.js";

/** The files that one data set gives to the site. */
export interface Edition {
  definition: DatasetDefinition;
  /** Published files by their path in the site's data folder. */
  files: ReadonlyMap<string, Uint8Array>;
  input: {name: string; bytes: number; sha256: string; rows: number; synthetic: boolean};
  /** Where the secret behind the pseudonyms comes from. */
  pseudonyms: PseudonymSecret["origin"];
  stages: StageRecord[];
  /** Key of all published files. */
  key: string;
}

/**
 * Takes one data set from its input file to the files that readers query: source → features → cluster and risk →
 * preparation, segments, second opinion and analyses → publish; what stands between two arrows runs at the same time. Each
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
  cache = projectPath(".cache/stages"),
  secretAt = secretFile,
): Promise<Edition> {
  const stages = openStages(cache, progress);
  const at = (module: string) => new URL(module, import.meta.url).href;
  const {k, search, constants, risk: label} = definition;

  const {path, synthetic} = await locateInput(definition, {root: projectPath("."), env});
  const inputKey = sha256(await readFile(path));
  const {secret, origin, note} = pseudonymSecret(env[PSEUDONYM_VARIABLE], synthetic, secretAt);
  if (note !== undefined) progress.note(note);

  // the kernels are compiled while the file is read
  const [source] = await Promise.all([
    stages.run(
      `${definition.id} source`,
      at("./source/readSource.ts"),
      [inputKey, basename(path), String(synthetic), JSON.stringify(definition), secret],
      async () => (await import("./source/readSource.js")).readSource(path, definition, {synthetic, secret}),
    ),
    compileKernels(),
  ]);
  const {customers, customerIds} = source.value;
  const features = await stages.runInThread<typeof prepareFeatures>(
    `${definition.id} features`,
    {module: at("./model/features/prepareFeatures.ts"), stage: "prepareFeatures"},
    customers,
    definition,
  );
  const kernels = await kernelKey();
  const [found, risk] = await Promise.all([
    stages.run(
      `${definition.id} cluster`,
      at("./model/cluster/clusterCustomers.ts"),
      [features.key, JSON.stringify(search), kernels],
      async (advance) =>
        (await import("./model/cluster/clusterCustomers.js")).searchClusters(
          features.value.z,
          search,
          advance,
        ),
    ),
    label &&
      stages.runInThread<typeof modelRisk>(
        `${definition.id} risk`,
        {module: at("./model/risk/modelRisk.ts"), stage: "modelRisk", kernels: true},
        features.value,
        outcomeOf(customers, definition),
        label,
        constants,
      ),
  ]);
  if (risk && label) requireBothOutcomes(risk.value, label, path);
  const clusters = chooseClusters(found.value, k);
  // the longest begins first
  const [opinion, preparations, segments, {analyses, records}] = await Promise.all([
    stages.runInThread<typeof askSecondOpinion>(
      `${definition.id} second opinion`,
      {module: at("./model/second-opinion/askSecondOpinion.ts"), stage: "askSecondOpinion"},
      definition.id,
      features.value,
      clusters,
      risk?.value,
      search.seed,
    ),
    stages.runInThread<typeof comparePreparations>(
      `${definition.id} preparation`,
      {module: at("./model/robustness/comparePreparations.ts"), stage: "comparePreparations", kernels: true},
      customers,
      features.value,
      clusters.sweep,
      clusters.compared,
      k,
      search,
    ),
    stages.runInThread<typeof nameSegments>(
      `${definition.id} segments`,
      {module: at("./model/cluster/nameSegments.ts"), stage: "nameSegments"},
      features.value.values,
      clusters.chosen.labels,
      features.value.names,
      {
        rules: definition.segments,
        declared: definition.contract.columns.map(({name, label}) => ({name, label})),
      },
    ),
    runAnalyses(stages, definition, features.value, clusters),
  ]);
  requireAgreement(opinion.value);
  const published = await stages.runInThread<typeof publishFindings>(
    `${definition.id} publish`,
    {module: at("./publish/publishFindings.ts"), stage: "publishFindings"},
    {
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
    },
  );
  return {
    definition,
    files: published.value,
    input: customers.input,
    pseudonyms: origin,
    stages: [
      ...[source, features, found, preparations, segments].map(({record}) => record),
      ...(risk ? [risk.record] : []),
      ...records,
      opinion.record,
      published.record,
    ],
    key: published.key,
  };
}
