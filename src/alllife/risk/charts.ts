import {describeRows} from "../../charts/describeRows.js";
import {oddsRatios, riskCharts} from "../../charts/riskCharts.js";
import {flaggedShares} from "../../charts/segmentCharts.js";
import {CountColumns} from "../../components/plots/CountColumns.js";
import {FlagDots} from "../../components/plots/FlagDots.js";
import {PrecisionRecall} from "../../components/plots/PrecisionRecall.js";
import {ValueBars} from "../../components/plots/ValueBars.js";
import type {ChartDefinition} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {chapter} from "../chapter.js";

/** Charts of the page on risk that are drawn at build time. */
export const charts: readonly ChartDefinition[] = [
  flaggedShares(chapter, "Flagged by the rule"),
  {
    id: "alllife.risk-limit-cards",
    sql: `SELECT floor(credit_limit / 10000) * 10000 + 5000 AS x, credit_cards AS y,
        CASE WHEN high_risk THEN 'Flagged' ELSE 'Not flagged' END AS name, high_risk AS flagged, count(*) AS customers
      FROM alllife.customers WHERE high_risk IS NOT NULL GROUP BY ALL ORDER BY flagged, x, y`,
    alt: (rows) =>
      `Dots for credit limit across and credit cards up, coloured by flag; ${rows.filter(({flagged}) => flagged).length} of ${rows.length} places are flagged.`,
    columns: {
      x: "Credit limit ($, middle of class)",
      y: "Credit cards",
      name: "Flag",
      customers: "Customers",
    },
    formats: {x: "$,.0f"},
    draw: (rows, options) => FlagDots(rows, {x: "Credit limit ($, in classes)", y: "Credit cards"}, options),
  },
  {
    id: "alllife.risk-visit-counts",
    sql: `SELECT branch_visits AS x, count(*) AS customers FROM alllife.customers WHERE high_risk GROUP BY branch_visits ORDER BY branch_visits`,
    alt: (rows) =>
      `Histogram of the branch visits of flagged customers. ${describeRows(rows, ["x"], "customers", ",d")}.`,
    columns: {x: "Branch visits a year", customers: "Flagged customers"},
    formats: {x: "d", customers: ",d"},
    draw: (rows, options) => CountColumns(rows, {x: "Branch visits a year", y: "Flagged customers"}, options),
  },
  oddsRatios(chapter, "risk-odds", "honest"),
  ...riskCharts(chapter, {leaking: "sees the limit", honest: "does not see it"}),
  {
    id: "alllife.risk-precision-recall",
    sql: `SELECT p.threshold, p.recall, p.precision, m.value AS prevalence
      FROM alllife.precision_recall p JOIN alllife.risk_metrics m ON m.model = p.model AND m.metric = 'prevalence'
      WHERE p.model = 'honest' ORDER BY p.recall, p.threshold DESC`,
    alt: (rows) =>
      `Precision falls from nearly 100% at low recall to ${formatFigure(Number(rows.at(-1)?.precision), ".0%")} where every customer is flagged.`,
    columns: {threshold: "Threshold", recall: "Recall", precision: "Precision"},
    formats: {threshold: ".3f", recall: ".1%", precision: ".1%"},
    draw: PrecisionRecall,
  },
  {
    id: "alllife.risk-visits",
    sql: `SELECT branch_visits || ' a year' AS name, 100 * avg(CAST(high_risk AS INTEGER)) AS value, count(*) AS customers
      FROM alllife.customers GROUP BY branch_visits ORDER BY branch_visits`,
    alt: (rows) =>
      `Bars of the share of flagged customers by branch visits. ${describeRows(rows, ["name"], "value", ".0f")} %.`,
    columns: {name: "Branch visits", customers: "Customers", value: "Flagged (%)"},
    formats: {customers: ",d", value: ".1f"},
    draw: (rows, options) =>
      ValueBars(rows, {x: "Flagged (% of those who come so often)", format: ".0f"}, options),
  },
];
