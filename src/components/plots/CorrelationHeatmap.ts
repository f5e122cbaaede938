import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {inTwoLines, rowNames} from "./rowNames.js";

/** With more variables, names stand below the columns, where these are wide enough; else rows and columns are numbered. */
const fewVariables = 8;
const fewVariablesNarrow = 6;
/** Widths of a column below which a name, or a coefficient, does not fit. */
const roomForName = 16;
const roomForNumber = 28;
/** Room for a row's number, beside its name. */
const numberWidth = 14;

/**
 * Correlations of pairs as a heat map; a cell's title has the interval. On a phone the columns of many variables have no
 * room for names: they have the numbers of the rows.
 *
 * @param rows one for each pair: `across`, `down` (labels), `method`, `coefficient`, `lower`, `upper`, in the variables'
 *   order. Pairs that are not there, as those on the diagonal, stay empty
 */
export function CorrelationHeatmap(rows: readonly Row[], {width, document}: DrawOptions): Element {
  const labels = [...new Set(rows.flatMap(({across, down}) => [String(across), String(down)]))];
  const isNarrow = width < 500;
  const isFew = labels.length <= (isNarrow ? fewVariablesNarrow : fewVariables);
  const size = isFew ? Math.min(width, 560) : width;
  const fontSize = isNarrow ? 11 : isFew ? 13 : 12;
  const {tickFormat: wrap} = rowNames(labels, width);
  const roomFor = (names: readonly string[]) =>
    Math.max(...names.flatMap((name) => name.split("\n")).map(({length}) => length)) * fontSize * 0.53 + 12;
  const isNumbered = !isFew && (size - roomFor(labels)) / labels.length <= roomForName;
  const marginLeft = isFew
    ? isNarrow
      ? 74
      : Math.max(110, roomFor(labels))
    : isNumbered
      ? roomFor(labels.map(wrap)) + numberWidth
      : roomFor(labels);
  const column = (size - marginLeft) / labels.length;
  const numberOf = (name: string) => String(labels.indexOf(name) + 1);
  const lowest = isNumbered ? 24 : 17;
  const [above, below] = isFew ? [40, 4] : isNumbered ? [20, 8] : [4, 150];
  return Plot.plot({
    document,
    width: size,
    height: isFew ? size * 0.72 : labels.length * Math.max(column * 0.8, lowest) + above + below,
    marginLeft,
    marginTop: above,
    marginBottom: below,
    marginRight: isFew ? 4 : 0,
    style: {fontSize: `${fontSize}px`},
    x: {
      axis: isNumbered ? null : isFew ? "top" : "bottom",
      label: null,
      tickSize: 0,
      tickRotate: isFew ? 0 : -60,
      domain: labels,
      tickFormat: isFew ? inTwoLines : undefined,
    },
    y: {
      axis: isNumbered ? null : "left",
      label: null,
      tickSize: 0,
      domain: labels,
      tickFormat: isFew && isNarrow ? inTwoLines : undefined,
    },
    marks: [
      isNumbered
        ? [
            Plot.axisX({anchor: "top", tickSize: 0, tickFormat: numberOf, label: null, fontSize: 9}),
            Plot.axisY({tickSize: 0, tickFormat: numberOf, label: null, fontSize: 9}),
            Plot.axisY({tickSize: 0, tickFormat: wrap, label: null, dx: -numberWidth}),
          ]
        : null,
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
  return `${across} and ${down}\n${method}: ${print(coefficient, ".2f")}\n95% interval: ${print(lower, ".2f")} to ${print(upper, ".2f")}`;
}
