import {CrossTable} from "../components/CrossTable.js";
import {DotRows} from "../components/DotRows.js";
import {RestartStrip} from "../components/RestartStrip.js";
import {SegmentBars} from "../components/SegmentBars.js";
import {SegmentShares} from "../components/SegmentShares.js";
import {ShareBars} from "../components/ShareBars.js";
import {Sweep} from "../components/Sweep.js";
import type {ChartDefinition, Row} from "../lib/chartDefinition.js";
import {formatFigure} from "../lib/formatFigure.js";

const byK = (rows: readonly Row[], column: string, format: string): string =>
  rows.map((row) => `${row.k}: ${formatFigure(Number(row[column]), format)}`).join("; ");

const cells = (rows: readonly Row[]): string =>
  rows.map(({row, column, customers}) => `${row}, ${column}: ${customers}`).join("; ");

/** Name of a cluster at k = 3 from the segment that most of its customers belong to. */
const threeNames = `(SELECT cluster, 'Group ' || cluster AS name FROM card_usage.k_clusters WHERE k = 3)`;

/** The search for the number of groups, and how firm they are. */
export const clusteringCharts: readonly ChartDefinition[] = [
  {
    id: "card-usage.preparations",
    sql: `SELECT label, CASE k WHEN 4 THEN 'four groups' ELSE 'three groups' END AS series, adjusted_rand AS value, customers, silhouette
      FROM card_usage.preparations WHERE preparation <> 'report' ORDER BY max(adjusted_rand) OVER (PARTITION BY preparation) DESC, label, k DESC`,
    alt: (rows) =>
      `Dots of the agreement with the report's groups. ${rows.map(({label, series, value}) => `${label}, ${series}: ${formatFigure(Number(value), ".2f")}`).join("; ")}.`,
    columns: {
      label: "Preparation",
      series: "Groups",
      value: "Adjusted Rand index",
      silhouette: "Mean silhouette",
      customers: "Customers",
    },
    formats: {value: ".3f", silhouette: ".3f", customers: ",d"},
    draw: (rows, options) =>
      DotRows(rows, {
        ...options,
        label: "Adjusted Rand index",
        domain: [0, 1],
      }),
  },
  {
    id: "card-usage.preparation-sizes",
    sql: `SELECT p.label AS measure, s.name, s.position, z.customers / sum(z.customers) OVER (PARTITION BY z.preparation) AS share, z.customers
      FROM card_usage.preparation_sizes z JOIN card_usage.segments s USING (position)
      JOIN (SELECT preparation, label, row_number() OVER () AS place FROM card_usage.preparations WHERE k = 4) p USING (preparation)
      ORDER BY p.place, s.position`,
    alt: (rows) =>
      `Bars divided among the segments, one for each preparation. ${rows.map(({measure, name, customers}) => `${measure}: ${name} ${customers}`).join("; ")}.`,
    columns: {measure: "Preparation", name: "Segment", customers: "Customers", share: "Share"},
    formats: {customers: ",d", share: ".1%"},
    legend: true,
    draw: SegmentShares,
  },
  {
    id: "card-usage.elbow",
    sql: "SELECT k, inertia, chosen FROM card_usage.kmeans_sweep ORDER BY k",
    alt: (rows) => `Inertia by number of groups. ${byK(rows, "inertia", ",.0f")}.`,
    columns: {k: "k", inertia: "Inertia"},
    formats: {inertia: ",.1f", k: "d"},
    draw: (rows, options) => Sweep(rows, "inertia", "↑ Inertia (squared standard deviations)", options),
  },
  {
    id: "card-usage.silhouette",
    sql: "SELECT k, silhouette, davies_bouldin, calinski_harabasz, chosen FROM card_usage.kmeans_sweep ORDER BY k",
    alt: (rows) => `Mean silhouette by number of groups. ${byK(rows, "silhouette", ".3f")}.`,
    columns: {
      k: "k",
      silhouette: "Mean silhouette",
      davies_bouldin: "Davies–Bouldin (lower is better)",
      calinski_harabasz: "Calinski–Harabasz (higher is better)",
    },
    formats: {silhouette: ".4f", davies_bouldin: ".3f", calinski_harabasz: ",.0f", k: "d"},
    draw: (rows, options) => Sweep(rows, "silhouette", "↑ Mean silhouette width", options),
  },
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
    alt: (rows) => `Cross-table of three groups against the four segments. ${cells(rows)}.`,
    columns: {row: "Of three groups", column: "Segment", customers: "Customers"},
    draw: (rows, options) => CrossTable(rows, "Three groups", "The four segments", options),
  },
  {
    id: "card-usage.agreement",
    sql: `SELECT k.name AS "row", w.name AS "column", a.customers
      FROM card_usage.cluster_agreement a
      JOIN card_usage.segments k ON k.position = a.kmeans_cluster JOIN card_usage.segments w ON w.position = a.ward_cluster
      ORDER BY a.kmeans_cluster, a.ward_cluster`,
    alt: (rows) => `Cross-table of k-means against Ward. ${cells(rows)}.`,
    columns: {row: "k-means", column: "Ward", customers: "Customers"},
    draw: (rows, options) => CrossTable(rows, "k-means", "Ward's tree, cut at the same number", options),
  },
  {
    id: "card-usage.stability",
    sql: "SELECT s.name, s.position, t.jaccard AS share, t.resamples FROM card_usage.stability t JOIN card_usage.segments s USING (segment) ORDER BY s.position",
    alt: (rows) =>
      `Bars of the mean Jaccard index of each segment. ${rows.map(({name, share}) => `${name}: ${formatFigure(Number(share), ".2f")}`).join("; ")}.`,
    columns: {name: "Segment", share: "Mean Jaccard index", resamples: "Resamples"},
    formats: {share: ".3f", resamples: "d"},
    draw: SegmentBars,
  },
  {
    id: "card-usage.components",
    sql: "SELECT 'Component ' || component AS label, share, cumulative_share FROM card_usage.components ORDER BY component LIMIT 8",
    alt: (rows) =>
      `Bars of the share of the variance. ${rows.map(({label, share}) => `${label}: ${formatFigure(Number(share), ".0%")}`).join("; ")}.`,
    columns: {label: "Component", share: "Share of the variance", cumulative_share: "Added up"},
    formats: {share: ".1%", cumulative_share: ".1%"},
    draw: ShareBars,
  },
  {
    id: "card-usage.loadings",
    sql: `SELECT v.label, CASE l.component WHEN 1 THEN 'first component' ELSE 'second component' END AS series, l.correlation AS value
      FROM card_usage.component_loadings l JOIN card_usage.variables v ON v.name = l.variable
      WHERE l.component <= 2 ORDER BY max(l.correlation) FILTER (l.component = 1) OVER (PARTITION BY l.variable) DESC, l.component`,
    alt: (rows) =>
      `Dots of the correlation of each variable with the first two components. ${rows.map(({label, series, value}) => `${label}, ${series}: ${formatFigure(Number(value), "+.2f")}`).join("; ")}.`,
    columns: {label: "Variable", series: "Component", value: "Correlation"},
    formats: {value: "+.2f"},
    draw: (rows, options) =>
      DotRows(rows, {...options, label: "Correlation with the component", domain: [-0.5, 1]}),
  },
];
