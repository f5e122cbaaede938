import {extent} from "d3-array";
import packageJson from "../../../package.json" with {type: "json"};
import type {Rule} from "../../../src/lib/scoring/rule.js";
import type {
  SavedColumn,
  SavedDescribing,
  SavedModel,
  SavedRisk,
} from "../../../src/lib/scoring/savedModel.js";
import {matrixColumn} from "../../../src/lib/statistics/matrices/matrix.js";
import type {ColumnRule} from "../../datasets/dataset.js";
import {FLAG_THRESHOLD} from "../../model/risk/flagThreshold.js";
import type {Findings} from "../tables/findings.js";
import {riskModelNamed} from "../tables/riskProbability.js";

/**
 * Puts everything that scores a customer into one object, from what the stages found.
 *
 * @param rule the label, where it is a rule of the variables
 * @param exactBounds whether the largest and smallest value of each variable, which are a customer's own, are given as they
 *   are; else rounded outwards to two digits
 */
export function savedModel(findings: Findings, rule: Rule | undefined, exactBounds = true): SavedModel {
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
    columns: definition.contract.columns
      .filter(({name: column}) => features.leftOut.every((variable) => variable.name !== column))
      .flatMap((column) => savedColumn(column) ?? []),
    variables: features.names.map((variable, j) => {
      const [lowest = 0, highest = 0] = extent(matrixColumn(features.values, j));
      return {
        name: variable,
        median: features.medians[j],
        ...(features.logs[j] ? {log: true} : {}),
        mean: features.means[j],
        scale: features.scales[j],
        ...(features.limits === undefined ? {} : {capped: [...features.limits[j]]}),
        lowest: exactBounds ? lowest : rounded(lowest, Math.floor),
        highest: exactBounds ? highest : rounded(highest, Math.ceil),
      };
    }),
    segments: segments.map(({id, name: segmentName, cluster}) => {
      const from = cluster * centroids.cols;
      return {id, name: segmentName, centroid: [...centroids.values.subarray(from, from + centroids.cols)]};
    }),
    ...savedDescribing(findings),
    ...savedRisk(findings, rule),
  };
}

/** A number to two digits, up or down. */
function rounded(value: number, towards: (value: number) => number): number {
  if (value === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  return Number((towards(value / unit) * unit).toPrecision(2));
}

/** The columns whose levels the regression uses. */
function savedDescribing({definition, features, risk}: Findings): {describing?: SavedDescribing[]} {
  const references = new Map((risk?.levels ?? []).map(({column, reference}) => [column, reference]));
  if (references.size === 0) return {};
  return {
    describing: features.describing.flatMap(({name, levels, ends}) => {
      const reference = references.get(name);
      const column = definition.contract.columns.find((rule) => rule.name === name);
      if (reference === undefined || column === undefined) return [];
      const {header, label, type, dates, asOf} = column;
      return {
        name,
        header,
        label,
        type,
        levels,
        reference,
        ...(ends === undefined ? {} : {ends}),
        ...(dates === undefined ? {} : {dates}),
        ...(asOf === undefined ? {} : {asOf}),
      };
    }),
  };
}

/**
 * Named one by one: what is not part of the published format stays out of it. Undefined for what does not place a customer
 * among the segments.
 */
function savedColumn(column: ColumnRule): SavedColumn | undefined {
  const {name, header, type, role, label, unit, definition, min, max, factor, expected, missing} = column;
  if (role === "describe" || role === "outcome" || type === "date" || missing === "keep") return undefined;
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
    ...(factor === undefined ? {} : {factor}),
    ...(expected === undefined ? {} : {expected}),
    missing,
  };
}

function savedRisk({definition, risk}: Findings, rule: Rule | undefined): {risk?: SavedRisk} {
  if (risk === undefined || definition.risk === undefined) return {};
  const levels = new Map(risk.levels.map(({column, level}) => [`${column}=${level}`, {column, level}]));
  const {terms, covariance, used, predictors, rows, separation, l2} = riskModelNamed(risk, "honest");
  const [intercept, ...variables] = terms;
  const size = used.length + 1;
  const saved: SavedRisk = {
    label: definition.risk.sentence,
    evidence: definition.risk.evidence,
    ...(rule === undefined ? {} : {rule}),
    definedBy: [...definition.risk.definedBy],
    leftOut: [...(definition.risk.leftOut ?? [])],
    rows,
    intercept: intercept.coefficient,
    terms: used.map((j) => ({
      variable: levels.get(predictors[j])?.column ?? predictors[j],
      ...(levels.has(predictors[j]) ? {level: levels.get(predictors[j])?.level} : {}),
      coefficient: variables[j].coefficient,
      mean: variables[j].mean,
      scale: variables[j].scale,
    })),
    covariance: Array.from({length: size}, (_, i) => [
      ...covariance.values.subarray(i * size, (i + 1) * size),
    ]),
    separation,
    penalty: l2,
    threshold: definition.risk.threshold ?? FLAG_THRESHOLD,
  };
  return {risk: saved};
}
