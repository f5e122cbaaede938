import type {DatasetDefinition} from "../../datasets/dataset.js";
import type {Clusters} from "../../model/cluster/clusterCustomers.js";
import type {NamedSegment} from "../../model/cluster/nameSegments.js";
import type {Features} from "../../model/features/prepareFeatures.js";
import type {Risk} from "../../model/risk/fitRiskModels.js";
import type {PreparationFit} from "../../model/robustness/comparePreparations.js";
import type {Analyses} from "../../model/runAnalyses.js";
import type {AgreementRow} from "../../model/second-opinion/secondOpinion.js";
import type {CustomerTable} from "../../source/customers.js";
import type {PopulationFindings} from "./populationFindings.js";

/** What the stages before found out. */
export interface Findings {
  definition: DatasetDefinition;
  customers: CustomerTable;
  customerIds: readonly string[];
  features: Features;
  clusters: Clusters;
  preparations: readonly PreparationFit[];
  /** In display order, under the names that fit them. */
  segments: readonly NamedSegment[];
  /** Position of the segment of each k-means label. */
  segmentOfCluster: Int32Array;
  /** Undefined where the data set has no label. */
  risk: Risk | undefined;
  analyses: Analyses;
  secondOpinion: readonly AgreementRow[];
  /** What is known of all customers, where all else is of a sample of them. */
  population?: PopulationFindings;
}

/** Position of each customer's segment, from 0. */
export function segmentPositions({
  clusters,
  segmentOfCluster,
}: Pick<Findings, "segmentOfCluster"> & {clusters: Pick<Clusters, "chosen">}): Int32Array {
  return clusters.chosen.labels.map((label) => segmentOfCluster[label]);
}
