import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {barFill} from "./barFill.js";
import {rowNames} from "./rowNames.js";

/**
 * Shares of a whole, as bars on a track of the whole, in the order of the rows.
 *
 * @param rows one for each bar: `name`, `share` (0 to 1), and `position` for segments
 * @param label label of the axis: what the shares are of
 */
export function ShareBars(rows: readonly Row[], label: string, {width, document}: DrawOptions): Element {
  const names = rows.map(({name}) => name);
  const {marginLeft, tickFormat} = rowNames(names, width);
  return Plot.plot({
    document,
    width,
    height: rows.length * 29 + 33,
    marginLeft,
    marginRight: 52,
    marginTop: 5,
    marginBottom: 28,
    style: {fontSize: "13px"},
    // the bars have their values beside them
    x: {domain: [0, 1], ticks: [], label, labelAnchor: "left", labelArrow: "none", labelOffset: 22},
    y: {label: null, domain: names, padding: 0.3, tickSize: 0, tickFormat},
    marks: [
      Plot.barX(rows, {x: 1, y: "name", fill: "currentColor", fillOpacity: 0.09}),
      Plot.barX(rows, {x: "share", y: "name", ...barFill(rows)}),
      Plot.text(rows, {
        x: 1,
        y: "name",
        text: ({share}: Row) => formatFigure(Number(share), ".1%"),
        textAnchor: "start",
        dx: 8,
        fontWeight: 600,
      }),
    ],
  });
}
