import {Calibration} from "../../components/Calibration.js";
import {Lift} from "../../components/Lift.js";
import {OddsRatios} from "../../components/OddsRatios.js";
import {PrecisionRecall} from "../../components/PrecisionRecall.js";
import {RocCurves} from "../../components/RocCurves.js";
import type {ChartDefinition, Row} from "../../lib/chartDefinition.js";
import {formatFigure} from "../../lib/formatFigure.js";

const percent = (value: Row[string]) => formatFigure(Number(value), ".0%");

/** Charts of the page on risk that are drawn at build time. */
export const charts: readonly ChartDefinition[] = [
  {
    id: "alllife.risk-odds",
    sql: `SELECT v.label, c.odds_ratio, c.odds_ratio_low, c.odds_ratio_high, c.coefficient, c.std_error, c.scale, c.vif, v.unit
      FROM alllife.risk_coefficients c JOIN alllife.variables v ON v.name = c.term
      WHERE c.model = 'honest' AND c.coefficient IS NOT NULL ORDER BY c.coefficient DESC`,
    alt: (rows) =>
      `Odds ratios with intervals. ${rows.map(({label, odds_ratio, odds_ratio_low, odds_ratio_high}) => `${label}: ${formatFigure(Number(odds_ratio), ".2f")}, from ${formatFigure(Number(odds_ratio_low), ".2f")} to ${formatFigure(Number(odds_ratio_high), ".2f")}`).join("; ")}.`,
    columns: {
      label: "Variable",
      scale: "One standard deviation",
      unit: "Unit",
      coefficient: "Coefficient (log-odds)",
      std_error: "Standard error",
      odds_ratio: "Odds ratio",
      odds_ratio_low: "95 % interval from",
      odds_ratio_high: "to",
      vif: "Variance inflation",
    },
    formats: {
      scale: ",.2f",
      coefficient: "+.3f",
      std_error: ".3f",
      odds_ratio: ".2f",
      odds_ratio_low: ".2f",
      odds_ratio_high: ".2f",
      vif: ".2f",
    },
    draw: OddsRatios,
  },
  {
    id: "alllife.risk-roc",
    sql: `SELECT model, CASE model WHEN 'leaking' THEN 'sees the limit' ELSE 'does not see the limit' END AS name,
      threshold, false_positive_rate, true_positive_rate
      FROM alllife.roc WHERE model IN ('honest', 'leaking') ORDER BY model, false_positive_rate, true_positive_rate`,
    alt: () =>
      "Two ROC curves: that of the model that sees the limit runs along the left and the upper edge, that of the model without it bends half-way between them and the diagonal of chance.",
    columns: {
      name: "Model",
      threshold: "Threshold",
      false_positive_rate: "Flagged of those without the label",
      true_positive_rate: "Flagged of those with it",
    },
    formats: {threshold: ".3f", false_positive_rate: ".1%", true_positive_rate: ".1%"},
    draw: RocCurves,
  },
  {
    id: "alllife.risk-precision-recall",
    sql: `SELECT p.threshold, p.recall, p.precision, m.value AS prevalence
      FROM alllife.precision_recall p JOIN alllife.risk_metrics m ON m.model = p.model AND m.metric = 'prevalence'
      WHERE p.model = 'honest' ORDER BY p.recall, p.threshold DESC`,
    alt: (rows) =>
      `Precision falls from nearly 100 % at low recall to ${percent(rows.at(-1)?.precision ?? 0)} where every customer is flagged.`,
    columns: {threshold: "Threshold", recall: "Recall", precision: "Precision"},
    formats: {threshold: ".3f", recall: ".1%", precision: ".1%"},
    draw: PrecisionRecall,
  },
  {
    id: "alllife.risk-calibration",
    sql: `SELECT bin, customers, predicted, observed, observed_low, observed_high
      FROM alllife.calibration WHERE model = 'honest' ORDER BY bin`,
    alt: (rows) =>
      `Predicted and found shares by tenth. ${rows.map(({predicted, observed}) => `${percent(predicted)} predicted, ${percent(observed)} found`).join("; ")}.`,
    columns: {
      bin: "Tenth",
      customers: "Customers",
      predicted: "Mean probability",
      observed: "Share with the label",
      observed_low: "95 % interval from",
      observed_high: "to",
    },
    formats: {predicted: ".1%", observed: ".1%", observed_low: ".1%", observed_high: ".1%", bin: "d"},
    draw: Calibration,
  },
  {
    id: "alllife.risk-lift",
    sql: `SELECT decile, customers, positives, lift, share_contacted, share_found
      FROM alllife.risk_lift WHERE model = 'honest' ORDER BY decile`,
    alt: (rows) =>
      `Lift by tenth, highest probabilities first: ${rows.map(({lift}) => formatFigure(Number(lift), ".2f")).join(", ")}.`,
    columns: {
      decile: "Tenth",
      customers: "Customers",
      positives: "With the label",
      lift: "Lift",
      share_contacted: "Share of customers so far",
      share_found: "Share of the label found so far",
    },
    formats: {decile: "d", positives: ".1f", lift: ".2f", share_contacted: ".0%", share_found: ".1%"},
    draw: Lift,
  },
];
