import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {segmentColor} from "./segmentColor.js";

/** Shares below this are too narrow to hold their own label. */
const smallestLabelled = 0.065;

/**
 * One bar for each measure, divided among the segments.
 *
 * @param rows one for each measure and segment: `measure`, `name`, `position`, `share` (0 to 1), in order
 * @param label label of the axis: what the shares are of
 */
export function SegmentShares(rows: readonly Row[], label: string, {width, document}: DrawOptions): Element {
  const measures = [...new Set(rows.map(({measure}) => measure))];
  return Plot.plot({
    document,
    width,
    height: measures.length * 54 + 36,
    marginLeft: 0,
    marginRight: 0,
    marginTop: 20,
    marginBottom: 26,
    style: {fontSize: "13px"},
    // the bars hold their own values
    x: {domain: [0, 1], ticks: [], label, labelAnchor: "left", labelArrow: "none", labelOffset: 22},
    y: {axis: null, domain: measures, paddingInner: 0.45},
    marks: [
      Plot.barX(
        rows,
        Plot.stackX({
          y: "measure",
          x: "share",
          order: "position",
          fill: ({position}: Row) => segmentColor(Number(position)),
          inset: 0.75,
        }),
      ),
      Plot.textX(
        rows,
        Plot.stackX({
          y: "measure",
          x: "share",
          order: "position",
          text: ({share}: Row) =>
            Number(share) < smallestLabelled ? "" : formatFigure(Number(share), ".0%"),
          fill: "var(--on-segment)",
          fontWeight: 600,
        }),
      ),
      Plot.text(measures, {
        x: 0,
        y: (measure) => measure,
        text: (measure) => measure,
        textAnchor: "start",
        dy: -24,
        fill: "currentColor",
      }),
    ],
  });
}
