import type {DatasetDefinition} from "../../datasets/dataset.js";
import {type ColumnSummary, summaries} from "../../engine/population/passes/summaries.js";
import type {Population} from "../../engine/population/population.js";
import {linearSql, type ScaledVariable} from "../../engine/population/scaledVariables.js";
import type {CheckedFile} from "../../source/population/readPopulation.js";
import type {KnownScales} from "../features/prepareFeatures.js";

/** The variables of the distances over all customers, and the same for samples of them. */
export interface PopulationScales {
  variables: ScaledVariable[];
  known: KnownScales;
}

/** Means and deviations of all variables that vary, as the distances see them: filled, in logarithms where declared. */
export async function scaleVariables(
  population: Population,
  checked: Pick<CheckedFile, "summaries" | "medians">,
  {contract}: Pick<DatasetDefinition, "contract">,
): Promise<PopulationScales> {
  const ruleOf = (name: string) => contract.columns.find((column) => column.name === name);
  const given = checked.summaries.map((summary, j) => ({
    name: summary.column,
    median: checked.medians[j],
    log: ruleOf(summary.column)?.scale === "log",
    varies: summary.min !== summary.max && ruleOf(summary.column)?.modelled !== false,
  }));
  const varying = given.filter(({varies}) => varies);
  const moments = await summaries(
    population,
    varying.map((variable) => ({name: variable.name, sql: linearSql(variable)})),
  );
  const variables = varying.map(({name, median, log}, j): ScaledVariable => {
    const {mean, sd}: ColumnSummary = moments[j];
    return {name, median, log, mean, scale: sd};
  });
  return {
    variables,
    known: {
      medians: Object.fromEntries(given.map(({name, median}) => [name, median])),
      missing: Object.fromEntries(checked.summaries.map(({column, missing}) => [column, missing])),
      scales: Object.fromEntries(variables.map(({name, mean, scale}) => [name, {mean, scale}])),
    },
  };
}
