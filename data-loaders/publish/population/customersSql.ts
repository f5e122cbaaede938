import {doubleLiteral, identifier, textLiteral} from "../../engine/population/dialect.js";
import {assignedFrom} from "../../engine/population/passes/lloyd.js";
import {type Population, RUN} from "../../engine/population/population.js";
import {filledSql} from "../../engine/population/scaledVariables.js";
import {levelSql} from "../../model/population/levelSql.js";
import {labelSql, predictorSql, type RiskOfPopulation} from "../../model/population/riskOverAll.js";
import type {Findings} from "../tables/findings.js";
import {riskModelNamed} from "../tables/riskProbability.js";
import {variableType} from "../tables/variableType.js";

/**
 * The published columns of all customers as one query over the population: filled variables, segment, label and probability,
 * computed as for the customers of a small file.
 *
 * @param raw columns of the population by name
 * @param row an expression that gives a customer's row in the file; undefined where rows have no order
 * @param label SQL of the risk label, if there is one
 * @returns a SELECT with the columns of the table `customers` that need no sample, and the column of runs
 */
export function customersSql(
  population: Pick<Population, "from">,
  {definition, features, clusters, segments, segmentOfCluster, risk}: Findings,
  {variables, describing, expression}: RiskOfPopulation,
  raw: readonly string[],
  row: string | undefined,
): string {
  const {contract, engineered, categories} = definition;
  const known = new Map<string, number>([
    ...variables.map(({name, median}): [string, number] => [name, median]),
    ...features.leftOut.map(({name, values}): [string, number] => [name, values[0]]),
  ]);
  const filled = (name: string) => {
    const median = known.get(name);
    if (median === undefined) throw new Error(`no variable: ${name}`);
    return filledSql({name, median});
  };
  const cast = (sql: string, name: string) =>
    `CAST(${sql} AS ${variableType(name, contract, engineered)}) AS ${identifier(name)}`;
  const given = contract.columns.filter(({role}) => role === "feature");
  const bands = categories.map(({name, variable, bands}) => {
    const cases = bands.flatMap((band) =>
      band.below === undefined
        ? []
        : `WHEN ${filled(variable)} < ${doubleLiteral(band.below)} THEN ${textLiteral(band.name)}`,
    );
    const last = textLiteral(bands[bands.length - 1].name);
    return `${cases.length === 0 ? last : `CASE ${cases.join(" ")} ELSE ${last} END`} AS ${identifier(name)}`;
  });
  const positions = Array.from(segmentOfCluster);
  const columns = [
    RUN,
    `${row ?? "CAST(NULL AS INTEGER)"} AS row_number`,
    ...given.map(({name}) => cast(filled(name), name)),
    ...engineered.map(({name, sumOf}) => cast(sumOf.map(filled).join(" + "), name)),
    ...given
      .filter(({missing}) => missing === "median")
      .map(({name}) => `${identifier(name)} IS NULL AS ${identifier(`${name}_imputed`)}`),
    ...bands,
    ...describing.map((column) => `${levelSql(column)} AS ${identifier(column.name)}`),
    `CASE _part ${positions.map((position, c) => `WHEN ${c} THEN ${textLiteral(segments[position].id)}`).join(" ")} END AS segment`,
    `CASE _part ${positions.map((position, c) => `WHEN ${c} THEN ${position + 1}`).join(" ")} END AS kmeans_cluster`,
    ...(risk === undefined || expression === undefined
      ? []
      : [
          `${labelSql(expression)} = 1 AS high_risk`,
          `${probabilitySql({variables, describing, expression}, riskModelNamed(risk, "honest"))} AS risk_probability`,
        ]),
  ];
  return `SELECT ${columns.join(", ")} FROM ${assignedFrom(population, variables, clusters.chosen.centroids, raw)}`;
}

function probabilitySql(
  given: RiskOfPopulation,
  {terms: [intercept, ...terms]}: ReturnType<typeof riskModelNamed>,
): string {
  const parts = terms
    .filter(({coefficient}) => Number.isFinite(coefficient))
    .map(
      ({term, coefficient, mean, scale}) =>
        `${doubleLiteral(coefficient)} * ((${predictorSql(term, given)} - ${doubleLiteral(mean)}) / ${doubleLiteral(scale)})`,
    );
  const odds = [doubleLiteral(intercept.coefficient), ...parts].join(" + ");
  // beyond this the exponential leaves the range of a double
  return `1E0 / (1E0 + exp(-least(greatest(${odds}, -7E2), 7E2)))`;
}
