import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";

/**
 * Lift by tenth of the customers, highest probabilities first; 1 is no better than lot.
 *
 * @param rows one for each tenth: `decile`, `lift`
 */
export function Lift(rows: readonly Row[], {width, document}: DrawOptions): Element {
  return Plot.plot({
    document,
    width: Math.min(width, 560),
    height: 270,
    marginTop: 44,
    marginLeft: 44,
    marginBottom: 46,
    style: {fontSize: "13px"},
    x: {
      type: "band",
      label:
        width < 500
          ? "Tenth, highest probabilities first"
          : "Tenth of the customers, highest probabilities first",
      labelAnchor: "center",
      labelArrow: "none",
      padding: 0.25,
    },
    y: {label: "↑ Lift over all customers", labelArrow: "none", grid: true, zero: true, ticks: 4},
    marks: [
      Plot.barY(rows, {x: "decile", y: "lift", fill: "currentColor", fillOpacity: 0.55}),
      Plot.ruleY([1], {stroke: "currentColor", strokeDasharray: "4,4"}),
      Plot.text(rows, {
        x: "decile",
        y: "lift",
        text: ({lift}: Row) => formatFigure(Number(lift), width < 500 ? ".1f" : ".2f"),
        dy: -9,
        fontWeight: 600,
        stroke: "var(--theme-background)",
        strokeWidth: 4,
        fill: "currentColor",
      }),
    ],
  });
}
