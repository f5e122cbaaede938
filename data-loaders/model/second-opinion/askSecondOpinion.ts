import {selectColumns, selectRows} from "../../../src/lib/statistics/matrices/matrix.js";
import type {StageServices} from "../../engine/stages/stageServices.js";
import type {Clusters} from "../cluster/clusterCustomers.js";
import type {Features} from "../features/prepareFeatures.js";
import type {Risk} from "../risk/modelRisk.js";
import {type AgreementRow, secondOpinion} from "./secondOpinion.js";

/** Fits the models of a data set a second time with independent packages; of the regressions the honest one. */
export function askSecondOpinion(
  dataset: string,
  features: Features,
  clusters: Clusters,
  risk: Risk,
  seed: number,
  {advance}: StageServices,
): AgreementRow[] {
  const honest = risk.models.find(({model}) => model === "honest");
  const columns = (honest?.predictors ?? []).map((name) => features.names.indexOf(name));
  const logistic = {
    x: selectColumns(selectRows(features.values, risk.rows), columns),
    y: Uint8Array.from(risk.rows, (row) => risk.label[row]),
  };
  return secondOpinion({dataset, z: features.z, kmeans: clusters.chosen, logistic, seed}, advance);
}
