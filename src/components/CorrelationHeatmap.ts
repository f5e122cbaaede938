import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../lib/chartDefinition.js";
import {formatFigure} from "../lib/formatFigure.js";

/** With more variables, names take one line at the left and stand below the columns only where these are wide enough. */
const fewVariables = 8;
/** Widths of a column below which a name, or a coefficient, does not fit. */
const roomForName = 16;
const roomForNumber = 28;

/**
 * Correlations of pairs as a heat map; a cell's title has the interval.
 *
 * @param rows one for each pair: `across`, `down` (labels), `method`, `coefficient`, `lower`, `upper`, in the variables'
 *   order. Pairs that are not there, as those on the diagonal, stay empty
 */
export function CorrelationHeatmap(rows: readonly Row[], {width, document}: DrawOptions): Element {
  const labels = [...new Set(rows.flatMap(({across, down}) => [String(across), String(down)]))];
  const isNarrow = width < 500;
  const isFew = labels.length <= fewVariables;
  const wrap = (name: string) => name.replace(" ", "\n");
  const size = isFew ? Math.min(width, 560) : width;
  const fontSize = isNarrow ? 11 : isFew ? 13 : 12;
  const longest = Math.max(...labels.map(({length}) => length));
  const marginLeft = !isFew ? longest * fontSize * 0.53 + 12 : isNarrow ? 74 : 110;
  const column = (size - marginLeft) / labels.length;
  const hasNames = column > roomForName;
  return Plot.plot({
    document,
    width: size,
    height: isFew ? size * 0.72 : labels.length * Math.max(column * 0.8, 17) + (hasNames ? 154 : 12),
    marginLeft,
    marginTop: isFew ? 40 : 4,
    marginBottom: isFew ? 4 : hasNames ? 150 : 8,
    marginRight: isFew ? 4 : 0,
    style: {fontSize: `${fontSize}px`},
    x: {
      axis: isFew ? "top" : hasNames ? "bottom" : null,
      label: null,
      tickSize: 0,
      tickRotate: isFew ? 0 : -60,
      domain: labels,
      tickFormat: isFew ? wrap : undefined,
    },
    y: {label: null, tickSize: 0, domain: labels, tickFormat: isFew && isNarrow ? wrap : undefined},
    marks: [
      Plot.cell(rows, {
        x: "across",
        y: "down",
        fill: ({coefficient}: Row) => (Number(coefficient) < 0 ? "var(--flag)" : "var(--segment-2)"),
        fillOpacity: ({coefficient}: Row) => Math.abs(Number(coefficient)) * 0.6,
        inset: isFew ? 1 : 0.5,
        title: describePair,
      }),
      Plot.text(column < roomForNumber ? [] : rows, {
        x: "across",
        y: "down",
        text: ({coefficient}: Row) => print(coefficient, isFew ? ".2f" : ".1f"),
        fill: "currentColor",
        fontWeight: isFew ? 600 : undefined,
        fontSize: isFew ? undefined : 10,
        pointerEvents: "none",
      }),
    ],
  });
}

/** Without the zero before the point in small cells. */
function print(value: Row[string], format: string): string {
  const text = formatFigure(Number(value), format).replace("-", "−");
  return format === ".1f" ? text.replace("0.", ".") : text;
}

function describePair({across, down, method, coefficient, lower, upper}: Row): string {
  return `${across} and ${down}\n${method}: ${print(coefficient, ".2f")}\n95 % interval: ${print(lower, ".2f")} to ${print(upper, ".2f")}`;
}
