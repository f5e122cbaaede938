import {Calibration} from "../components/Calibration.js";
import {Lift} from "../components/Lift.js";
import {OddsRatios} from "../components/OddsRatios.js";
import {RocCurves} from "../components/RocCurves.js";
import {SegmentBars} from "../components/SegmentBars.js";
import type {ChartDefinition, Row} from "../lib/chartDefinition.js";
import {formatFigure} from "../lib/formatFigure.js";

const ratios = (
  model: string,
  terms = "true",
): string => `SELECT v.label, c.odds_ratio, c.odds_ratio_low, c.odds_ratio_high, c.coefficient, c.std_error, c.vif
  FROM card_usage.risk_coefficients c JOIN card_usage.variables v ON v.name = c.term
  WHERE c.model = '${model}' AND c.coefficient IS NOT NULL AND ${terms} ORDER BY c.odds_ratio DESC`;

const describeRatios = (rows: readonly Row[]): string =>
  `Odds ratios with intervals. ${rows.map(({label, odds_ratio, odds_ratio_low, odds_ratio_high}) => `${label}: ${[odds_ratio, odds_ratio_low, odds_ratio_high].map((value) => formatFigure(Number(value), ".2~g")).join(", ")}`).join("; ")}.`;

const ratioColumns = {
  label: "Variable",
  odds_ratio: "Odds ratio",
  odds_ratio_low: "95 % from",
  odds_ratio_high: "to",
  coefficient: "Coefficient",
  std_error: "Standard error",
  vif: "Variance inflation",
};
const ratioFormats = {
  odds_ratio: ".3~g",
  odds_ratio_low: ".3~g",
  odds_ratio_high: ".3~g",
  coefficient: "+.3f",
  std_error: ".3f",
  vif: ",.1f",
};

/** The proxy for risk, and the model of it. */
export const riskCharts: readonly ChartDefinition[] = [
  {
    id: "card-usage.flagged",
    sql: `SELECT s.name, s.position, avg(CAST(high_risk AS INTEGER)) AS share, count(high_risk) AS customers
      FROM card_usage.customers JOIN card_usage.segments s USING (segment) GROUP BY s.name, s.position ORDER BY s.position`,
    alt: (rows) =>
      `Bars of the share of each segment that paid less than the minimum. ${rows.map(({name, share}) => `${name}: ${formatFigure(Number(share), ".0%")}`).join("; ")}.`,
    columns: {
      name: "Segment",
      share: "Paid less than the minimum",
      customers: "Customers with a stated minimum",
    },
    formats: {share: ".1%", customers: ",d"},
    draw: SegmentBars,
  },
  {
    id: "card-usage.odds-ratios",
    sql: ratios("honest"),
    alt: describeRatios,
    columns: ratioColumns,
    formats: ratioFormats,
    draw: OddsRatios,
  },
  {
    id: "card-usage.collinear",
    sql: ratios("collinear", "c.term IN ('purchases', 'one_off_purchases', 'installment_purchases')"),
    alt: describeRatios,
    columns: ratioColumns,
    formats: ratioFormats,
    draw: OddsRatios,
  },
  {
    id: "card-usage.calibration",
    sql: "SELECT bin, customers, predicted, observed, observed_low, observed_high FROM card_usage.calibration WHERE model = 'honest' ORDER BY bin",
    alt: (rows) =>
      `Predicted and found shares by tenths of the customers. ${rows.map(({predicted, observed}) => `${formatFigure(Number(predicted), ".0%")} predicted, ${formatFigure(Number(observed), ".0%")} found`).join("; ")}.`,
    columns: {
      bin: "Tenth",
      customers: "Customers",
      predicted: "Predicted",
      observed: "Found",
      observed_low: "95 % from",
      observed_high: "to",
    },
    formats: {
      bin: "d",
      customers: ",d",
      predicted: ".1%",
      observed: ".1%",
      observed_low: ".1%",
      observed_high: ".1%",
    },
    draw: Calibration,
  },
  {
    id: "card-usage.roc",
    sql: `SELECT model, CASE model WHEN 'leaking' THEN 'sees the payments' ELSE 'does not see them' END AS name,
        threshold, false_positive_rate, true_positive_rate
      FROM card_usage.roc WHERE model IN ('honest', 'leaking') ORDER BY model, false_positive_rate, true_positive_rate`,
    alt: () =>
      "Two ROC curves: that of the model that sees the payments runs along the left and the upper edge, that of the model without them bends between them and the diagonal of chance.",
    columns: {
      name: "Model",
      threshold: "Threshold",
      false_positive_rate: "Flagged of those who paid the minimum",
      true_positive_rate: "Flagged of those who paid less",
    },
    formats: {threshold: ".3f", false_positive_rate: ".1%", true_positive_rate: ".1%"},
    draw: RocCurves,
  },
  {
    id: "card-usage.lift",
    sql: "SELECT decile, customers, positives, lift, share_contacted, share_found FROM card_usage.risk_lift WHERE model = 'honest' ORDER BY decile",
    alt: (rows) =>
      `Lift by tenth, highest probabilities first: ${rows.map(({lift}) => formatFigure(Number(lift), ".2f")).join(", ")}.`,
    columns: {
      decile: "Tenth",
      customers: "Card holders",
      positives: "Paid less",
      lift: "Lift",
      share_contacted: "Share of card holders so far",
      share_found: "Share of those who paid less so far",
    },
    formats: {decile: "d", positives: ".1f", lift: ".2f", share_contacted: ".0%", share_found: ".1%"},
    draw: Lift,
  },
];
