import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../lib/chartDefinition.js";

/**
 * What was predicted against what was found, in tenths of the customers; on the diagonal both agree.
 *
 * @param rows one for each tenth: `predicted`, `observed`, `observed_low`, `observed_high`
 */
export function Calibration(rows: readonly Row[], {width, document}: DrawOptions): Element {
  const side = Math.min(width, 400);
  return Plot.plot({
    document,
    width: side,
    height: side,
    marginLeft: 52,
    marginBottom: 46,
    style: {fontSize: "13px"},
    x: {
      label: width < 400 ? "Mean probability of a tenth" : "Mean probability of a tenth of the customers",
      labelAnchor: "center",
      labelArrow: "none",
      domain: [0, 1],
      ticks: 5,
      tickFormat: ".0%",
    },
    y: {
      label: "↑ Share of them with the label",
      labelArrow: "none",
      domain: [0, 1],
      grid: true,
      ticks: 5,
      tickFormat: ".0%",
    },
    marks: [
      Plot.line(
        [
          [0, 0],
          [1, 1],
        ],
        {stroke: "currentColor", strokeOpacity: 0.4},
      ),
      Plot.ruleX(rows, {x: "predicted", y1: "observed_low", y2: "observed_high", strokeWidth: 1.5}),
      Plot.dot(rows, {x: "predicted", y: "observed", r: 4.5, fill: "currentColor"}),
    ],
  });
}
