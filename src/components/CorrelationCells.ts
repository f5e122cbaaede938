import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../lib/chartDefinition.js";
import {formatFigure} from "../lib/formatFigure.js";

/** Widths below which the numbers do not fit into the cells. */
const roomForNumbers = 34;

/**
 * Correlations of all pairs of many variables as coloured cells; where columns are too narrow for names, they are in the
 * order of the rows.
 *
 * @param rows one for each pair: `first`, `second`, `coefficient` (−1 to 1), in the order of display
 */
export function CorrelationCells(rows: readonly Row[], {width, document}: DrawOptions): Element {
  const names = [...new Set(rows.map(({first}) => first))];
  const left = 176;
  const cell = (width - left) / names.length;
  const hasNames = cell > 16;
  return Plot.plot({
    document,
    width,
    height: names.length * Math.max(cell * 0.8, 17) + (hasNames ? 150 : 12),
    marginLeft: left,
    marginRight: 0,
    marginTop: 4,
    marginBottom: hasNames ? 146 : 8,
    style: {fontSize: width < 500 ? "11px" : "12px"},
    x: {label: null, domain: names, tickRotate: -60, tickSize: 0, axis: hasNames ? "bottom" : null},
    y: {label: null, domain: names, tickSize: 0},
    color: {type: "diverging", domain: [-1, 1], scheme: "PuOr", reverse: true},
    marks: [
      Plot.cell(rows, {
        x: "first",
        y: "second",
        fill: "coefficient",
        inset: 0.5,
      }),
      Plot.text(cell < roomForNumbers - 6 ? [] : rows, {
        x: "first",
        y: "second",
        text: ({coefficient}: Row) => formatFigure(Number(coefficient), ".1f").replace("0.", "."),
        fill: ({coefficient}: Row) => (Math.abs(Number(coefficient)) > 0.65 ? "white" : "black"),
        fontSize: 10,
      }),
    ],
  });
}
