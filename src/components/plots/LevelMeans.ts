import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {rowNames} from "./rowNames.js";

/**
 * Means with their intervals, one row for each level, in the order of the rows.
 *
 * @param rows one for each level: `name`, `mean`, `mean_low`, `mean_high`
 * @param label label of the axis: what is averaged, and its unit
 */
export function LevelMeans(rows: readonly Row[], label: string, {width, document}: DrawOptions): Element {
  const names = rows.map(({name}) => name);
  const {marginLeft, tickFormat} = rowNames(names, width);
  return Plot.plot({
    document,
    width,
    height: rows.length * 29 + 52,
    marginLeft,
    marginRight: 24,
    marginTop: 5,
    marginBottom: 44,
    style: {fontSize: "13px"},
    x: {
      label,
      labelAnchor: "left",
      labelArrow: "none",
      ticks: width < 500 ? 3 : 6,
      grid: true,
      tickFormat: (value: number) => formatFigure(value, "~s"),
    },
    y: {label: null, domain: names, type: "band", tickSize: 0, tickFormat},
    marks: [
      Plot.ruleY(rows, {y: "name", x1: "mean_low", x2: "mean_high", strokeWidth: 1.5}),
      Plot.dot(rows, {x: "mean", y: "name", r: 4.5, fill: "currentColor"}),
    ],
  });
}
