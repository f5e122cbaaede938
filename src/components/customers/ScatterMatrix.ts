import {
  axisBottom,
  axisLeft,
  brush,
  type D3BrushEvent,
  type ScaleLinear,
  type Selection,
  scaleLinear,
  select,
} from "npm:d3";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {axisLabel} from "../plots/axisLabel.js";
import {segmentColor} from "../plots/segmentColor.js";
import type {CustomerColumns, MeasuredVariable} from "./customerFilter.js";

export interface ScatterMatrixOptions {
  width: number;
  variables: readonly MeasuredVariable[];
}

/** Half the width over which equal whole numbers are spread, so that dots do not hide each other. */
const spread = 0.3;
/** Each variable is spread in an order of its own: the same order would draw diagonals. */
const phases = [12.9898, 78.233, 37.719, 93.989, 54.137, 26.651];

/**
 * All pairs of variables as small scatter plots. A rectangle dragged in one panel marks its customers in all panels.
 *
 * @param positions display position of each customer's segment, from 1
 * @param rows the customers shown, from 0
 */
export function ScatterMatrix(
  customers: CustomerColumns,
  positions: readonly number[],
  rows: readonly number[],
  {width, variables}: ScatterMatrixOptions,
): HTMLElement {
  const margin = {left: 48, bottom: 46, top: 6, right: 8};
  const n = variables.length - 1;
  const cell = (width - margin.left - margin.right) / n;
  const inset = 5;
  const height = cell * n + margin.top + margin.bottom;
  const values = variables.map(({name}, j) =>
    spreadOut(customers[name].map(Number), phases[j % phases.length]),
  );
  const scales = variables.map((_, j) =>
    scaleLinear([Math.min(...values[j]), Math.max(...values[j])], [inset, cell - inset]),
  );
  const root = document.createElement("div");
  root.className = "scatter-matrix";
  const svg = select(root)
    .append("svg")
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("width", width)
    .attr("height", height)
    .attr("role", "img")
    .attr("aria-label", `Scatter plots of all pairs of ${variables.map(({label}) => label).join(", ")}`);
  const status = select(root).append("p").attr("aria-live", "polite").text("No rectangle: all are marked.");
  // the row shows variable i up, the column variable j across, j < i
  const panels = variables.flatMap((_, i) => variables.slice(0, i).map((__, j) => ({i, j})));
  const panel = svg
    .selectAll<SVGGElement, {i: number; j: number}>("g.panel")
    .data(panels)
    .join("g")
    .attr("class", "panel")
    .attr("transform", ({i, j}) => `translate(${margin.left + j * cell},${margin.top + (i - 1) * cell})`);
  panel
    .append("rect")
    .attr("width", cell)
    .attr("height", cell)
    .attr("fill", "none")
    .attr("stroke", "var(--rule)");
  const upward = (i: number, value: number) => cell - scales[i](value);
  panel.each(function ({i, j}) {
    select(this)
      .selectAll("circle")
      .data(rows)
      .join("circle")
      .attr("cx", (row) => scales[j](values[j][row]).toFixed(1))
      .attr("cy", (row) => upward(i, values[i][row]).toFixed(1))
      .attr("r", 1.8)
      .attr("fill", (row) => segmentColor(positions[row]));
  });
  const dots = svg.selectAll<SVGCircleElement, number>("circle").attr("fill-opacity", 0.7);
  let active: SVGGElement | null = null;
  const brushing = brush<{i: number; j: number}>()
    .extent([
      [0, 0],
      [cell, cell],
    ])
    .on("start", function () {
      // one rectangle at a time: a new one takes the place of the one before
      if (active !== null && active !== this)
        select<SVGGElement, {i: number; j: number}>(active).call(brushing.move, null);
      active = this;
    })
    .on("brush end", (event: D3BrushEvent<{i: number; j: number}>, {i, j}) => {
      mark(event.selection, i, j);
    });
  const mark = (selection: D3BrushEvent<unknown>["selection"], i: number, j: number) => {
    if (selection === null) {
      dots.attr("fill-opacity", 0.7).attr("r", 1.8);
      status.text("No rectangle: all are marked.");
      return;
    }
    const [[x0, y0], [x1, y1]] = selection as [[number, number], [number, number]];
    const isMarked = (row: number) => {
      const x = scales[j](values[j][row]);
      const y = upward(i, values[i][row]);
      return x >= x0 && x <= x1 && y >= y0 && y <= y1;
    };
    const marked = new Set(rows.filter(isMarked));
    dots.attr("fill-opacity", (row) => (marked.has(row) ? 0.95 : 0.06));
    dots.attr("r", (row) => (marked.has(row) ? 2.4 : 1.6));
    status.text(`${formatFigure(marked.size, ",d customer/customers")} marked.`);
  };
  panel
    .append("g")
    .attr("class", "brush")
    .each(function () {
      select<SVGGElement, {i: number; j: number}>(this).call(brushing);
    });
  drawAxes(svg, variables, scales, {cell, n, left: margin.left, top: margin.top});
  return root;
}

interface MatrixFrame {
  cell: number;
  n: number;
  left: number;
  top: number;
}

function drawAxes(
  svg: ReturnType<typeof select<SVGSVGElement, unknown>>,
  variables: readonly MeasuredVariable[],
  scales: readonly ScaleLinear<number, number>[],
  {cell, n, left, top}: MatrixFrame,
): void {
  const bottom = top + n * cell;
  const isNarrow = cell < 110;
  for (let j = 0; j < n; j++) {
    const axis = svg.append("g").attr("transform", `translate(${left + j * cell},${bottom})`);
    axis
      .call(axisBottom(scales[j]).ticks(cell < 90 ? 2 : 3, "~s"))
      .select(".domain")
      .remove();
    axis
      .append("text")
      .attr("x", cell / 2)
      .attr("y", isNarrow ? 29 : 32)
      .attr("text-anchor", "middle")
      .attr("fill", "currentColor")
      .attr("font-size", cell < 90 ? 9 : 12)
      .call(writeLabel, variables[j], isNarrow);
  }
  for (let i = 1; i <= n; i++) {
    const scale = scales[i].copy().range([cell - 5, 5]);
    const axis = svg.append("g").attr("transform", `translate(${left},${top + (i - 1) * cell})`);
    axis.call(axisLeft(scale).ticks(3, "~s")).select(".domain").remove();
    axis
      .append("text")
      .attr("transform", `translate(${isNarrow ? -37 : -32},${cell / 2}) rotate(-90)`)
      .attr("text-anchor", "middle")
      .attr("fill", "currentColor")
      .attr("font-size", cell < 90 ? 9 : 12)
      .call(writeLabel, variables[i], isNarrow);
  }
}

/** A variable's name with its unit, on two lines where there is little room. */
function writeLabel(
  text: Selection<SVGTextElement, unknown, null, undefined>,
  variable: MeasuredVariable,
  isNarrow: boolean,
): void {
  const label = axisLabel(variable);
  const unit = label.slice(variable.label.length).trim();
  if (!isNarrow || unit === "") text.text(label);
  else
    text
      .selectAll("tspan")
      .data([variable.label, unit])
      .join("tspan")
      .attr("x", text.attr("x") ?? 0)
      .attr("dy", (_, line) => (line === 0 ? 0 : "1.1em"))
      .text((part) => part);
}

/** Whole numbers moved a little, always in the same way. */
function spreadOut(values: readonly number[], phase: number): number[] {
  const isCount = values.every((value) => Number.isInteger(value) && value < 100);
  return values.map((value, row) => value + (isCount ? spread * Math.sin((row + 1) * phase) : 0));
}
