import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {segmentCountAxis} from "./segmentCountAxis.js";

/**
 * The gap statistic by number of segments, with one standard error up and down.
 *
 * @param rows one for each k: `k`, `gap`, `low`, `high`, and the truth value `chosen`
 */
export function GapCurve(rows: readonly Row[], {width, document}: DrawOptions): Element {
  const color = (row: Row) => (row.chosen ? "var(--segment-1)" : "currentColor");
  return Plot.plot({
    document,
    width,
    ...segmentCountAxis,
    x: {...segmentCountAxis.x, ticks: rows.length},
    y: {label: "↑ Gap (log inertia below that without clusters)", labelArrow: "none", grid: true, zero: true},
    marks: [
      Plot.lineY(rows, {x: "k", y: "gap", strokeWidth: 2}),
      Plot.ruleX(rows, {x: "k", y1: "low", y2: "high", strokeWidth: 2, stroke: color}),
      Plot.dot(rows, {x: "k", y: "gap", r: 4, fill: color}),
    ],
  });
}
