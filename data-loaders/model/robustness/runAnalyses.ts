import type {
  PrincipalComponents,
  principalComponents,
} from "../../../src/lib/statistics/description/principalComponents.js";
import {takeRows} from "../../../src/lib/statistics/matrices/rowOrder.js";
import type {BootstrapStability} from "../../../src/lib/statistics/resampling/bootstrapStability.js";
import type {Gap} from "../../../src/lib/statistics/resampling/gapStatistic.js";
import type {DatasetDefinition} from "../../datasets/dataset.js";
import type {StageRecord, Stages} from "../../engine/stages/runStage.js";
import {type Clusters, ofRows} from "../cluster/clusterCustomers.js";
import type {Features} from "../features/prepareFeatures.js";
import type {compareLinkages, LinkageComparison} from "./compareLinkages.js";
import type {DescribingAnalysis, describeSegments} from "./describeSegments.js";
import type {Description, describeVariables} from "./describeVariables.js";
import type {GrouplessSilhouette, silhouettesWithoutGroups} from "./groupless.js";
import type {measureGap, measureStability} from "./resampleSegments.js";
import type {DifferenceTest, testDifferences} from "./testDifferences.js";

/** What is looked at beside the segments themselves: the variables, and how firm the segments are. */
export interface Analyses {
  description: Description;
  linkages: LinkageComparison[];
  components: PrincipalComponents;
  gap: Gap;
  stability: BootstrapStability;
  differences: DifferenceTest[];
  /** Silhouettes of data without groups; none where the definition asks for none. */
  groupless: GrouplessSilhouette[];
  /** What the columns that describe say of the segments. */
  describing: DescribingAnalysis;
}

/** Runs the analyses, each a stage of its own: a change in one does not run the others again. */
export async function runAnalyses(
  stages: Stages,
  {id, k, search, resampling}: DatasetDefinition,
  features: Features,
  {chosen, ward, compared}: Clusters,
): Promise<{analyses: Analyses; records: StageRecord[]}> {
  const at = (module: string) => new URL(module, import.meta.url).href;
  const whole = compared.length === features.z.rows;
  const z = whole ? features.z : takeRows(features.z, compared);
  const labels = ofRows(chosen.labels, compared);
  const resampled = {restarts: resampling.restarts, seed: search.seed};

  const [description, linkages, components, gap, stability, differences, groupless, describing] =
    await Promise.all([
      stages.runInThread<typeof describeVariables>(
        `${id} describe`,
        {module: at("./describeVariables.ts"), stage: "describeVariables"},
        features,
      ),
      stages.runInThread<typeof compareLinkages>(
        `${id} linkages`,
        {module: at("./compareLinkages.ts"), stage: "compareLinkages", kernels: true},
        z,
        labels,
        k,
        ward,
        resampling.linkages,
      ),
      stages.runInThread<typeof principalComponents>(
        `${id} components`,
        {
          module: at("../../../src/lib/statistics/description/principalComponents.ts"),
          stage: "principalComponents",
        },
        features.z,
      ),
      stages.runInThread<typeof measureGap>(
        `${id} gap statistic`,
        {module: at("./resampleSegments.ts"), stage: "measureGap", kernels: true},
        z,
        {...resampled, kMax: Math.min(search.to, k + 3), references: resampling.references},
      ),
      stages.runInThread<typeof measureStability>(
        `${id} stability`,
        {module: at("./resampleSegments.ts"), stage: "measureStability", kernels: true},
        z,
        labels,
        {...resampled, replicates: resampling.replicates},
      ),
      stages.runInThread<typeof testDifferences>(
        `${id} differences`,
        {module: at("./testDifferences.ts"), stage: "testDifferences"},
        features,
        chosen.labels,
      ),
      stages.runInThread<typeof silhouettesWithoutGroups>(
        `${id} data without groups`,
        {module: at("./groupless.ts"), stage: "silhouettesWithoutGroups", kernels: true},
        features.z,
        search,
        resampling.groupless,
      ),
      stages.runInThread<typeof describeSegments>(
        `${id} describing columns`,
        {module: at("./describeSegments.ts"), stage: "describeSegments"},
        features.describing,
        chosen.labels,
      ),
    ]);
  return {
    analyses: {
      description: description.value,
      linkages: linkages.value,
      components: components.value,
      gap: gap.value,
      stability: stability.value,
      differences: differences.value,
      groupless: groupless.value,
      describing: describing.value,
    },
    records: [description, linkages, components, gap, stability, differences, groupless, describing].map(
      ({record}) => record,
    ),
  };
}
