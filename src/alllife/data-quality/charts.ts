import {describeRows} from "../../charts/describeRows.js";
import {ValueBars} from "../../components/plots/ValueBars.js";
import type {ChartDefinition} from "../../lib/narrative/chartDefinition.js";

const labelOf = (column: string) =>
  `coalesce((SELECT label FROM alllife.variables WHERE name = ${column}), 'Row number')`;

const rowNumber: ChartDefinition = {
  id: "alllife.row-number",
  sql: `SELECT ${labelOf("second_variable")} AS name, coefficient AS value, lower, upper FROM alllife.correlations
    WHERE method = 'pearson' AND first_variable = 'row_number' AND second_variable <> 'row_number'
      AND second_variable <> 'engagement_score' AND coefficient IS NOT NULL ORDER BY abs(coefficient) DESC`,
  alt: (rows) =>
    `Bars of the correlation of the row number with each variable. ${describeRows(rows, ["name"], "value", ".2f")}.`,
  columns: {name: "Variable", value: "Correlation with the row number", lower: "95% from", upper: "to"},
  formats: {value: ".3f", lower: ".3f", upper: ".3f"},
  draw: (rows, options) =>
    ValueBars(rows, {x: "Correlation with the row number (Pearson)", format: ".2f"}, options),
};

/** Charts of the page Data and quality. */
export const charts: readonly ChartDefinition[] = [rowNumber];
