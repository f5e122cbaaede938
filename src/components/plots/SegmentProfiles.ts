import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {rowNames} from "./rowNames.js";
import {segmentColor} from "./segmentColor.js";

/**
 * How far each segment lies from the average customer, in standard deviations, variable by variable.
 *
 * @param rows one for each variable and segment: `label`, `name`, `position`, `centroid`
 */
export function SegmentProfiles(rows: readonly Row[], {width, document}: DrawOptions): Element {
  const labels = [...new Set(rows.map(({label}) => label))];
  const {marginLeft, tickFormat} = rowNames(labels, width);
  return Plot.plot({
    document,
    width,
    height: labels.length * 46 + 60,
    marginLeft,
    marginRight: 20,
    marginBottom: 44,
    style: {fontSize: "13px"},
    x: {
      label:
        width < 500 ? "Standard deviations from average" : "Standard deviations from the average customer",
      labelAnchor: width < 500 ? "right" : "center",
      labelArrow: "none",
      grid: true,
      inset: 10,
      ticks: width < 500 ? 5 : 8,
    },
    y: {label: null, domain: labels, tickSize: 0, tickFormat},
    marks: [
      Plot.ruleX([0], {stroke: "currentColor"}),
      Plot.ruleY(
        rows,
        Plot.groupY(
          {x1: "min", x2: "max"},
          {x1: "centroid", x2: "centroid", y: "label", stroke: "var(--rule)", strokeWidth: 3},
        ),
      ),
      Plot.dot(rows, {
        x: "centroid",
        y: "label",
        r: 7,
        fill: ({position}: Row) => segmentColor(Number(position)),
        stroke: "var(--theme-background)",
        strokeWidth: 1.5,
      }),
    ],
  });
}
