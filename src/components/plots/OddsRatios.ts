import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {rowNames} from "./rowNames.js";

/** Ticks where all ratios lie near 1, and where they span many powers of ten. */
const nearOne = [0.1, 0.2, 0.5, 1, 2, 5, 10];
const manyPowers = [-12, -8, -4, 0, 4, 8, 12].map((power) => 10 ** power);

/**
 * Odds ratios with their 95% intervals on a logarithmic scale, so that twice and half are equally far from 1; the ratios
 * stand in a column at the right.
 *
 * @param rows one for each variable: `label`, `odds_ratio`, `odds_ratio_low`, `odds_ratio_high`
 */
export function OddsRatios(rows: readonly Row[], {width, document}: DrawOptions): Element {
  const labels = rows.map(({label}) => label);
  const {marginLeft, tickFormat} = rowNames(labels, width);
  const low = Math.min(1, ...rows.map(({odds_ratio_low}) => Number(odds_ratio_low)));
  const high = Math.max(1, ...rows.map(({odds_ratio_high}) => Number(odds_ratio_high)));
  const isNear = low > 0.05 && high < 20;
  const ticks = (isNear ? nearOne : manyPowers).filter((tick) => tick >= low && tick <= high);
  return Plot.plot({
    document,
    width,
    height: rows.length * 36 + 62,
    marginLeft,
    marginRight: 76,
    marginTop: 14,
    marginBottom: 44,
    style: {fontSize: "13px"},
    x: {type: "log", domain: [low, high], axis: null, inset: 6},
    y: {label: null, domain: labels, tickSize: 0, tickFormat},
    marks: [
      Plot.gridX(ticks),
      Plot.axisX(ticks, {
        // an axis on a log scale would itself leave out the labels of some ticks
        text: (tick: number) => formatFigure(tick, tick < 0.01 || tick > 100 ? ".0e" : "~g"),
        label: width < 500 ? "Factor of the odds" : "Factor of the odds for one standard deviation more",
        labelAnchor: "center",
        labelArrow: "none",
      }),
      Plot.ruleX([1], {stroke: "currentColor"}),
      Plot.ruleY(rows, {x1: "odds_ratio_low", x2: "odds_ratio_high", y: "label", strokeWidth: 2}),
      Plot.dot(rows, {x: "odds_ratio", y: "label", r: 5, fill: "currentColor"}),
      Plot.text(rows, {
        frameAnchor: "right",
        y: "label",
        text: (row: Row) =>
          `× ${formatFigure(Number(row.odds_ratio), Number(row.odds_ratio) < 0.005 ? ".1r" : ".2f")}`,
        textAnchor: "start",
        dx: 10,
        fontWeight: 600,
      }),
    ],
  });
}
