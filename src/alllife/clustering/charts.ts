import {describeRows} from "../../charts/describeRows.js";
import {segmentProfiles, segmentStability, wardAgreement} from "../../charts/segmentCharts.js";
import {sweepChart} from "../../charts/sweepChart.js";
import {Biplot} from "../../components/plots/Biplot.js";
import {GapCurve} from "../../components/plots/GapCurve.js";
import {MethodDots} from "../../components/plots/MethodDots.js";
import {SilhouetteWidths} from "../../components/plots/SilhouetteWidths.js";
import {ValueBars} from "../../components/plots/ValueBars.js";
import type {ChartDefinition} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {chapter} from "../chapter.js";

const silhouettes: ChartDefinition = {
  id: "alllife.silhouettes",
  sql: `SELECT row_number() OVER (ORDER BY s.position, c.silhouette DESC) AS place, c.customer_id, s.name, s.position, c.silhouette
    FROM alllife.customers c JOIN alllife.segments s USING (segment) ORDER BY place`,
  alt: (rows) =>
    `The silhouette width of each of ${rows.length} customers, by segment; the least is ${formatFigure(Math.min(...rows.map(({silhouette}) => Number(silhouette))), ".2f")}.`,
  columns: {customer_id: "Customer", name: "Segment", silhouette: "Silhouette width"},
  formats: {silhouette: ".3f"},
  legend: true,
  draw: SilhouetteWidths,
};

const gap: ChartDefinition = {
  id: "alllife.gap",
  sql: `SELECT k, gap, gap - standard_error AS low, gap + standard_error AS high, chosen FROM alllife.gap_statistic ORDER BY k`,
  alt: (rows) => `Gap statistic by number of segments. ${describeRows(rows, ["k"], "gap", ".2f")}.`,
  columns: {k: "k", gap: "Gap", low: "One standard error down", high: "up"},
  formats: {k: "d", gap: ".3f", low: ".3f", high: ".3f"},
  draw: GapCurve,
};

const linkages: ChartDefinition = {
  id: "alllife.linkages",
  sql: `SELECT upper(left(method, 1)) || substr(method, 2) AS name, cophenetic_correlation AS value, adjusted_rand, silhouette,
      (SELECT string_agg(customers, ', ' ORDER BY position) FROM alllife.linkage_segments l WHERE l.method = linkages.method) AS sizes
    FROM alllife.linkages ORDER BY cophenetic_correlation DESC`,
  alt: (rows) =>
    `Bars of the cophenetic correlation of each linkage. ${rows.map(({name, value, sizes}) => `${name}: ${formatFigure(Number(value), ".3f")}, sizes ${sizes}`).join("; ")}.`,
  columns: {
    name: "Linkage",
    value: "Cophenetic correlation",
    adjusted_rand: "Adjusted Rand index against k-means",
    silhouette: "Mean silhouette of the cut",
    sizes: "Sizes in the order of the segments",
  },
  formats: {value: ".4f", adjusted_rand: ".3f", silhouette: ".3f"},
  draw: (rows, options) => ValueBars(rows, {x: "Cophenetic correlation", format: ".3f"}, options),
};

const joinings: ChartDefinition = {
  id: "alllife.joinings",
  sql: `SELECT 'from ' || (clusters + 1) || ' to ' || clusters AS name, height AS value
    FROM alllife.linkage_heights WHERE method = 'ward' AND clusters < 10 ORDER BY clusters`,
  alt: (rows) =>
    `Bars of the height of the last joinings in Ward's tree. ${describeRows(rows, ["name"], "value", ".1f")}.`,
  columns: {name: "Number of clusters", value: "Height of the joining (standard deviations)"},
  formats: {value: ".2f"},
  draw: (rows, options) =>
    ValueBars(rows, {x: "Height of the joining (standard deviations)", format: ".1f"}, options),
};

