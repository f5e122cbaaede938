import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../lib/chartDefinition.js";
import {formatFigure} from "../lib/formatFigure.js";
import {rowNames} from "./rowNames.js";
import {segmentColor} from "./segmentColor.js";

/**
 * One share for each segment, as bars on a track of the whole.
 *
 * @param rows one for each segment: `name`, `position`, `share` (0 to 1)
 */
export function SegmentBars(rows: readonly Row[], {width, document}: DrawOptions): Element {
  const names = rows.map(({name}) => name);
  const {marginLeft, tickFormat} = rowNames(names, width);
  return Plot.plot({
    document,
    width,
    height: rows.length * 38 + 10,
    marginLeft,
    marginRight: 44,
    marginTop: 5,
    marginBottom: 5,
    style: {fontSize: "13px"},
    x: {axis: null, domain: [0, 1]},
    y: {label: null, domain: names, padding: 0.3, tickSize: 0, tickFormat},
    marks: [
      Plot.barX(rows, {x: 1, y: "name", fill: "currentColor", fillOpacity: 0.09}),
      Plot.barX(rows, {x: "share", y: "name", fill: ({position}: Row) => segmentColor(Number(position))}),
      Plot.text(rows, {
        x: 1,
        y: "name",
        text: ({share}: Row) => formatFigure(Number(share), ".0%"),
        textAnchor: "start",
        dx: 8,
        fontWeight: 600,
      }),
    ],
  });
}
