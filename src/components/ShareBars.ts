import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../lib/chartDefinition.js";
import {formatFigure} from "../lib/formatFigure.js";
import {rowNames} from "./rowNames.js";

/**
 * Shares of a whole, one bar each, in the order of the rows.
 *
 * @param rows one for each bar: `label`, `share` (0 to 1)
 */
export function ShareBars(rows: readonly Row[], {width, document}: DrawOptions): Element {
  const labels = rows.map(({label}) => label);
  const {marginLeft, tickFormat} = rowNames(labels, width);
  return Plot.plot({
    document,
    width,
    height: rows.length * 29 + 10,
    marginLeft,
    marginRight: 44,
    marginTop: 5,
    marginBottom: 5,
    style: {fontSize: "13px"},
    x: {axis: null, domain: [0, 1]},
    y: {label: null, domain: labels, padding: 0.3, tickSize: 0, tickFormat},
    marks: [
      Plot.barX(rows, {x: 1, y: "label", fill: "currentColor", fillOpacity: 0.09}),
      Plot.barX(rows, {x: "share", y: "label", fill: "currentColor", fillOpacity: 0.55}),
      Plot.text(rows, {
        x: 1,
        y: "label",
        text: ({share}: Row) => formatFigure(Number(share), ".0%"),
        textAnchor: "start",
        dx: 8,
        fontWeight: 600,
      }),
    ],
  });
}
