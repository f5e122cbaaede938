import type {PrincipalComponents} from "../../src/lib/statistics/description/principalComponents.js";
import {takeRows} from "../../src/lib/statistics/matrices/rowOrder.js";
import type {BootstrapStability} from "../../src/lib/statistics/resampling/bootstrapStability.js";
import type {Gap} from "../../src/lib/statistics/resampling/gapStatistic.js";
import type {DatasetDefinition} from "../datasets/dataset.js";
import type {StageRecord, Stages} from "../engine/stages/runStage.js";
import {type Clusters, ofRows} from "./cluster/clusterCustomers.js";
import type {Features} from "./features/prepareFeatures.js";
import type {LinkageComparison} from "./robustness/compareLinkages.js";
import type {DescribingAnalysis} from "./robustness/describeSegments.js";
import type {Description} from "./robustness/describeVariables.js";
import type {GrouplessSilhouette} from "./robustness/groupless.js";
import type {DifferenceTest} from "./robustness/testDifferences.js";
import * as stage from "./stages.js";

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
  const whole = compared.length === features.z.rows;
  const z = whole ? features.z : takeRows(features.z, compared);
  const labels = ofRows(chosen.labels, compared);
  const resampled = {restarts: resampling.restarts, seed: search.seed};

  const [description, linkages, components, gap, stability, differences, groupless, describing] =
    await Promise.all([
      stages.runInThread(`${id} describe`, stage.describe, features),
      stages.runInThread(`${id} linkages`, stage.linkages, z, labels, k, ward, resampling.linkages),
      stages.runInThread(`${id} components`, stage.components, features.z),
      stages.runInThread(`${id} gap statistic`, stage.gap, z, {
        ...resampled,
        kMax: Math.min(search.to, k + 3),
        references: resampling.references,
      }),
      stages.runInThread(`${id} stability`, stage.stability, z, labels, {
        ...resampled,
        replicates: resampling.replicates,
      }),
      stages.runInThread(
        `${id} differences`,
        stage.differences,
        {names: features.names, values: features.values, engineered: features.engineered},
        chosen.labels,
      ),
      stages.runInThread(
        `${id} data without groups`,
        stage.groupless,
        features.z,
        search,
        resampling.groupless,
      ),
      stages.runInThread(`${id} describing columns`, stage.describing, features.describing, chosen.labels),
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
