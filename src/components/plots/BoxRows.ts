import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {segmentColor} from "./segmentColor.js";

/** What the two axes mean. */
export interface BoxLabels {
  /** Label of the axis of values, with unit. */
  x: string;
  /** Label of the rows; empty for names that speak for themselves. */
  y: string;
}

/**
 * One box for each group, from quartile to quartile, with a line from the least to the greatest value.
 *
 * @param rows one for each group: `name`, `low`, `q25`, `median`, `q75`, `high`, and `position` for segments
 */
export function BoxRows(rows: readonly Row[], labels: BoxLabels, {width, document}: DrawOptions): Element {
  const color = ({position}: Row) =>
    position === undefined ? "currentColor" : segmentColor(Number(position));
  const isNamed = rows.some(({name}) => String(name).length > 4);
  return Plot.plot({
    document,
    width,
    height: rows.length * 30 + 56,
    marginLeft: isNamed ? 116 : 40,
    marginRight: 16,
    marginTop: labels.y === "" ? 6 : 20,
    marginBottom: 42,
    style: {fontSize: "13px"},
    x: {
      label: labels.x,
      labelAnchor: "center",
      labelArrow: "none",
      grid: true,
      tickFormat: "~s",
      ticks: Math.min(width < 500 ? 5 : 8, Math.max(...rows.map(({high}) => Number(high)))),
      zero: true,
    },
    y: {label: labels.y === "" ? null : labels.y, domain: rows.map(({name}) => name), tickSize: 0},
    marks: [
      Plot.link(rows, {x1: "low", x2: "high", y1: "name", y2: "name", stroke: color}),
      Plot.barX(rows, {
        x1: "q25",
        x2: "q75",
        y: "name",
        fill: "var(--theme-background)",
        insetTop: 4,
        insetBottom: 4,
      }),
      Plot.barX(rows, {
        x1: "q25",
        x2: "q75",
        y: "name",
        fill: color,
        fillOpacity: 0.35,
        stroke: color,
        insetTop: 4,
        insetBottom: 4,
      }),
      Plot.tickX(rows, {x: "median", y: "name", stroke: color, strokeWidth: 3, insetTop: 4, insetBottom: 4}),
    ],
  });
}
