import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {segmentColor} from "./segmentColor.js";

/**
 * The silhouette of every customer: segments below each other, within each the widest first.
 *
 * @param rows one for each customer in the order of drawing: `place`, `silhouette`, `position`
 */
export function SilhouetteWidths(rows: readonly Row[], {width, document}: DrawOptions): Element {
  return Plot.plot({
    document,
    width,
    height: 380,
    marginLeft: 12,
    marginBottom: 42,
    style: {fontSize: "13px"},
    x: {
      label:
        width < 480
          ? "Silhouette width"
          : "Silhouette width (1: well inside the segment, below 0: nearer to another)",
      labelAnchor: "center",
      labelArrow: "none",
      grid: true,
      ticks: 6,
    },
    y: {axis: null, reverse: true},
    marks: [
      Plot.areaX(rows, {
        x1: 0,
        x2: "silhouette",
        y: "place",
        z: "position",
        fill: ({position}: Row) => segmentColor(Number(position)),
        curve: "step",
      }),
      Plot.ruleX([0]),
    ],
  });
}
