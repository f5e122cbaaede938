import {Calibration} from "../components/plots/Calibration.js";
import {Lift} from "../components/plots/Lift.js";
import {OddsRatios} from "../components/plots/OddsRatios.js";
import {RocCurves} from "../components/plots/RocCurves.js";
import type {ChartDefinition} from "../lib/narrative/chartDefinition.js";
import {formatFigure} from "../lib/narrative/formatFigure.js";
import type {Chapter} from "./chapter.js";

/**
 * Odds ratios of a model of the risk label.
 *
 * @param name last part of the chart's id
 * @param condition SQL that the terms must meet
 */
export function oddsRatios(
  {id, schema}: Chapter,
  name: string,
  model: string,
  condition = "true",
): ChartDefinition {
  return {
    id: `${id}.${name}`,
    sql: `SELECT v.label, v.unit, c.odds_ratio, c.odds_ratio_low, c.odds_ratio_high, c.coefficient, c.std_error, c.scale, c.vif
      FROM ${schema}.risk_coefficients c JOIN ${schema}.variables v ON v.name = c.term
      WHERE c.model = '${model}' AND c.coefficient IS NOT NULL AND ${condition} ORDER BY c.coefficient DESC`,
    alt: (rows) =>
      `Odds ratios with intervals. ${rows
        .map(({label, odds_ratio, odds_ratio_low, odds_ratio_high}) => {
          const [ratio, low, high] = [odds_ratio, odds_ratio_low, odds_ratio_high].map((value) =>
            formatFigure(Number(value), ".3~r"),
          );
          return `${label}: ${ratio}, from ${low} to ${high}`;
        })
        .join("; ")}.`,
    columns: {
      label: "Variable",
      scale: "One standard deviation",
      unit: "Unit",
      coefficient: "Coefficient (log-odds)",
      std_error: "Standard error",
      odds_ratio: "Odds ratio",
      odds_ratio_low: "95% interval from",
      odds_ratio_high: "to",
      vif: "Variance inflation",
    },
    formats: {
      scale: ",.2f",
      coefficient: "+.3f",
      std_error: ".3f",
      odds_ratio: ".3~g",
      odds_ratio_low: ".3~g",
      odds_ratio_high: ".3~g",
      vif: ",.2f",
    },
    draw: OddsRatios,
  };
}

/**
 * How the risk model does, and that which sees its own answer.
 *
 * @param leaking what that model sees, as in “sees the limit”; undefined where there is none, as for an observed outcome
 * @param honest what the model of the report does instead, as in “does not see the limit”
 * @param isUnseen whether the calibration is that of models which have not seen the customers
 */
export function riskCharts(
  {id, schema}: Chapter,
  {leaking, honest, isUnseen = false}: {leaking?: string; honest: string; isUnseen?: boolean},
): ChartDefinition[] {
  const percent = (value: unknown) => formatFigure(Number(value), ".0%");
  return [
    {
      id: `${id}.risk-roc`,
      sql: `SELECT model, CASE model WHEN 'leaking' THEN '${leaking ?? ""}' ELSE '${honest}' END AS name,
          threshold, false_positive_rate, true_positive_rate
        FROM ${schema}.roc WHERE model IN ('honest', 'leaking') ORDER BY model, false_positive_rate, true_positive_rate`,
      alt: () =>
        leaking === undefined
          ? `The ROC curve of the model that ${honest}, between the left upper corner and the diagonal of chance.`
          : `Two ROC curves: that of the model that ${leaking} runs along the left and the upper edge, that of the model that ${honest} bends between them and the diagonal of chance.`,
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
      id: `${id}.risk-calibration`,
      sql: `SELECT bin, customers, predicted, observed, observed_low, observed_high
        FROM ${schema}.${isUnseen ? "calibration_unseen" : "calibration"} WHERE model = 'honest' ORDER BY bin`,
      alt: (rows) =>
        `Predicted and found shares by tenth. ${rows.map(({predicted, observed}) => `${percent(predicted)} predicted, ${percent(observed)} found`).join("; ")}.`,
      columns: {
        bin: "Tenth",
        customers: "Customers",
        predicted: "Mean probability",
        observed: "Share with the label",
        observed_low: "95% interval from",
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
      id: `${id}.risk-lift`,
      sql: `SELECT decile, customers, positives, lift, share_contacted, share_found
        FROM ${schema}.risk_lift WHERE model = 'honest' ORDER BY decile`,
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
}
