import {kmeansOfRows, kmeansStart} from "../../../src/lib/statistics/clustering/kmeans.js";
import {type Matrix, matrixFromColumns, selectRows} from "../../../src/lib/statistics/matrices/matrix.js";
import {canonicalRows, takeRows} from "../../../src/lib/statistics/matrices/rowOrder.js";
import type {StageServices} from "../../engine/stages/stageServices.js";
import type {Clusters} from "../cluster/clusterCustomers.js";
import type {Features} from "../features/prepareFeatures.js";
import type {Risk} from "../risk/fitRiskModels.js";
import {allPredictors} from "../risk/predictors.js";
import {type AgreementRow, secondOpinion} from "./secondOpinion.js";

/** Starts of our own fit of a sample. */
const restarts = 20;

/**
 * Fits the models of a data set a second time with independent packages; of the regressions the honest one. Where pairs of
 * customers are compared on a sample, both methods divide that sample.
 */
export function askSecondOpinion(
  dataset: string,
  features: Features,
  clusters: Clusters,
  risk: Risk | undefined,
  seed: number,
  {advance}: StageServices,
): AgreementRow[] {
  const whole = clusters.compared.length === features.z.rows;
  const z = whole ? features.z : takeRows(features.z, clusters.compared);
  const k = clusters.chosen.sizes.length;
  const kmeans = whole ? clusters.chosen : kmeansOfRows(canonicalRows(z), {k, restarts, seed}, kmeansStart);
  return secondOpinion({dataset, z, kmeans, logistic: risk && regressionOf(features, risk), seed}, advance);
}

function regressionOf(features: Features, risk: Risk): {x: Matrix; y: Uint8Array} | undefined {
  const honest = risk.models.find(({model}) => model === "honest");
  if (honest === undefined || honest.predictors.length === 0) return undefined;
  const described = [...new Set(risk.levels.map(({column}) => column))];
  const predictors = allPredictors(features, described, risk.rows);
  const columns = honest.predictors.flatMap(
    (term) => predictors.find((predictor) => predictor.term === term)?.values ?? [],
  );
  return {
    x: selectRows(matrixFromColumns(columns), risk.rows),
    y: Uint8Array.from(risk.rows, (row) => risk.label[row]),
  };
}
