import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {segmentCountAxis} from "./segmentCountAxis.js";

/**
 * One measure of the search for k as a line, with the chosen k marked.
 *
 * @param rows one for each `k`, with the measure and the truth value `chosen`
 * @param measure column to draw
 * @param label label of its axis, with unit
 */
export function Sweep(
  rows: readonly Row[],
  measure: string,
  label: string,
  {width, document}: DrawOptions,
): Element {
  const chosen = rows.filter((row) => row.chosen);
  const isLarge = rows.some((row) => Number(row[measure]) >= 10_000);
  return Plot.plot({
    document,
    width,
    ...segmentCountAxis,
    x: {...segmentCountAxis.x, ticks: rows.length},
    y: {label, grid: true, zero: true, nice: true, ticks: 5, tickFormat: isLarge ? "~s" : undefined},
    marks: [
      Plot.ruleX(chosen, {x: "k", strokeDasharray: "3,3", stroke: "var(--segment-1)"}),
      Plot.lineY(rows, {x: "k", y: measure, stroke: "currentColor", strokeWidth: 2}),
      Plot.dot(rows, {
        x: "k",
        y: measure,
        r: 4,
        fill: (row: Row) => (row.chosen ? "var(--segment-1)" : "currentColor"),
      }),
      Plot.text(chosen, {
        x: "k",
        // the line never comes near to the bottom: above its dot the words would cross it, or the axis's label
        frameAnchor: "bottom",
        text: (row: Row) => `chosen: k = ${row.k}, ${short(Number(row[measure]))}`,
        textAnchor: "start",
        dx: 10,
        dy: -12,
        fontWeight: 600,
        fill: "var(--segment-1)",
        stroke: "var(--theme-background)",
        strokeWidth: 4,
      }),
    ],
  });
}

/** In whole numbers, or with three digits where it is small. */
function short(value: number): string {
  return formatFigure(value, Math.abs(value) < 1_000 ? ",.3~r" : ",.0f");
}
