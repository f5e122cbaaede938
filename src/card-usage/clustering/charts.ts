import {describeRows} from "../../charts/describeRows.js";
import {segmentStability, wardAgreement} from "../../charts/segmentCharts.js";
import {sweepChart} from "../../charts/sweepChart.js";
import {CrossTable} from "../../components/plots/CrossTable.js";
import {DotRows} from "../../components/plots/DotRows.js";
import {RestartStrip} from "../../components/plots/RestartStrip.js";
import {ShareBars} from "../../components/plots/ShareBars.js";
import type {ChartDefinition} from "../../lib/narrative/chartDefinition.js";
import {chapter} from "../chapter.js";

/** Name of a cluster at k = 3 from the segment that most of its customers belong to. */
const threeNames = `(SELECT cluster, 'Group ' || cluster AS name FROM card_usage.k_clusters WHERE k = 3)`;

/** The search for the number of groups, and how firm they are. */
export const charts: readonly ChartDefinition[] = [
  sweepChart(chapter, "inertia"),
  sweepChart(chapter, "silhouette"),
  {
    id: "card-usage.restarts",
    sql: `SELECT k, start, inertia, inertia / min(inertia) OVER (PARTITION BY k) - 1 AS excess
      FROM card_usage.kmeans_restarts ORDER BY k, start`,
    alt: (rows) =>
      `Dots for each random start. ${[...new Set(rows.map(({k}) => k))]
        .map((k) => {
          const starts = rows.filter((row) => row.k === k);
          return `${k}: ${starts.filter(({excess}) => Number(excess) < 1e-4).length} of ${starts.length} at the best`;
        })
        .join("; ")}.`,
    columns: {k: "k", start: "Start", inertia: "Inertia", excess: "Above the best"},
    formats: {k: "d", start: "d", inertia: ",.1f", excess: ".3%"},
    draw: RestartStrip,
  },
  {
    id: "card-usage.three-and-four",
    sql: `SELECT t.name AS "row", s.name AS "column", f.customers
      FROM card_usage.k_flows f JOIN ${threeNames} t USING (cluster) JOIN card_usage.segments s USING (segment)
      WHERE f.k = 3 ORDER BY f.cluster, f.position`,
    alt: (rows) =>
      `Cross-table of three groups against the four segments. ${describeRows(rows, ["row", "column"], "customers", ",d")}.`,
    columns: {row: "Of three groups", column: "Segment", customers: "Customers"},
    draw: (rows, options) => CrossTable(rows, "Three groups", "The four segments", options),
  },
  wardAgreement(chapter),
  segmentStability(chapter),
  {
    id: "card-usage.components",
    sql: "SELECT 'Component ' || component AS name, share, cumulative_share FROM card_usage.components ORDER BY component LIMIT 8",
    alt: (rows) => `Bars of the share of the variance. ${describeRows(rows, ["name"], "share", ".1%")}.`,
    columns: {name: "Component", share: "Share of the variance", cumulative_share: "Added up"},
    formats: {share: ".1%", cumulative_share: ".1%"},
    draw: (rows, options) => ShareBars(rows, "Share of the variance (%)", options),
  },
  {
    id: "card-usage.loadings",
    sql: `SELECT v.label, CASE l.component WHEN 1 THEN 'first component' ELSE 'second component' END AS series, l.correlation AS value
      FROM card_usage.component_loadings l JOIN card_usage.variables v ON v.name = l.variable
      WHERE l.component <= 2 ORDER BY max(l.correlation) FILTER (l.component = 1) OVER (PARTITION BY l.variable) DESC, l.component`,
    alt: (rows) =>
      `Dots of the correlation of each variable with the first two components. ${describeRows(rows, ["label", "series"], "value", "+.2f")}.`,
    columns: {label: "Variable", series: "Component", value: "Correlation"},
    formats: {value: "+.2f"},
    draw: (rows, options) =>
      DotRows(rows, {...options, label: "Correlation with the component", domain: [-0.5, 1]}),
  },
];
