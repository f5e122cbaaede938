import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../lib/chartDefinition.js";

/**
 * Recommendations by how many customers they reach and what each of these is worth.
 *
 * @param rows one for each recommendation: `title`, `number`, `customers`, `per_customer` ($)
 */
export function ReachAndWorth(rows: readonly Row[], {width, document}: DrawOptions): Element {
  return Plot.plot({
    document,
    width,
    height: 300,
    marginLeft: 52,
    marginBottom: 44,
    style: {fontSize: "13px"},
    x: {
      label: "Customers to ask",
      labelAnchor: "center",
      labelArrow: "none",
      grid: true,
      zero: true,
      nice: true,
      ticks: width < 500 ? 4 : 7,
      tickFormat: ",d",
    },
    y: {
      label: "↑ Worth for each customer asked ($)",
      labelArrow: "none",
      grid: true,
      zero: true,
      nice: true,
      ticks: 5,
    },
    marks: [
      Plot.ruleY([0], {stroke: "currentColor"}),
      Plot.dot(rows, {x: "customers", y: "per_customer", r: 11, fill: "var(--segment-2)"}),
      Plot.text(rows, {
        x: "customers",
        y: "per_customer",
        text: ({number}: Row) => String(number),
        fill: "var(--on-segment)",
        fontWeight: 600,
      }),
    ],
  });
}
