import {oddsRatios, riskCharts} from "../../charts/riskCharts.js";
import {PrecisionRecall} from "../../components/PrecisionRecall.js";
import type {ChartDefinition} from "../../lib/chartDefinition.js";
import {formatFigure} from "../../lib/formatFigure.js";
import {chapter} from "../chapter.js";

/** Charts of the page on risk that are drawn at build time. */
export const charts: readonly ChartDefinition[] = [
  oddsRatios(chapter, "risk-odds", "honest"),
  ...riskCharts(chapter, {leaking: "sees the limit", honest: "does not see it"}),
  {
    id: "alllife.risk-precision-recall",
    sql: `SELECT p.threshold, p.recall, p.precision, m.value AS prevalence
      FROM alllife.precision_recall p JOIN alllife.risk_metrics m ON m.model = p.model AND m.metric = 'prevalence'
      WHERE p.model = 'honest' ORDER BY p.recall, p.threshold DESC`,
    alt: (rows) =>
      `Precision falls from nearly 100 % at low recall to ${formatFigure(Number(rows.at(-1)?.precision), ".0%")} where every customer is flagged.`,
    columns: {threshold: "Threshold", recall: "Recall", precision: "Precision"},
    formats: {threshold: ".3f", recall: ".1%", precision: ".1%"},
    draw: PrecisionRecall,
  },
];
