import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {segmentColor} from "./segmentColor.js";

/** Labels of the two axes, with units. */
export interface PairLabels {
  x: string;
  y: string;
}

/**
 * Two variables against each other: a dot for each place, as large as it has customers.
 *
 * @param rows one for each place and segment: `x`, `y`, `position`, `customers`
 */
export function PairDots(rows: readonly Row[], labels: PairLabels, {width, document}: DrawOptions): Element {
  return Plot.plot({
    document,
    width,
    height: Math.min(360, width * 0.8),
    marginLeft: 48,
    marginBottom: 42,
    style: {fontSize: "13px"},
    x: {
      label: labels.x,
      labelAnchor: "center",
      labelArrow: "none",
      tickFormat: "~s",
      ticks: Math.min(width < 500 ? 5 : 10, range(rows)),
      inset: 12,
    },
    y: {label: `↑ ${labels.y}`, labelArrow: "none", grid: true, tickFormat: "~s", inset: 12, ticks: 6},
    r: {range: [0, width < 500 ? 10 : 13]},
    marks: [
      Plot.dot(rows, {
        x: "x",
        y: "y",
        r: "customers",
        fill: ({position}: Row) => segmentColor(Number(position)),
        fillOpacity: 0.65,
        stroke: "var(--theme-background)",
        strokeWidth: 0.5,
      }),
    ],
  });
}

/** How far the values across reach: counts have no ticks between whole numbers. */
function range(rows: readonly Row[]): number {
  const values = rows.map(({x}) => Number(x));
  return Math.max(...values) - Math.min(...values);
}
