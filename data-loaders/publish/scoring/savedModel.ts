import {extent} from "d3-array";
import packageJson from "../../../package.json" with {type: "json"};
import type {SavedColumn, SavedModel, SavedRisk} from "../../../src/lib/scoring/savedModel.js";
import {matrixColumn} from "../../../src/lib/statistics/matrices/matrix.js";
import type {ColumnRule} from "../../datasets/dataset.js";
import {FLAG_THRESHOLD} from "../../model/risk/flagThreshold.js";
import type {Findings} from "../tables/findings.js";
import {riskModelNamed} from "../tables/riskProbability.js";

/** Puts everything that scores a customer into one object, from what the stages found. */
export function savedModel(findings: Findings): SavedModel {
  const {definition, customers, features, clusters, segments} = findings;
  const {name, sha256, rows, synthetic} = customers.input;
  const {centroids} = clusters.chosen;
  return {
    $schema: "model.schema.json",
    format: 1,
    dataset: definition.id,
    title: definition.title,
    versions: {cardlens: packageJson.version},
    input: {name, sha256, rows, synthetic},
    dialect: definition.contract.dialect,
    columns: definition.contract.columns.map(savedColumn),
    variables: features.names.map((variable, j) => {
      const [lowest = 0, highest = 0] = extent(matrixColumn(features.values, j));
      return {
        name: variable,
        median: features.medians[j],
        mean: features.means[j],
        scale: features.scales[j],
        lowest,
        highest,
      };
    }),
    segments: segments.map(({id, name: segmentName, cluster}) => {
      const from = cluster * centroids.cols;
      return {id, name: segmentName, centroid: [...centroids.values.subarray(from, from + centroids.cols)]};
    }),
    risk: savedRisk(findings),
  };
}

/** Named one by one: what is not part of the published format stays out of it. */
function savedColumn(column: ColumnRule): SavedColumn {
  const {name, header, type, role, label, unit, definition, min, max, expected, missing} = column;
  return {
    name,
    header,
    type,
    role,
    label,
    unit,
    definition,
    ...(min === undefined ? {} : {min}),
    ...(max === undefined ? {} : {max}),
    ...(expected === undefined ? {} : {expected}),
    missing,
  };
}

function savedRisk({definition, risk}: Findings): SavedRisk {
  const {terms, covariance, used, predictors, rows, separation, l2} = riskModelNamed(risk, "honest");
  const [intercept, ...variables] = terms;
  const size = used.length + 1;
  return {
    label: definition.risk.sentence,
    evidence: definition.risk.evidence,
    definedBy: [...definition.risk.definedBy],
    leftOut: [...(definition.risk.leftOut ?? [])],
    rows,
    intercept: intercept.coefficient,
    terms: used.map((j) => ({
      variable: predictors[j],
      coefficient: variables[j].coefficient,
      mean: variables[j].mean,
      scale: variables[j].scale,
    })),
    covariance: Array.from({length: size}, (_, i) => [
      ...covariance.values.subarray(i * size, (i + 1) * size),
    ]),
    separation,
    penalty: l2,
    threshold: FLAG_THRESHOLD,
  };
}
