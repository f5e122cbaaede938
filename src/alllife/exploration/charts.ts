import {correlationChart, fullCorrelationChart} from "../../charts/correlationChart.js";
import {BoxRows} from "../../components/plots/BoxRows.js";
import {PairDots, type PairLabels} from "../../components/plots/PairDots.js";
import {SegmentShares} from "../../components/plots/SegmentShares.js";
import {VariableDistribution} from "../../components/plots/VariableDistribution.js";
import type {ChartDefinition, Row} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {chapter} from "../chapter.js";

/** Name of a variable for people, from the table of variables. */
/** Histogram, box plot and cumulative curve of one variable. */
function distribution(variable: string, label: string, step: number): ChartDefinition {
  return {
    id: `alllife.distribution-${variable.replaceAll("_", "-")}`,
    sql: `SELECT ${variable} AS value, count(*) AS customers FROM alllife.customers GROUP BY 1 ORDER BY 1`,
    alt: (rows) => {
      const most = rows.reduce((a, b) => (Number(b.customers) > Number(a.customers) ? b : a));
      return `Histogram, box plot and cumulative curve. ${label}: from ${rows[0].value} to ${rows[rows.length - 1].value}, most often ${most.value}.`;
    },
    columns: {value: label, customers: "Customers"},
    draw: (rows, options) => VariableDistribution(rows, label, step, options),
  };
}

/** Width of the classes in which limits are drawn: single limits would be a cloud of single dots. */
const limitClass = `floor(credit_limit / 10000) * 10000 + 5000`;

function pair(id: string, x: string, y: string, labels: PairLabels): ChartDefinition {
  return {
    id: `alllife.${id}`,
    sql: `SELECT ${x} AS x, ${y} AS y, s.name, s.position, count(*) AS customers
      FROM alllife.customers JOIN alllife.segments s USING (segment) GROUP BY ALL ORDER BY s.position, x, y`,
    alt: (rows) =>
      `Dots for ${labels.x} across and ${labels.y} up, as large as they have customers; ${rows.length} places.`,
    columns: {x: labels.x, y: labels.y, name: "Segment", customers: "Customers"},
    legend: true,
    draw: (rows, options) => PairDots(rows, labels, options),
  };
}

const limitByCalls: ChartDefinition = {
  id: "alllife.limit-by-calls",
  sql: `SELECT calls AS name, count(*) AS customers, min(credit_limit) AS low, quantile_cont(credit_limit, 0.25) AS q25,
      median(credit_limit) AS median, quantile_cont(credit_limit, 0.75) AS q75, max(credit_limit) AS high
    FROM alllife.customers GROUP BY calls ORDER BY calls`,
  alt: (rows) =>
    `Box plots of the credit limit by calls a year. Medians: ${rows.map(({name, median}) => `${name} calls ${formatFigure(Number(median), "$,.0f")}`).join("; ")}.`,
  columns: {
    name: "Calls a year",
    customers: "Customers",
    low: "Least",
    q25: "Lower quartile",
    median: "Median",
    q75: "Upper quartile",
    high: "Greatest",
  },
  formats: {low: "$,.0f", q25: "$,.0f", median: "$,.0f", q75: "$,.0f", high: "$,.0f"},
  draw: (rows, options) => BoxRows(rows, {x: "Credit limit ($)", y: "Calls a year"}, options),
};

const channels: ChartDefinition = {
  id: "alllife.channels",
  sql: `WITH preference AS (
      SELECT segment, CASE
        WHEN branch_visits > online_visits AND branch_visits > calls THEN 'Branch most'
        WHEN online_visits > branch_visits AND online_visits > calls THEN 'Online most'
        WHEN calls > branch_visits AND calls > online_visits THEN 'Phone most'
        ELSE 'Two or three alike' END AS measure
      FROM alllife.customers)
    SELECT measure, name, position, count(*) AS customers, count(*) / (SELECT count(*) FROM alllife.customers) AS share
    FROM preference JOIN alllife.segments USING (segment) GROUP BY measure, name, position ORDER BY measure, position`,
  alt: (rows) =>
    `Bars of the share of customers by the channel that they use most. ${rows.map(({measure, name, share}) => `${measure}: ${name} ${formatFigure(Number(share), ".0%")}`).join("; ")}.`,
  columns: {measure: "Channel", name: "Segment", customers: "Customers", share: "Share of all customers"},
  formats: {share: ".1%"},
  legend: true,
  draw: (rows: readonly Row[], options) => SegmentShares(rows, "Share of all customers (%)", options),
};

/** Charts of the pages on data quality and exploration. */
/** Charts of the page Exploration. */
export const charts: readonly ChartDefinition[] = [
  distribution("credit_limit", "Credit limit ($)", 10_000),
  distribution("credit_cards", "Credit cards", 1),
  distribution("branch_visits", "Branch visits a year", 1),
  distribution("online_visits", "Online visits a year", 1),
  distribution("calls", "Calls a year", 1),
  correlationChart(chapter),
  fullCorrelationChart(chapter),
  pair("limit-cards", limitClass, "credit_cards", {x: "Credit limit ($, in classes)", y: "Credit cards"}),
  pair("limit-visits", limitClass, "branch_visits", {
    x: "Credit limit ($, in classes)",
    y: "Branch visits a year",
  }),
  pair("limit-online", limitClass, "online_visits", {
    x: "Credit limit ($, in classes)",
    y: "Online visits a year",
  }),
  pair("limit-calls", limitClass, "calls", {x: "Credit limit ($, in classes)", y: "Calls a year"}),
  pair("visits-calls", "branch_visits", "calls", {x: "Branch visits a year", y: "Calls a year"}),
  limitByCalls,
  channels,
];
