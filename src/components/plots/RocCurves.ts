import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {modelColor} from "./modelColor.js";
import {shareAxes} from "./shareAxes.js";

/**
 * ROC curves of the risk models, with the diagonal of chance.
 *
 * @param rows points in order: `model`, `name`, `false_positive_rate`, `true_positive_rate`
 */
export function RocCurves(rows: readonly Row[], {width, document}: DrawOptions): Element {
  const side = Math.min(width, 440);
  return Plot.plot({
    document,
    width: side,
    height: side,
    ...shareAxes(
      "Share of those without the label that is flagged",
      "↑ Share of those with it that is flagged",
    ),
    marks: [
      Plot.line(
        [
          [0, 0],
          [1, 1],
        ],
        {stroke: "currentColor", strokeOpacity: 0.4},
      ),
      Plot.line(rows, {
        x: "false_positive_rate",
        y: "true_positive_rate",
        z: "model",
        stroke: ({model}: Row) => modelColor(String(model)),
        strokeWidth: 2.2,
      }),
      Plot.text(labelPlaces(rows), {
        x: "x",
        y: "y",
        text: "name",
        fill: ({model}: Row) => modelColor(String(model)),
        fontWeight: 600,
        textAnchor: "start",
        dx: 8,
        dy: 8,
        stroke: "var(--theme-background)",
        strokeWidth: 4,
      }),
    ],
  });
}

/** Names stand beside their curves, where these are farthest from chance. */
function labelPlaces(rows: readonly Row[]): Row[] {
  const farthest = new Map<Row[string], Row>();
  const gain = (row: Row) => Number(row.true_positive_rate) - Number(row.false_positive_rate);
  for (const row of rows) {
    const best = farthest.get(row.model);
    if (best === undefined || gain(row) > gain(best)) farthest.set(row.model, row);
  }
  return Array.from(farthest.values(), ({model, name, false_positive_rate, true_positive_rate}) => ({
    model,
    name,
    x: false_positive_rate,
    y: true_positive_rate,
  }));
}
