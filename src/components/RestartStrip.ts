import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../lib/chartDefinition.js";

/**
 * How far each random start of k-means ended above the best one.
 *
 * @param rows one for each start: `k`, `excess` (0 is the best, 0.01 one hundredth above it)
 */
export function RestartStrip(rows: readonly Row[], {width, document}: DrawOptions): Element {
  return Plot.plot({
    document,
    width,
    height: 240,
    marginLeft: 52,
    marginBottom: 44,
    style: {fontSize: "13px"},
    x: {
      type: "point",
      label: "Number of segments, k",
      labelAnchor: "center",
      labelArrow: "none",
      tickFormat: "d",
    },
    y: {
      label: "↑ Inertia above the best start (%)",
      labelArrow: "none",
      grid: true,
      zero: true,
      percent: true,
      nice: true,
    },
    marks: [
      Plot.ruleY([0], {stroke: "var(--segment-1)", strokeDasharray: "3,3"}),
      Plot.dot(rows, {x: "k", y: "excess", r: 4, fill: "currentColor", fillOpacity: 0.5}),
    ],
  });
}
