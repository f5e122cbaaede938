import {createHash} from "node:crypto";
import {readFile} from "node:fs/promises";
import {basename} from "node:path";
import {runAnalyses} from "./analysis/runAnalyses.js";
import {openStages, type StageRecord} from "./cache/runStage.js";
import type {DatasetDefinition} from "./datasets/dataset.js";
import {kernelKey} from "./kernels/compileKernels.js";
import {openKernels} from "./kernels/openKernels.js";
import type {Progress} from "./progress/progress.js";
import {projectPath} from "./projectPath.js";
import {locateInput} from "./source/locateInput.js";

/** The files that one data set gives to the site. */
export interface Edition {
  definition: DatasetDefinition;
  /** Published files by their path in the site's data folder. */
  files: ReadonlyMap<string, Uint8Array>;
  input: {name: string; bytes: number; sha256: string; rows: number; synthetic: boolean};
  stages: StageRecord[];
  /** Key of all published files. */
  key: string;
}

/**
 * Takes one data set from its input file to the files that readers query: source → features → cluster →
 * preparation → segments → risk → analyses → second opinion → publish. Each stage is a function in the folder of its name; a stage whose input, code
 * and parameters are as before is not run again.
 *
 * @param cache folder of the stages' results; default `.cache/stages`
 */
export async function runPipeline(
  definition: DatasetDefinition,
  progress: Progress,
  env: NodeJS.ProcessEnv = process.env,
  cache = projectPath(".cache/stages"),
): Promise<Edition> {
  const stages = openStages(cache, progress);
  const here = (module: string) => new URL(module, import.meta.url).href;
  const parameters = JSON.stringify(definition);

  const {path, synthetic} = await locateInput(definition, {root: projectPath("."), env});
  const sha256 = createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
  const pseudonymKey = env.CARDLENS_PSEUDONYM_KEY ?? "";

  const source = await stages.run(
    `${definition.id} source`,
    here("./source/readSource.ts"),
    [sha256, basename(path), String(synthetic), parameters, pseudonymKey],
    async () =>
      (await import("./source/readSource.js")).readSource(path, definition, {synthetic, pseudonymKey}),
  );
  const features = await stages.run(
    `${definition.id} features`,
    here("./features/prepareFeatures.ts"),
    [source.key, parameters],
    async () =>
      (await import("./features/prepareFeatures.js")).prepareFeatures(source.value.customers, definition),
  );
  const clusters = await stages.run(
    `${definition.id} cluster`,
    here("./cluster/clusterCustomers.ts"),
    [features.key, JSON.stringify([definition.k, definition.search]), await kernelKey()],
    async () =>
      (await import("./cluster/clusterCustomers.js")).clusterCustomers(
        features.value.z,
        definition.k,
        definition.search,
        progress.advance,
      ),
  );
  const preparations = await stages.run(
    `${definition.id} preparation`,
    here("./preparation/comparePreparations.ts"),
    [
      source.key,
      features.key,
      clusters.key,
      JSON.stringify([definition.k, definition.search]),
      await kernelKey(),
    ],
    async () =>
      (await import("./preparation/comparePreparations.js")).comparePreparations(
        source.value.customers,
        features.value,
        clusters.value.sweep,
        definition.k,
        definition.search,
        await openKernels(),
      ),
  );
  const segments = await stages.run(
    `${definition.id} segments`,
    here("./cluster/nameSegments.ts"),
    [clusters.key, JSON.stringify(definition.segments)],
    async () =>
      (await import("./cluster/nameSegments.js")).nameSegments(
        clusters.value.chosen.centroids,
        features.value.names,
        definition.segments,
      ),
  );
  const risk = await stages.run(
    `${definition.id} risk`,
    here("./risk/modelRisk.ts"),
    [features.key, JSON.stringify([definition.risk, definition.constants])],
    async () =>
      (await import("./risk/modelRisk.js")).modelRisk(features.value, definition.risk, definition.constants),
  );
  const {analyses, keys} = await runAnalyses(stages, definition, features, clusters);
  const opinion = await stages.run(
    `${definition.id} second opinion`,
    here("./second-opinion/askSecondOpinion.ts"),
    [features.key, clusters.key, risk.key, JSON.stringify(definition.search)],
    async () =>
      (await import("./second-opinion/askSecondOpinion.js")).askSecondOpinion(
        definition.id,
        features.value,
        clusters.value,
        risk.value,
        definition.search.seed,
      ),
  );
  const published = await stages.run(
    `${definition.id} publish`,
    here("./publish/publishFindings.ts"),
    [
      source.key,
      features.key,
      clusters.key,
      preparations.key,
      segments.key,
      risk.key,
      opinion.key,
      ...keys,
      parameters,
    ],
    async () =>
      (await import("./publish/publishFindings.js")).publishFindings({
        definition,
        customers: source.value.customers,
        customerIds: source.value.customerIds,
        features: features.value,
        clusters: clusters.value,
        preparations: preparations.value,
        segmentOfCluster: segments.value,
        risk: risk.value,
        analyses,
        secondOpinion: opinion.value,
      }),
  );
  return {
    definition,
    files: published.value,
    input: source.value.customers.input,
    stages: stages.records,
    key: published.key,
  };
}
