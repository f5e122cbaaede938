import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";

/**
 * Actions by the work they take and the customers they reach; numbers lead to the list below the picture.
 *
 * @param rows one for each action: `position`, `effort_days`, `share`, `worth`
 */
export function EffortReach(rows: readonly Row[], {width, document}: DrawOptions): Element {
  const isWorth = ({worth}: Row) => Number(worth) > 0;
  return Plot.plot({
    document,
    width,
    height: Math.min(400, width * 0.9),
    marginLeft: 52,
    marginBottom: 44,
    style: {fontSize: "13px"},
    x: {
      label: "Effort (days of work until it runs, estimated)",
      labelAnchor: "center",
      labelArrow: "none",
      zero: true,
      nice: true,
      insetLeft: 6,
      insetRight: 14,
    },
    y: {
      label: "↑ Reach (share of customers)",
      labelArrow: "none",
      grid: true,
      tickFormat: ".0%",
      zero: true,
      insetTop: 14,
    },
    marks: [
      Plot.dot(rows, {
        x: "effort_days",
        y: "share",
        r: 12,
        fill: (row: Row) => (isWorth(row) ? "var(--segment-2)" : "var(--theme-background)"),
        stroke: "var(--segment-2)",
        strokeWidth: 1.5,
      }),
      Plot.text(rows, {
        x: "effort_days",
        y: "share",
        text: ({position}: Row) => String(position),
        fill: (row: Row) => (isWorth(row) ? "var(--on-segment)" : "currentColor"),
        fontWeight: 700,
      }),
    ],
  });
}
