import {kmeansOfRows} from "../../../src/lib/statistics/clustering/kmeans.js";
import {silhouetteSamples} from "../../../src/lib/statistics/clustering/silhouetteSamples.js";
import {columnRanks} from "../../../src/lib/statistics/description/meanRanks.js";
import {principalComponents} from "../../../src/lib/statistics/description/principalComponents.js";
import {canonicalRows, takeRows} from "../../../src/lib/statistics/matrices/rowOrder.js";
import {seededRandom} from "../../../src/lib/statistics/matrices/seededRandom.js";
import {drawRows} from "../../../src/lib/statistics/resampling/drawRows.js";
import {linkage} from "../../../src/lib/statistics/trees/linkage.js";
import type {ClusterEngine} from "../../engine/kernels/clusterEngine.js";
import type {KernelServices} from "../../engine/stages/stageServices.js";
import {
  type Clusters,
  chooseClusters,
  clusterCustomers,
  ofRows,
} from "../../model/cluster/clusterCustomers.js";
import {nameSegments, positionsOfClusters} from "../../model/cluster/nameSegments.js";
import {featureDefinition} from "../../model/features/featureDefinition.js";
import {type Features, treatFeatures} from "../../model/features/prepareFeatures.js";
import type {Risk} from "../../model/risk/fitRiskModels.js";
import {modelRisk} from "../../model/risk/modelRisk.js";
import {outcomeOf} from "../../model/risk/outcome.js";
import {riskRule} from "../../model/risk/riskRule.js";
import {constantsIn} from "../../model/risk/withConstants.js";
import {cutTrees, growTrees} from "../../model/robustness/compareLinkages.js";
import {describeSegments} from "../../model/robustness/describeSegments.js";
import {type Description, describeVariables} from "../../model/robustness/describeVariables.js";
import {testDifferences} from "../../model/robustness/testDifferences.js";
import type {Analyses} from "../../model/runAnalyses.js";
import type {Findings} from "../../publish/tables/findings.js";
import {takeCustomers} from "../../source/takeCustomers.js";
import {alternativeDefinition, alternativeTreatment} from "./alternativeDefinition.js";
import type {Preparation} from "./choices.js";

/** What the report found, as far as other analyses build on it. */
export type Reported = Pick<Findings, "definition" | "customers" | "customerIds" | "features" | "risk"> & {
  description: Description;
};

/** What another analysis finds: all that tables are made from, but what takes resamples of its own. */
export type AlternativeFindings = Omit<Findings, "preparations" | "secondOpinion" | "analyses"> & {
  analyses: Pick<Analyses, "description" | "linkages" | "components" | "differences" | "describing">;
};

/** Starts of each k-means fit: solutions are compared, not published. */
const restarts = 6;

/** Customers who are compared in pairs, for silhouettes and trees. */
const comparedCustomers = 1_500;

/**
 * Carries out an analysis for each of its numbers of groups, with the functions that make the report's own.
 *
 * Where customers are left out or a variable is, the models of risk are fitted anew. Pairs of customers are compared on a
 * sample, and fits have fewer starts.
 *
 * @param rows of the customers whom it keeps
 * @returns none where the models cannot be fitted, or the customers differ too little for so many groups
 */
export async function alternativeFindings(
  reported: Reported,
  preparation: Preparation,
  rows: Int32Array,
  services: KernelServices,
): Promise<AlternativeFindings[]> {
  const {customers} = reported;
  const definition = alternativeDefinition(reported.definition, preparation, reported.features);
  const {kernels} = services;
  const isWhole = rows.length === customers.rows;
  const kept = isWhole
    ? {...customers, ids: reported.customerIds}
    : {...takeCustomers(customers, rows), ids: Array.from(rows, (row) => reported.customerIds[row])};
  const features = treatFeatures(
    kept,
    featureDefinition(definition),
    alternativeTreatment(preparation, reported.definition),
  );
  const isModelledAnew = !isWhole || preparation.leftOut.length > 0;
  const risk = isModelledAnew ? await riskOf(reported, features, kept, services) : reported.risk;
  if (reported.risk !== undefined && (risk === undefined || risk.models.length === 0)) return [];

  const canonical = canonicalRows(features.z);
  const search = {...definition.search, restarts, to: Math.min(definition.search.to, canonical.distinct)};
  const compared = comparedIn(rows.length, search.seed);
  const engine: Omit<ClusterEngine, "close"> = {
    // rows are put in order once for all numbers of groups
    kmeansSweep: async (_, ks, options) =>
      ks.map((k) => kmeansOfRows(canonical, {...options, k}, kernels.kmeansStart)),
    silhouetteSamples: async (points, labelings) =>
      silhouetteSamples(points, labelings, kernels.clusterDistanceSums),
    ward: async (points) => linkage(points, "ward", kernels.wardMerges),
  };
  const found = await clusterCustomers(features.z, search, () => {}, engine, compared);
  const z = takeRows(features.z, compared);
  const description = isWhole ? reported.description : describeVariables(features);
  const components = principalComponents(features.z);
  // what does not depend on the number of groups is found once
  const trees = growTrees(z, found.ward, definition.resampling.linkages, services);
  const ranks = columnRanks(features.values);
  return preparation.ks
    .filter((k) => k <= search.to)
    .map((k) => {
      const clusters: Clusters = chooseClusters(found, k);
      const {labels} = clusters.chosen;
      const segments = nameSegments(features.values, labels, features.names, {
        rules: definition.segments,
        declared: definition.contract.columns.map(({name, label}) => ({name, label})),
        ranks,
      });
      return {
        definition: {...definition, k, search},
        customers: {...customers, ...kept},
        customerIds: kept.ids,
        features,
        clusters,
        segments,
        segmentOfCluster: positionsOfClusters(segments),
        risk,
        analyses: {
          description,
          linkages: cutTrees(trees, z, ofRows(labels, compared), k, services),
          components,
          differences: testDifferences(
            {names: features.names, values: features.values, engineered: features.engineered, ranks},
            labels,
          ),
          describing: describeSegments(features.describing, labels),
        },
      };
    });
}

function comparedIn(n: number, seed: number): Int32Array {
  return n <= comparedCustomers
    ? Int32Array.from({length: n}, (_, row) => row)
    : drawRows(n, comparedCustomers, seededRandom(seed));
}

function riskOf(
  {definition, customers}: Reported,
  features: Features,
  kept: Pick<AlternativeFindings["customers"], "numbers" | "text">,
  services: KernelServices,
): Promise<Risk | undefined> {
  const {risk, constants} = definition;
  if (risk === undefined) return Promise.resolve(undefined);
  return modelRisk(
    features,
    outcomeOf({...customers, ...kept}, definition),
    riskRule(risk),
    constantsIn([risk.expression], constants),
    services,
  );
}
