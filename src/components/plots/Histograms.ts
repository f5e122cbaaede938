import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";

/**
 * Small histograms of skewed variables under one another on one log scale, each as high as its highest class; zeros stand
 * at the left in a bar of their own, with their number.
 *
 * @param rows one for each class: `label`, `lower`, `upper` (both 0 for the zeros), `customers`
 * @param unit of the scale
 */
export function Histograms(rows: readonly Row[], unit: string, {width, document}: DrawOptions): Element {
  const labels = [...new Set(rows.map(({label}) => label))];
  const classes = rows.filter(({upper}) => Number(upper) > 0);
  const zeros = rows.filter(({upper}) => Number(upper) === 0);
  const zeroEnds = {x1: 0.36, x2: 0.62};
  const most = new Map(
    labels.map((label) => [
      label,
      Math.max(...classes.filter((row) => row.label === label).map((row) => Number(row.customers))),
    ]),
  );
  // the highest class of each variable is as high as its row; what stands at zero is told by a number
  const height = ({label, customers}: Row) => Math.min(1, Number(customers) / (most.get(label) ?? 1));
  return Plot.plot({
    document,
    width,
    height: labels.length * 74 + 50,
    marginLeft: 132,
    marginRight: 34,
    marginBottom: 44,
    style: {fontSize: "13px"},
    fy: {label: null, domain: labels, padding: 0.25, axis: null},
    x: {
      type: "log",
      domain: [0.3, 100_000],
      label: unit,
      labelAnchor: "center",
      labelArrow: "none",
      ticks: width < 500 ? [10, 100, 1_000, 10_000] : [1, 10, 100, 1_000, 10_000, 100_000],
      tickFormat: (value: number) => formatFigure(value, width < 500 ? "~s" : ",d"),
    },
    y: {axis: null},
    marks: [
      Plot.text(labels, {
        fy: (label) => label,
        text: (label) => label,
        frameAnchor: "left",
        textAnchor: "end",
        dx: -10,
        fontWeight: 600,
        lineWidth: 9,
      }),
      Plot.rectY(classes, {
        fy: "label",
        x1: "lower",
        x2: "upper",
        y: height,
        fill: "currentColor",
        fillOpacity: 0.55,
        inset: 0.5,
      }),
      Plot.rectY(zeros, {fy: "label", ...zeroEnds, y: height, fill: "var(--flag)", fillOpacity: 0.75}),
      Plot.text(zeros, {
        fy: "label",
        x: 0.68,
        y: (row: Row) => Math.max(0.35, height(row)),
        text: ({customers}: Row) => formatFigure(Number(customers), ",d"),
        textAnchor: "start",
        dy: 7,
        fill: "var(--flag)",
        fontWeight: 600,
      }),
      // a log axis prints no label of its own between powers of ten
      Plot.text(labels.slice(-1), {
        fy: (label) => label,
        x: 0.47,
        text: () => "zero",
        frameAnchor: "bottom",
        dy: 17,
        fill: "var(--flag)",
      }),
      Plot.ruleY([0]),
    ],
  });
}
