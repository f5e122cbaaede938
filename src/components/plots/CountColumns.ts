import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import type {PairLabels} from "./PairDots.js";

/**
 * A histogram of a variable that counts: a column for each number, with how many customers have it.
 *
 * @param rows one for each number that occurs: `x` and `customers`, in order
 */
export function CountColumns(
  rows: readonly Row[],
  labels: PairLabels,
  {width, document}: DrawOptions,
): Element {
  const values = rows.map(({x}) => Number(x));
  const numbers = Array.from(
    {length: Math.max(...values) - Math.min(...values) + 1},
    (_, index) => Math.min(...values) + index,
  );
  return Plot.plot({
    document,
    width,
    height: 240,
    marginLeft: 48,
    marginTop: 28,
    marginBottom: 42,
    style: {fontSize: "13px"},
    x: {
      type: "band",
      domain: numbers,
      label: labels.x,
      labelAnchor: "center",
      labelArrow: "none",
      tickSize: 0,
      padding: 0.08,
    },
    y: {label: `↑ ${labels.y}`, labelArrow: "none", grid: true, ticks: 5, insetTop: 16},
    marks: [
      Plot.barY(rows, {x: "x", y: "customers", fill: "var(--flag)", fillOpacity: 0.75}),
      Plot.text(rows, {
        x: "x",
        y: "customers",
        text: ({customers}: Row) => formatFigure(Number(customers), ",d"),
        dy: -8,
        fontWeight: 600,
      }),
      Plot.ruleY([0]),
    ],
  });
}
