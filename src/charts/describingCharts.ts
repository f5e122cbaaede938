import {LevelMeans} from "../components/plots/LevelMeans.js";
import {OddsRatios} from "../components/plots/OddsRatios.js";
import {SegmentShares} from "../components/plots/SegmentShares.js";
import {ShareBars} from "../components/plots/ShareBars.js";
import type {ChartDefinition} from "../lib/narrative/chartDefinition.js";
import {formatFigure} from "../lib/narrative/formatFigure.js";
import type {Chapter} from "./chapter.js";
import {describeRows} from "./describeRows.js";

/**
 * Who is in which segment, by a column that describes: one bar for each of its levels of which no number is withheld.
 *
 * @param variable column of the customers table
 * @param label its name for people
 */
export function levelSegments({id, schema}: Chapter, variable: string, label: string): ChartDefinition {
  return {
    id: `${id}.levels-${variable.replaceAll("_", "-")}`,
    sql: `SELECT l.level AS measure, s.name, l.position, l.customers, l.share AS of_segment, l.share_low, l.share_high,
        coalesce(l.customers, 0) / greatest(sum(coalesce(l.customers, 0)) OVER (PARTITION BY l.level_position), 1) AS share
      FROM ${schema}.segment_levels l JOIN ${schema}.segments s USING (segment)
      WHERE l.variable = '${variable}' QUALIFY count(*) FILTER (l.customers IS NULL) OVER (PARTITION BY l.level_position) = 0
      ORDER BY l.level_position, l.position`,
    alt: (rows) =>
      `Bars of ${label}, divided among the segments. ${describeRows(rows, ["measure", "name"], "share", ".0%")}.`,
    columns: {
      measure: label,
      name: "Segment",
      customers: "Customers",
      of_segment: "Share of the segment",
      share_low: "95% interval from",
      share_high: "to",
      share: "Share of the level",
    },
    formats: {customers: ",d", of_segment: ".1%", share_low: ".1%", share_high: ".1%", share: ".1%"},
    legend: true,
    draw: (rows, options) => SegmentShares(rows, "Share of the customers with this level (%)", options),
  };
}

/**
 * The mean of a variable for each level of a column that describes.
 *
 * @param variable column that describes, and its name for people
 * @param measure variable that is averaged, and its name for people
 */
export function levelMeans(
  {id, schema}: Chapter,
  variable: string,
  label: string,
  measure: string,
  measureLabel: string,
): ChartDefinition {
  return {
    id: `${id}.values-${measure.replaceAll("_", "-")}-by-${variable.replaceAll("_", "-")}`,
    sql: `SELECT level AS name, customers, mean, mean_low, mean_high, median FROM ${schema}.level_values
      WHERE variable = '${variable}' AND measure = '${measure}' AND mean IS NOT NULL ORDER BY level_position`,
    alt: (rows) =>
      `Means of ${measureLabel} with intervals, by ${label}: ${describeRows(rows, ["name"], "mean", ".4~r")}.`,
    columns: {
      name: label,
      customers: "Customers",
      mean: `Mean of ${measureLabel}`,
      mean_low: "95% interval from",
      mean_high: "to",
      median: "Median",
    },
    formats: {customers: ",d"},
    draw: (rows, options) => LevelMeans(rows, measureLabel, options),
  };
}

/**
 * The share of customers with the label for each level of a column that describes.
 *
 * @param heading what the share is, for the text and the table
 */
export function labelByLevel(
  {id, schema}: Chapter,
  variable: string,
  label: string,
  heading: string,
): ChartDefinition {
  return {
    id: `${id}.label-by-${variable.replaceAll("_", "-")}`,
    sql: `SELECT level AS name, customers, share, share_low, share_high FROM ${schema}.label_by_level
      WHERE variable = '${variable}' AND share IS NOT NULL ORDER BY level_position`,
    alt: (rows) => `Bars by ${label}. ${heading}: ${describeRows(rows, ["name"], "share", ".1%")}.`,
    columns: {
      name: label,
      customers: "Customers",
      share: heading,
      share_low: "95% interval from",
      share_high: "to",
    },
    formats: {customers: ",d", share: ".1%", share_low: ".1%", share_high: ".1%"},
    draw: (rows, options) => ShareBars(rows, `${heading} (%)`, options),
  };
}

/**
 * The share of each segment with an observed outcome.
 *
 * @param heading what the share is, for the text and the table
 */
export function labelBySegment({id, schema}: Chapter, heading: string): ChartDefinition {
  return {
    id: `${id}.flagged`,
    sql: `SELECT s.name, s.position, l.customers, l.share, l.share_low, l.share_high
      FROM ${schema}.label_by_segment l JOIN ${schema}.segments s USING (segment) WHERE l.share IS NOT NULL ORDER BY s.position`,
    alt: (rows) => `Bars for each segment. ${heading}: ${describeRows(rows, ["name"], "share", ".1%")}.`,
    columns: {
      name: "Segment",
      customers: "Customers with a known outcome",
      share: heading,
      share_low: "95% interval from",
      share_high: "to",
    },
    formats: {customers: ",d", share: ".1%", share_low: ".1%", share_high: ".1%"},
    draw: (rows, options) => ShareBars(rows, `${heading} (%)`, options),
  };
}

/**
 * Odds ratios of the model of an outcome: of one standard deviation of a variable, and of each level of the columns that
 * describe against the reference level, in its own unit.
 *
 * @param most terms that are drawn at most, those with the largest z values
 * @param hasLevels whether the data set has columns that describe
 */
export function outcomeOdds({id, schema}: Chapter, most: number, hasLevels: boolean): ChartDefinition {
  const level = "split_part(c.term, '=', 2)";
  const name = hasLevels ? `coalesce(v.label, d.label || ': ' || ${level})` : "v.label";
  const described = hasLevels
    ? `LEFT JOIN ${schema}.describing_columns d ON d.name = split_part(c.term, '=', 1) AND contains(c.term, '=')`
    : "";
  // a level is all or nothing: the ratio for one standard deviation of it would tell nobody anything
  const per = "CASE WHEN v.name IS NULL THEN c.scale ELSE 1 END";
  return {
    id: `${id}.risk-odds`,
    sql: `SELECT ${name} AS label, v.unit, exp(c.coefficient / ${per}) AS odds_ratio, exp(c.coefficient_low / ${per}) AS odds_ratio_low,
        exp(c.coefficient_high / ${per}) AS odds_ratio_high, c.coefficient / ${per} AS coefficient, c.std_error / ${per} AS std_error,
        CASE WHEN v.name IS NULL THEN NULL ELSE c.scale END AS scale, c.vif
      FROM ${schema}.risk_coefficients c LEFT JOIN ${schema}.variables v ON v.name = c.term ${described}
      WHERE c.model = 'honest' AND c.term <> '(intercept)' AND c.coefficient IS NOT NULL
      QUALIFY row_number() OVER (ORDER BY abs(c.coefficient / c.std_error) DESC, c.term) <= ${most}
      ORDER BY odds_ratio DESC`,
    alt: (rows) =>
      `Odds ratios with intervals. ${rows
        .map(({label, odds_ratio}) => `${label}: ${formatFigure(Number(odds_ratio), ".3~r")}`)
        .join("; ")}.`,
    columns: {
      label: "Variable or level",
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