const disagreements: ChartDefinition = {
  id: "alllife.disagreements",
  sql: `SELECT customer_id, k.name, kmeans_cluster AS position, k.name AS "k-means", w.name AS ward, a.name AS average, f.name AS complete,
      kmeans_cluster AS "k-means_position", l.ward AS ward_position, l.average AS average_position, l.complete AS complete_position,
      credit_limit, credit_cards, branch_visits, online_visits, calls, c.silhouette
    FROM alllife.customers c JOIN alllife.linkage_labels l USING (row_number)
    JOIN alllife.segments k ON k.position = kmeans_cluster JOIN alllife.segments w ON w.position = l.ward
    JOIN alllife.segments a ON a.position = l.average JOIN alllife.segments f ON f.position = l.complete
    ORDER BY CAST(l.ward <> kmeans_cluster AS INTEGER) + CAST(l.average <> kmeans_cluster AS INTEGER)
      + CAST(l.complete <> kmeans_cluster AS INTEGER) DESC, c.silhouette LIMIT 12`,
  alt: (rows) =>
    `The ${rows.length} customers between groups, by group of k-means and in limit and cards. ${rows.map((row) => `${row["k-means"]}: ${row.credit_limit}, ${row.credit_cards} cards`).join("; ")}.`,
  columns: {
    customer_id: "Customer",
    "k-means": "k-means",
    ward: "Ward",
    average: "Average",
    complete: "Complete",
    credit_limit: "Limit ($)",
    credit_cards: "Cards",
    branch_visits: "Branch visits",
    online_visits: "Online visits",
    calls: "Calls",
    silhouette: "Silhouette",
  },
  formats: {silhouette: ".2f"},
  legend: true,
  draw: MethodDots,
};

const biplot: ChartDefinition = {
  id: "alllife.components",
  sql: `SELECT round(component_1 * 5) / 5 AS x, round(component_2 * 5) / 5 AS y, s.name, s.position, NULL AS variable, count(*) AS customers
    FROM alllife.component_scores JOIN alllife.customers USING (row_number) JOIN alllife.segments s USING (segment)
    GROUP BY 1, 2, 3, 4
    UNION ALL
    SELECT a.weight, b.weight, v.label, NULL, v.label, NULL FROM alllife.component_loadings a
    JOIN alllife.component_loadings b USING (variable) JOIN alllife.variables v ON v.name = variable
    WHERE a.component = 1 AND b.component = 2`,
  alt: (rows) =>
    `Customers in the first two principal components, with an arrow for each variable. ${rows
      .filter(({variable}) => variable !== null)
      .map(
        ({variable, x, y}) =>
          `${variable}: ${formatFigure(Number(x), ".2f")}, ${formatFigure(Number(y), ".2f")}`,
      )
      .join("; ")}.`,
  columns: {name: "Segment or variable", x: "First component", y: "Second component", customers: "Customers"},
  formats: {x: ".2f", y: ".2f"},
  legend: true,
  draw: Biplot,
};

const tests: ChartDefinition = {
  id: "alllife.tests",
  sql: `SELECT v.label AS name, epsilon_squared AS value, statistic,
      CASE WHEN adjusted_p_value < 1e-16 THEN 'below 1e-16' ELSE printf('%.2g', adjusted_p_value) END AS p
    FROM alllife.segment_tests JOIN alllife.variables v ON v.name = variable ORDER BY epsilon_squared DESC`,
  alt: (rows) =>
    `Bars of the effect size epsilon squared of each variable. ${describeRows(rows, ["name"], "value", ".2f")}.`,
  columns: {
    name: "Variable",
    statistic: "Kruskal–Wallis H",
    p: "p, corrected by Holm",
    value: "Effect size ε²",
  },
  formats: {statistic: ",.1f", value: ".3f"},
  draw: (rows, options) =>
    ValueBars(rows, {x: "Effect size ε² (0: none, 1: complete)", format: ".2f"}, options),
};

/** Charts of the pages on preparation, clustering, segments and recommendations. */
/** Charts of the page Clustering. */
export const charts: readonly ChartDefinition[] = [
  segmentProfiles(chapter),
  sweepChart(chapter, "inertia"),
  sweepChart(chapter, "silhouette"),
  wardAgreement(chapter),
  silhouettes,
  sweepChart(chapter, "davies_bouldin"),
  sweepChart(chapter, "calinski_harabasz"),
  gap,
  joinings,
  linkages,
  disagreements,
  biplot,
  segmentStability(chapter),
  tests,
];
