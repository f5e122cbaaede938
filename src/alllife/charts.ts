import {CrossTable} from "../components/CrossTable.js";
import {SegmentBars} from "../components/SegmentBars.js";
import {SegmentProfiles} from "../components/SegmentProfiles.js";
import {SegmentShares} from "../components/SegmentShares.js";
import {Sweep} from "../components/Sweep.js";
import type {ChartDefinition, Row} from "../lib/chartDefinition.js";
import {formatFigure} from "../lib/formatFigure.js";
import {explorationCharts} from "./charts/exploration.js";
import {segmentCharts} from "./charts/segments.js";

const sharesOf = (measures: Record<string, string>): string =>
  Object.entries(measures)
    .map(
      ([measure, expression], order) =>
        `SELECT '${measure}' AS measure, ${order} AS place, name, position, ${expression} AS share FROM alllife.segments`,
    )
    .join(" UNION ALL ")
    .concat(" ORDER BY place, position");

const total = (column: string) => `total_${column} / (SELECT sum(total_${column}) FROM alllife.segments)`;

const describeShares = (rows: readonly Row[]): string =>
  rows
    .map(({measure, name, share}) => `${measure}: ${name} ${formatFigure(Number(share), ".0%")}`)
    .join("; ");

/** Charts of the AllLife chapter that are drawn at build time. */
export const charts: readonly ChartDefinition[] = [
  {
    id: "alllife.shares",
    sql: sharesOf({
      Customers: "share",
      "Credit limits": total("credit_limit"),
      "Branch visits": total("branch_visits"),
      "Online visits": total("online_visits"),
      Calls: total("calls"),
    }),
    alt: (rows) => `Bars divided among the segments. ${describeShares(rows)}.`,
    columns: {measure: "Measure", name: "Segment", share: "Share"},
    formats: {share: ".1%"},
    legend: true,
    draw: SegmentShares,
  },
  {
    id: "alllife.flagged",
    sql: `SELECT s.name, s.position, avg(CAST(high_risk AS INTEGER)) AS share
      FROM alllife.customers JOIN alllife.segments s USING (segment) GROUP BY s.name, s.position ORDER BY s.position`,
    alt: (rows) =>
      `Bars of the share of each segment that the policy flags. ${rows.map(({name, share}) => `${name}: ${formatFigure(Number(share), ".0%")}`).join("; ")}.`,
    columns: {name: "Segment", share: "Share flagged by the policy"},
    formats: {share: ".1%"},
    draw: SegmentBars,
  },
  {
    id: "alllife.profiles",
    sql: `SELECT upper(left(replace(variable, '_', ' '), 1)) || substr(replace(variable, '_', ' '), 2) AS label, s.name, p.position, p.centroid, p.mean
      FROM alllife.segment_profiles p JOIN alllife.segments s USING (segment)
      WHERE p.centroid IS NOT NULL ORDER BY variable, p.position`,
    alt: (rows) =>
      `Dots for each segment and variable. ${rows.map(({label, name, centroid}) => `${label}: ${name} ${formatFigure(Number(centroid), "+.1f")}`).join("; ")}.`,
    columns: {
      label: "Variable",
      name: "Segment",
      centroid: "Standard deviations from the average",
      mean: "Mean",
    },
    legend: true,
    formats: {centroid: "+.2f", mean: ",.2f"},
    draw: SegmentProfiles,
  },
  {
    id: "alllife.elbow",
    sql: "SELECT k, inertia, chosen FROM alllife.kmeans_sweep ORDER BY k",
    alt: (rows) =>
      `Inertia by number of segments. ${rows.map(({k, inertia}) => `${k}: ${formatFigure(Number(inertia), ",.0f")}`).join("; ")}.`,
    columns: {k: "k", inertia: "Inertia"},
    formats: {inertia: ",.2f", k: "d"},
    draw: (rows, options) => Sweep(rows, "inertia", "↑ Inertia (squared standard deviations)", options),
  },
  {
    id: "alllife.silhouette",
    sql: "SELECT k, silhouette, chosen FROM alllife.kmeans_sweep ORDER BY k",
    alt: (rows) =>
      `Mean silhouette by number of segments. ${rows.map(({k, silhouette}) => `${k}: ${formatFigure(Number(silhouette), ".3f")}`).join("; ")}.`,
    columns: {k: "k", silhouette: "Mean silhouette"},
    formats: {silhouette: ".4f", k: "d"},
    draw: (rows, options) => Sweep(rows, "silhouette", "↑ Mean silhouette width", options),
  },
  {
    id: "alllife.agreement",
    sql: `SELECT k.name AS "row", w.name AS "column", a.customers
      FROM alllife.cluster_agreement a
      JOIN alllife.segments k ON k.position = a.kmeans_cluster JOIN alllife.segments w ON w.position = a.ward_cluster
      ORDER BY a.kmeans_cluster, a.ward_cluster`,
    alt: (rows) =>
      `Cross-table of k-means against Ward. ${rows.map(({row, column, customers}) => `${row}, ${column}: ${customers}`).join("; ")}.`,
    columns: {row: "k-means", column: "Ward", customers: "Customers"},
    draw: (rows, options) => CrossTable(rows, "k-means", "Ward's tree, cut at the same number", options),
  },
  ...explorationCharts,
  ...segmentCharts,
];
