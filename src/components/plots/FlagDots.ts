import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import type {PairLabels} from "./PairDots.js";

/**
 * Two variables against each other, coloured by a flag: a filled dot for flagged customers, a ring for others, as large as
 * there are customers; each kind is named inside the chart.
 *
 * @param rows one for each place and flag: `x`, `y`, `flagged`, `name`, `customers`
 */
export function FlagDots(rows: readonly Row[], labels: PairLabels, {width, document}: DrawOptions): Element {
  const names = [true, false].flatMap((flagged) => {
    const own = rows.filter((row) => row.flagged === flagged);
    if (own.length === 0) return [];
    const highest = own.reduce((a, b) => (Number(b.y) > Number(a.y) ? b : a));
    return [{...highest, x: own.filter(({y}) => y === highest.y).at(-1)?.x ?? highest.x}];
  });
  return Plot.plot({
    document,
    width,
    height: Math.min(380, width * 0.85),
    marginLeft: 48,
    marginBottom: 42,
    style: {fontSize: "13px"},
    x: {
      label: labels.x,
      labelAnchor: "center",
      labelArrow: "none",
      tickFormat: "~s",
      ticks: width < 500 ? 5 : 10,
      inset: 14,
    },
    y: {label: `↑ ${labels.y}`, labelArrow: "none", grid: true, ticks: 6, insetTop: 30, insetBottom: 14},
    r: {range: [0, width < 500 ? 10 : 14]},
    marks: [
      Plot.dot(rows, {
        x: "x",
        y: "y",
        r: "customers",
        fill: ({flagged}: Row) => (flagged === true ? "var(--flag)" : "var(--theme-background, Canvas)"),
        fillOpacity: 0.75,
        stroke: ({flagged}: Row) => (flagged === true ? "var(--flag)" : "currentColor"),
        strokeOpacity: 0.8,
      }),
      Plot.text(names, {
        x: "x",
        y: "y",
        text: ({name}: Row) => String(name),
        dy: -22,
        fontWeight: 600,
        fill: ({flagged}: Row) => (flagged === true ? "var(--flag)" : "currentColor"),
        stroke: "var(--theme-background, Canvas)",
        strokeWidth: 4,
      }),
    ],
  });
}
