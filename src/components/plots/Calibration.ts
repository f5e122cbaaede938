import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {shareAxes} from "./shareAxes.js";

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
    ...shareAxes(
      width < 400 ? "Mean probability of a tenth" : "Mean probability of a tenth of the customers",
      "↑ Share of them with the label",
    ),
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
