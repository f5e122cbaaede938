import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../lib/chartDefinition.js";
import {formatFigure} from "../lib/formatFigure.js";

/**
 * Odds ratios with their 95 % intervals on a logarithmic scale, so that twice and half are equally far from 1.
 *
 * @param rows one for each variable: `label`, `odds_ratio`, `odds_ratio_low`, `odds_ratio_high`
 */
export function OddsRatios(rows: readonly Row[], {width, document}: DrawOptions): Element {
  return Plot.plot({
    document,
    width,
    height: rows.length * 44 + 62,
    marginLeft: Math.max(108, 7 * Math.max(...rows.map(({label}) => String(label).length))),
    marginRight: 36,
    marginTop: 14,
    marginBottom: 44,
    style: {fontSize: "13px"},
    x: {
      type: "log",
      label: width < 500 ? "Factor of the odds" : "Factor of the odds for one standard deviation more",
      labelAnchor: "center",
      labelArrow: "none",
      grid: true,
      ticks: width < 500 ? 3 : 6,
      tickFormat: "~g",
    },
    y: {label: null, domain: rows.map(({label}) => label), tickSize: 0},
    marks: [
      Plot.ruleX([1], {stroke: "currentColor"}),
      Plot.ruleY(rows, {x1: "odds_ratio_low", x2: "odds_ratio_high", y: "label", strokeWidth: 2}),
      Plot.dot(rows, {x: "odds_ratio", y: "label", r: 5, fill: "currentColor"}),
      Plot.text(rows, {
        x: "odds_ratio",
        y: "label",
        text: (row: Row) =>
          `× ${formatFigure(Number(row.odds_ratio), Number(row.odds_ratio) < 0.005 ? ".1r" : ".2f")}`,
        dy: -14,
        fontWeight: 600,
        stroke: "var(--theme-background)",
        strokeWidth: 4,
        fill: "currentColor",
      }),
    ],
  });
}
