import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {shareAxes} from "./shareAxes.js";

/**
 * Precision against recall, with the share of all customers that have the label: what flagging at random would reach.
 *
 * @param rows points in order: `recall`, `precision`, and `prevalence`, the same in each
 */
export function PrecisionRecall(rows: readonly Row[], {width, document}: DrawOptions): Element {
  const prevalence = Number(rows[0]?.prevalence ?? 0);
  return Plot.plot({
    document,
    width: Math.min(width, 520),
    height: 300,
    ...shareAxes(
      width < 500 ? "Recall" : "Recall: share of customers with the label that are flagged",
      width < 500 ? "↑ Precision" : "↑ Precision: share of the flagged with the label",
    ),
    marks: [
      Plot.ruleY([prevalence], {stroke: "currentColor", strokeDasharray: "4,4"}),
      Plot.text([prevalence], {
        y: (value) => value,
        x: 1,
        text: (value) => `at random: ${formatFigure(value, ".0%")}`,
        textAnchor: "end",
        dy: 12,
        fill: "currentColor",
      }),
      Plot.line(rows, {x: "recall", y: "precision", stroke: "currentColor", strokeWidth: 2.2}),
    ],
  });
}
