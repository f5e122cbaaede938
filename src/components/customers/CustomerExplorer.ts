import {group, quantileSorted} from "npm:d3";
import type {Row} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {matrixFromColumns} from "../../lib/statistics/matrices/matrix.js";
import {pearsonCorrelation} from "../../lib/statistics/tests/pearsonCorrelation.js";
import {spearmanCorrelation} from "../../lib/statistics/tests/spearmanCorrelation.js";
import {describedChart} from "../elements/describedChart.js";
import {element} from "../elements/element.js";
import {axisLabel} from "../plots/axisLabel.js";
import {BoxRows} from "../plots/BoxRows.js";
import {CorrelationHeatmap} from "../plots/CorrelationHeatmap.js";
import {CustomerHistogram} from "../plots/CustomerHistogram.js";
import {SegmentShares} from "../plots/SegmentShares.js";
import type {CustomerColumns, MeasuredVariable, SegmentName} from "./customerFilter.js";
import {ScatterMatrix} from "./ScatterMatrix.js";
import {SummaryTable} from "./SummaryTable.js";
import {type SegmentSum, segmentRollup} from "./segmentRollup.js";

export interface ExplorerOptions {
  width: number;
  segments: readonly SegmentName[];
  variables: readonly MeasuredVariable[];
  /** Names of two variables: box plots show the first for each value of the second. */
  boxes: {of: string; by: string};
}

/**
 * Every kind of chart of the exploration for some of the customers: who they are, how each variable is spread,
 * correlations, channels, box plots and the scatter matrix.
 *
 * @param rows the customers chosen, from 0
 */
export function CustomerExplorer(
  customers: CustomerColumns,
  rows: readonly number[],
  {width, segments, variables, boxes}: ExplorerOptions,
): HTMLElement {
  if (customers.segment.length === 0) return element("div", {});
  const sums = segmentRollup(
    customers,
    rows,
    variables.map(({name}) => name),
  );
  if (rows.length === 0) return element("p", {}, "No customer is like this. Widen the choice.");
  const panel = Math.max(220, width < 560 ? width : (width - 24) / 2);
  const positionOf = new Map(segments.map(({segment, position}) => [segment, position]));
  const positions = customers.segment.map((segment) => positionOf.get(String(segment)) ?? 0);
  const title = (text: string) => element("p", {class: "chart-title"}, text);
  return element(
    "div",
    {class: "explorer"},
    element("p", {"aria-live": "polite"}, sentence(customers, rows, sums, segments)),
    title("How each variable is spread among them"),
    element(
      "div",
      {class: "panels"},
      ...variables.map((variable) =>
        describedChart(
          CustomerHistogram(customers[variable.name].map(Number), positions, rows, {
            width: panel,
            label: axisLabel(variable),
          }),
          `Histogram, box plot and cumulative curve of ${axisLabel(variable)}; the table below has its quartiles.`,
        ),
      ),
    ),
    element(
      "details",
      {class: "chart-data"},
      element("summary", {}, "Data of these charts"),
      SummaryTable(customers, rows, variables),
    ),
    title("Which channel their contacts take"),
    channelBars(sums, segments, variables, width),
    title("What goes with what among them: Pearson’s correlations below the diagonal, Spearman’s above"),
    correlationPanel(customers, rows, variables, width),
    ...boxPlots(customers, rows, variables, boxes, width),
    title("All pairs: drag a rectangle to mark customers in every panel"),
    ScatterMatrix(customers, positions, rows, {width, variables}),
  );
}

function sentence(
  customers: CustomerColumns,
  rows: readonly number[],
  sums: readonly SegmentSum[],
  segments: readonly SegmentName[],
): string {
  const parts = segments.flatMap(({segment, name}) => {
    const found = sums.find((sum) => sum.segment === segment);
    return found === undefined ? [] : [`${formatFigure(found.customers, ",d")} ${name}`];
  });
  const share = formatFigure(rows.length / customers.segment.length, ".0%");
  return `${formatFigure(rows.length, ",d customer/customers")}, ${share} of all: ${parts.join(", ")}.`;
}

