import type {BootstrapStability} from "../../src/lib/statistics/bootstrapStability.js";
import type {Gap} from "../../src/lib/statistics/gapStatistic.js";
import type {PrincipalComponents} from "../../src/lib/statistics/principalComponents.js";
import type {StageResult, Stages} from "../cache/runStage.js";
import type {Clusters} from "../cluster/clusterCustomers.js";
import type {DatasetDefinition} from "../datasets/dataset.js";
import type {Features} from "../features/prepareFeatures.js";
import {kernelKey} from "../kernels/compileKernels.js";
import {openKernels} from "../kernels/openKernels.js";
import type {LinkageComparison} from "./compareLinkages.js";
import type {OutlierTreatment} from "./compareOutlierTreatments.js";
import type {Description} from "./describeVariables.js";
import type {DifferenceTest} from "./testDifferences.js";

/** What is looked at beside the segments themselves: the variables, and how firm the segments are. */
export interface Analyses {
  description: Description;
  outliers: OutlierTreatment[];
  linkages: LinkageComparison[];
  components: PrincipalComponents;
  gap: Gap;
  stability: BootstrapStability;
  differences: DifferenceTest[];
}

/** Runs the analyses, each a stage of its own: a change in one does not run the others again. */
export async function runAnalyses(
  stages: Stages,
  {id, k, search, resampling}: DatasetDefinition,
  features: StageResult<Features>,
  clusters: StageResult<Clusters>,
): Promise<{analyses: Analyses; keys: string[]}> {
  const here = (module: string) => new URL(module, import.meta.url).href;
  const {values, z} = features.value;
  const {chosen, ward} = clusters.value;
  const fitted = [features.key, clusters.key, JSON.stringify([k, search, resampling]), await kernelKey()];

  const description = await stages.run(
    `${id} describe`,
    here("./describeVariables.ts"),
    [features.key],
    async () => (await import("./describeVariables.js")).describeVariables(features.value),
  );
  const outliers = await stages.run(
    `${id} outliers`,
    here("./compareOutlierTreatments.ts"),
    fitted,
    async () =>
      (await import("./compareOutlierTreatments.js")).compareOutlierTreatments(
        values,
        chosen.labels,
        k,
        search,
        await openKernels(),
      ),
  );
  const linkages = await stages.run(`${id} linkages`, here("./compareLinkages.ts"), fitted, async () =>
    (await import("./compareLinkages.js")).compareLinkages(
      z,
      chosen.labels,
      k,
      ward,
      resampling.linkages,
      await openKernels(),
    ),
  );
  const statistics = (name: string) => here(`../../src/lib/statistics/${name}.ts`);
  const components = await stages.run(
    `${id} components`,
    statistics("principalComponents"),
    [features.key],
    async () => (await import("../../src/lib/statistics/principalComponents.js")).principalComponents(z),
  );
  const gap = await stages.run(`${id} gap statistic`, statistics("gapStatistic"), fitted, async () =>
    (await import("../../src/lib/statistics/gapStatistic.js")).gapStatistic(
      z,
      {
        kMax: Math.min(search.to, k + 3),
        references: resampling.references,
        restarts: resampling.restarts,
        seed: search.seed,
      },
      (await openKernels()).kmeansStart,
    ),
  );
  const stability = await stages.run(`${id} stability`, statistics("bootstrapStability"), fitted, async () =>
    (await import("../../src/lib/statistics/bootstrapStability.js")).bootstrapStability(
      z,
      chosen.labels,
      {
        replicates: resampling.replicates,
        restarts: resampling.restarts,
        seed: search.seed,
      },
      (await openKernels()).kmeansStart,
    ),
  );
  const differences = await stages.run(`${id} differences`, here("./testDifferences.ts"), fitted, async () =>
    (await import("./testDifferences.js")).testDifferences(features.value, chosen.labels),
  );
  const results = {description, outliers, linkages, components, gap, stability, differences};
  return {
    analyses: {
      description: description.value,
      outliers: outliers.value,
      linkages: linkages.value,
      components: components.value,
      gap: gap.value,
      stability: stability.value,
      differences: differences.value,
    },
    keys: Object.values(results).map(({key}) => key),
  };
}
