import {matrixColumn, matrixFromColumns, selectRows} from "../../src/lib/matrix.js";
import {standardise} from "../../src/lib/statistics/standardise.js";
import type {Clusters} from "../cluster/clusterCustomers.js";
import type {Features} from "../features/prepareFeatures.js";
import type {Risk} from "../risk/modelRisk.js";
import type {StageServices} from "../threads/stageServices.js";
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
  const columns = (honest?.predictors ?? []).map((name) =>
    matrixColumn(features.values, features.names.indexOf(name)),
  );
  const logistic = {
    x: standardise(selectRows(matrixFromColumns(columns), risk.rows)).z,
    y: Uint8Array.from(risk.rows, (row) => risk.label[row]),
  };
  return secondOpinion(
    {dataset, z: features.z, kmeans: clusters.chosen, seed, ...(columns.length === 0 ? {} : {logistic})},
    advance,
  );
}
