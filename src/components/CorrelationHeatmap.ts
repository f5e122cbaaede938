import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../lib/chartDefinition.js";
import {formatFigure} from "../lib/formatFigure.js";

/**
 * Correlations of pairs as a heat map; the interval shows on hover where scripts run.
 *
 * @param rows one for each ordered pair: `first`, `second` (labels), `coefficient`, `lower`, `upper`
 */
export function CorrelationHeatmap(rows: readonly Row[], {width, document}: DrawOptions): Element {
  const labels = [...new Set(rows.map(({first}) => String(first)))];
  const size = Math.min(width, 560);
  const isNarrow = width < 500;
  const wrap = (name: string) => name.replace(" ", "\n");
  return Plot.plot({
    document,
    width: size,
    height: size * 0.72,
    marginLeft: isNarrow ? 74 : 110,
    marginTop: 40,
    marginBottom: 4,
    marginRight: 4,
    style: {fontSize: isNarrow ? "11px" : "13px"},
    x: {axis: "top", label: null, tickSize: 0, domain: labels, tickFormat: wrap},
    y: {label: null, tickSize: 0, domain: labels, tickFormat: isNarrow ? wrap : (name: string) => name},
    marks: [
      Plot.cell(rows, {
        x: "first",
        y: "second",
        fill: ({coefficient}: Row) => (Number(coefficient) < 0 ? "var(--flag)" : "var(--segment-2)"),
        fillOpacity: ({coefficient}: Row) => Math.abs(Number(coefficient)) * 0.75,
        inset: 1,
        title: describePair,
        tip: true,
      }),
      Plot.text(rows, {
        x: "first",
        y: "second",
        text: ({coefficient}: Row) => formatFigure(Number(coefficient), ".2f").replace("-", "−"),
        fill: "currentColor",
        fontWeight: 600,
        pointerEvents: "none",
      }),
    ],
  });
}

function describePair({first, second, coefficient, lower, upper}: Row): string {
  const number = (value: Row[string]) => formatFigure(Number(value), ".2f");
  const interval = first === second ? "" : `\n95 % interval: ${number(lower)} to ${number(upper)}`;
  return `${first} and ${second}\ncorrelation ${number(coefficient)}${interval}`;
}
