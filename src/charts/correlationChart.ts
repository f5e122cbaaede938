import {CorrelationHeatmap} from "../components/plots/CorrelationHeatmap.js";
import type {ChartDefinition, Row} from "../lib/narrative/chartDefinition.js";
import {formatFigure} from "../lib/narrative/formatFigure.js";
import type {Chapter} from "./chapter.js";
import {mostDistinct} from "./mostDistinct.js";

const columns = {
  across: "Variable",
  down: "With",
  method: "Method",
  coefficient: "Correlation",
  lower: "95% from",
  upper: "to",
};
const formats = {coefficient: ".3f", lower: ".3f", upper: ".3f"};

function describeStrongest(rows: readonly Row[]): string {
  const strongest = [...rows]
    .sort((a, b) => Math.abs(Number(b.coefficient)) - Math.abs(Number(a.coefficient)))
    .slice(0, 10)
    .map(
      ({across, down, method, coefficient}) =>
        `${across} and ${down} ${formatFigure(Number(coefficient), ".2f")} (${method})`,
    );
  return `Heat map of correlations. The strongest pairs: ${strongest.join("; ")}.`;
}

/** Pearson's correlations of everything the table has: the variables, those made from them, and the row number. */
export function fullCorrelationChart({id, schema}: Chapter): ChartDefinition {
  const named = `(SELECT name, label, rowid AS place FROM ${schema}.variables UNION ALL SELECT 'row_number', 'Row number', -1)`;
  return {
    id: `${id}.correlations-everything`,
    sql: `SELECT a.label AS across, b.label AS down, 'Pearson' AS method, coefficient, lower, upper
      FROM ${schema}.correlations
      JOIN ${named} a ON a.name = first_variable JOIN ${named} b ON b.name = second_variable
      WHERE method = 'pearson' AND a.place <> b.place AND coefficient IS NOT NULL
      ORDER BY least(a.place, b.place), greatest(a.place, b.place), a.place`,
    alt: (rows) => describeStrongest(rows.filter(({across, down}) => String(across) < String(down))),
    columns,
    formats,
    draw: CorrelationHeatmap,
  };
}

/**
 * Correlations of all pairs of variables that enter the distances: Pearson's below the diagonal, Spearman's above.
 *
 * @param most of many variables those that differ most between the segments; default: all
 */
export function correlationChart({id, schema}: Chapter, most?: number): ChartDefinition {
  return {
    id: `${id}.correlations`,
    sql: `SELECT a.label AS across, b.label AS down, CASE method WHEN 'pearson' THEN 'Pearson' ELSE 'Spearman' END AS method,
        coefficient, lower, upper
      FROM ${schema}.correlations
      JOIN ${schema}.variables a ON a.name = first_variable JOIN ${schema}.variables b ON b.name = second_variable
      WHERE a.in_distances AND b.in_distances AND coefficient IS NOT NULL${mostDistinct(schema, "a.name", most)}${mostDistinct(schema, "b.name", most)}
        AND (method = 'pearson' AND a.rowid < b.rowid OR method = 'spearman' AND a.rowid > b.rowid)
      ORDER BY least(a.rowid, b.rowid), greatest(a.rowid, b.rowid), method`,
    alt: describeStrongest,
    columns,
    formats,
    draw: CorrelationHeatmap,
  };
}
