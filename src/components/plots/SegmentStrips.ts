import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {segmentColor} from "./segmentColor.js";

/** Shares below this are too narrow to hold their own label. */
const smallestLabelled = 0.09;

/**
 * One thin bar for each measure, divided among the segments, with the measure's name to its left.
 *
 * @param rows one for each measure and segment: `measure`, `name`, `position`, `share` (0 to 1), in order
 */
export function SegmentStrips(rows: readonly Row[], {width, document}: DrawOptions): Element {
  const measures = [...new Set(rows.map(({measure}) => measure))];
  const isNarrow = width < 500;
  return Plot.plot({
    document,
    width,
    height: measures.length * (isNarrow ? 25 : 44) + 4,
    marginLeft: isNarrow ? 92 : 112,
    marginRight: 0,
    marginTop: 2,
    marginBottom: 2,
    style: {fontSize: isNarrow ? "12px" : "14px"},
    x: {axis: null, domain: [0, 1]},
    y: {label: null, domain: measures, tickSize: 0, paddingInner: 0.22},
    marks: [
      Plot.barX(
        rows,
        Plot.stackX({
          y: "measure",
          x: "share",
          order: "position",
          fill: ({position}: Row) => segmentColor(Number(position)),
          inset: 0.5,
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
    ],
  });
}
