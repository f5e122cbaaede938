import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {segmentCountAxis} from "./segmentCountAxis.js";

/**
 * How far each random start of k-means ended above the best one.
 *
 * @param rows one for each start: `k`, `excess` (0 is the best, 0.01 one hundredth above it)
 */
export function RestartStrip(rows: readonly Row[], {width, document}: DrawOptions): Element {
  return Plot.plot({
    document,
    width,
    ...segmentCountAxis,
    x: {...segmentCountAxis.x, type: "point"},
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
