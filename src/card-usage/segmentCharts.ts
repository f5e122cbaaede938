import {priorities} from "../components/priorities.js";
import {SegmentProfiles} from "../components/SegmentProfiles.js";
import {SegmentShares} from "../components/SegmentShares.js";
import type {ChartDefinition} from "../lib/chartDefinition.js";
import {formatFigure} from "../lib/formatFigure.js";

const measures: readonly [string, string][] = [
  ["Customers", "share"],
  ...["purchases", "cash_advance", "balance", "payments", "credit_limit"].map((column): [string, string] => [
    {
      purchases: "Purchases",
      cash_advance: "Cash advances",
      balance: "Balances",
      payments: "Payments",
      credit_limit: "Credit limits",
    }[column] ?? column,
    `total_${column} / (SELECT sum(total_${column}) FROM card_usage.segments)`,
  ]),
];

/** What the segments are like, and what is recommended for them. */
export const segmentCharts: readonly ChartDefinition[] = [
  {
    id: "card-usage.shares",
    sql: measures
      .map(
        ([measure, expression], order) =>
          `SELECT '${measure}' AS measure, ${order} AS place, name, position, ${expression} AS share FROM card_usage.segments`,
      )
      .join(" UNION ALL ")
      .concat(" ORDER BY place, position"),
    alt: (rows) =>
      `Bars divided among the segments. ${rows.map(({measure, name, share}) => `${measure}: ${name} ${formatFigure(Number(share), ".0%")}`).join("; ")}.`,
    columns: {measure: "Measure", name: "Segment", share: "Share"},
    formats: {share: ".1%"},
    legend: true,
    draw: SegmentShares,
  },
  {
    id: "card-usage.profiles",
    sql: `SELECT v.label, s.name, p.position, p.centroid, p.mean, p.median
      FROM card_usage.segment_profiles p JOIN card_usage.segments s USING (segment)
      JOIN (SELECT name, label, row_number() OVER () AS place FROM card_usage.variables) v ON v.name = p.variable
      WHERE p.centroid IS NOT NULL ORDER BY v.place, p.position`,
    alt: (rows) =>
      `Dots for each segment and variable. ${rows.map(({label, name, centroid}) => `${label}: ${name} ${formatFigure(Number(centroid), "+.1f")}`).join("; ")}.`,
    columns: {
      label: "Variable",
      name: "Segment",
      centroid: "Standard deviations from the average",
      mean: "Mean",
      median: "Median",
    },
    legend: true,
    formats: {centroid: "+.2f", mean: ",.2f", median: ",.2f"},
    draw: SegmentProfiles,
  },
  priorities("card-usage", "card_usage"),
];
