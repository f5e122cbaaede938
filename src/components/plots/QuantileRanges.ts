import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {rowNames} from "./rowNames.js";

/**
 * Where the middle of several skewed variables lies, on one log scale: from the first to the last tenth as a thin line,
 * the middle half as a thick one, the median as a dot and the largest value as a tick.
 *
 * @param rows one for each variable: `label`, `q10`, `q25`, `median`, `q75`, `q90`, `max`, all positive
 * @param unit of the scale
 */
export function QuantileRanges(rows: readonly Row[], unit: string, {width, document}: DrawOptions): Element {
  const labels = rows.map(({label}) => label);
  const {marginLeft, tickFormat} = rowNames(labels, width);
  return Plot.plot({
    document,
    width,
    height: rows.length * 34 + 56,
    marginLeft,
    marginRight: 20,
    marginBottom: 44,
    style: {fontSize: "13px"},
    x: {
      type: "log",
      label: unit,
      labelAnchor: width < 500 ? "right" : "center",
      labelArrow: "none",
      grid: true,
      ticks: width < 500 ? 3 : 6,
      tickFormat: "~s",
      nice: true,
    },
    y: {label: null, domain: labels, tickSize: 0, tickFormat},
    marks: [
      Plot.ruleY(rows, {x1: "q10", x2: "q90", y: "label", strokeOpacity: 0.45, strokeWidth: 2}),
      Plot.ruleY(rows, {x1: "q25", x2: "q75", y: "label", strokeWidth: 9, strokeOpacity: 0.45}),
      Plot.dot(rows, {x: "median", y: "label", r: 5, fill: "currentColor"}),
      Plot.tickX(rows, {x: "max", y: "label", strokeWidth: 2, inset: 8}),
    ],
  });
}
