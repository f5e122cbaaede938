import {correlationChart} from "../../charts/correlationChart.js";
import {describeRows} from "../../charts/describeRows.js";
import {Histograms} from "../../components/plots/Histograms.js";
import {QuantileRanges} from "../../components/plots/QuantileRanges.js";
import {ShareBars} from "../../components/plots/ShareBars.js";
import type {ChartDefinition} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {chapter} from "../chapter.js";

const columnsIn = (unit: string) =>
  `(SELECT name, label, row_number() OVER () AS place FROM card_usage.variables WHERE unit = '${unit}')`;

/** All values of the money variables, one a row. */
const money = `(SELECT label, place, value
  FROM (UNPIVOT (SELECT balance, purchases, one_off_purchases, installment_purchases, cash_advance, credit_limit, payments,
      CASE WHEN minimum_payments_imputed THEN NULL ELSE minimum_payments END AS minimum_payments
    FROM card_usage.customers)
    ON COLUMNS(*) INTO NAME name VALUE value)
  JOIN ${columnsIn("$")} USING (name))`;

/** Distributions and relations of the variables. */
export const charts: readonly ChartDefinition[] = [
  {
    id: "card-usage.zeros",
    sql: `SELECT label AS name, avg(CAST(value = 0 AS INTEGER)) AS share FROM ${money} GROUP BY label ORDER BY share DESC, label`,
    alt: (rows) =>
      `Bars of the share of customers with nothing. ${describeRows(rows, ["name"], "share", ".1%")}.`,
    columns: {name: "Variable", share: "Share of customers with zero"},
    formats: {share: ".1%"},
    draw: (rows, options) => ShareBars(rows, "Share of customers with zero (%)", options),
  },
  {
    id: "card-usage.top-tenth",
    sql: `SELECT label AS name, sum(value) FILTER (rank <= 0.1) / sum(value) AS share
      FROM (SELECT label, value, row_number() OVER (PARTITION BY label ORDER BY value DESC) / count(*) OVER (PARTITION BY label) AS rank FROM ${money})
      GROUP BY label ORDER BY share DESC`,
    alt: (rows) =>
      `Bars of the share that the top tenth of customers have of each sum. ${describeRows(rows, ["name"], "share", ".1%")}.`,
    columns: {name: "Variable", share: "Share of the top tenth"},
    formats: {share: ".1%"},
    draw: (rows, options) => ShareBars(rows, "Share of the top tenth (%)", options),
  },
  {
    id: "card-usage.quantiles",
    sql: `SELECT label, count(*) AS customers, quantile_cont(value, 0.1) AS q10, quantile_cont(value, 0.25) AS q25, median(value) AS median,
        quantile_cont(value, 0.75) AS q75, quantile_cont(value, 0.9) AS q90, max(value) AS max
      FROM ${money} WHERE value > 0 GROUP BY label ORDER BY median DESC`,
    alt: (rows) =>
      `Ranges on a log scale for customers who have any. Medians: ${describeRows(rows, ["label"], "median", "$,.0f")}.`,
    columns: {
      label: "Variable",
      customers: "Customers with more than zero",
      q10: "First tenth",
      q25: "Lower quartile",
      median: "Median",
      q75: "Upper quartile",
      q90: "Last tenth",
      max: "Largest",
    },
    formats: Object.fromEntries(["q10", "q25", "median", "q75", "q90", "max"].map((name) => [name, "$,.0f"])),
    draw: (rows, options) => QuantileRanges(rows, "$, log scale; tick: the largest value", options),
  },
  {
    id: "card-usage.histograms",
    sql: `SELECT v.label, d.lower, d.upper, CAST(sum(d.customers) AS INTEGER) AS customers
      FROM card_usage.distributions d JOIN ${columnsIn("$")} v ON v.name = d.variable
      WHERE d.scale = 'log' GROUP BY v.label, v.place, d.lower, d.upper ORDER BY v.place, d.lower`,
    alt: (rows) =>
      `Histograms on a log scale. ${rows
        .filter(({upper}) => upper === 0)
        .map(
          ({label, customers}) =>
            `${label}: ${formatFigure(Number(customers), ",d customer/customers")} at zero`,
        )
        .join("; ")}.`,
    columns: {label: "Variable", lower: "From", upper: "To", customers: "Customers"},
    formats: {lower: "$,.0f", upper: "$,.0f", customers: ",d"},
    draw: (rows, options) => Histograms(rows, "$, log scale", options),
  },
  correlationChart(chapter),
];