/** Contacts of each channel, divided among the segments; the variables that count contacts share a unit of time. */
function channelBars(
  sums: readonly SegmentSum[],
  segments: readonly SegmentName[],
  variables: readonly MeasuredVariable[],
  width: number,
): Element {
  const channels = variables.filter(({unit}) => unit.endsWith("a year"));
  const all = sums.reduce(
    (total, sum) => total + channels.reduce((part, {name}) => part + sum.sums[name], 0),
    0,
  );
  const rows = channels.flatMap(({name, label}) =>
    segments.flatMap(({segment, name: segmentName, position}) => {
      const sum = sums.find((found) => found.segment === segment);
      return sum === undefined || all === 0
        ? []
        : [{measure: label, name: segmentName, position, share: sum.sums[name] / all}];
    }),
  );
  const said = rows.map(({measure, name, share}) => `${measure}, ${name}: ${formatFigure(share, ".0%")}`);
  return describedChart(
    SegmentShares(rows, "Share of all their contacts (%)", {width}),
    `Bars divided among the segments. ${said.join("; ")}.`,
  );
}

/** Box plots of one variable for each value of another. */
function boxPlots(
  customers: CustomerColumns,
  rows: readonly number[],
  variables: readonly MeasuredVariable[],
  {of, by}: ExplorerOptions["boxes"],
  width: number,
): Element[] {
  const [shown, grouped] = [of, by].map((wanted) => variables.find(({name}) => name === wanted));
  if (shown === undefined || grouped === undefined) return [];
  const groups = [...group(rows, (row) => Number(customers[by][row]))].sort(([a], [b]) => a - b);
  const quartiles = groups.map(([value, members]) => {
    const sorted = members.map((row) => Number(customers[of][row])).sort((a, b) => a - b);
    const [low, q25, median, q75, high] = [0, 0.25, 0.5, 0.75, 1].map((p) => quantileSorted(sorted, p) ?? 0);
    return {name: value, low, q25, median, q75, high};
  });
  const said = quartiles.map(({name, median}) => `${name}: ${formatFigure(median, ",d")}`).join("; ");
  return [
    element("p", {class: "chart-title"}, `${shown.label} by ${grouped.label.toLowerCase()} among them`),
    describedChart(
      BoxRows(quartiles, {x: axisLabel(shown), y: axisLabel(grouped)}, {width}),
      `Box plots of ${axisLabel(shown)} by ${axisLabel(grouped)}. Medians: ${said}.`,
    ),
  ];
}

function correlationPanel(
  customers: CustomerColumns,
  rows: readonly number[],
  variables: readonly MeasuredVariable[],
  width: number,
): Element {
  const columns = variables.map(({name}) => rows.map((row) => Number(customers[name][row])));
  const varying = variables.filter((_, j) => columns[j].some((value) => value !== columns[j][0]));
  if (rows.length < 5 || varying.length < 2)
    return element("p", {}, "Too few customers, or too little that varies among them, for correlations.");
  const matrix = matrixFromColumns(columns.filter((_, j) => varying.includes(variables[j])));
  const pearson = pearsonCorrelation(matrix);
  const spearman = spearmanCorrelation(matrix);
  // across is the outer loop: the heat map takes the variables in the order in which they come
  const cells: Row[] = varying.flatMap((across, j) =>
    varying.flatMap((down, i) => {
      if (i === j) return [];
      const {coefficients, lower, upper} = j < i ? pearson : spearman;
      const at = i * coefficients.cols + j;
      return {
        across: across.label,
        down: down.label,
        method: j < i ? "Pearson" : "Spearman",
        coefficient: coefficients.values[at],
        lower: lower.values[at],
        upper: upper.values[at],
      };
    }),
  );
  const said = cells.map(
    ({across, down, method, coefficient}) =>
      `${across} and ${down} ${formatFigure(Number(coefficient), ".2f")} (${method})`,
  );
  return describedChart(CorrelationHeatmap(cells, {width}), `Heat map of correlations. ${said.join("; ")}.`);
}
