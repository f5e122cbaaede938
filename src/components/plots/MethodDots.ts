import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {segmentColor} from "./segmentColor.js";

const methods = {"k-means": "k-means", ward: "Ward", average: "Average", complete: "Complete"};

/**
 * Where each of several methods puts single customers: a dot in the colour of the group for each method.
 *
 * @param rows one for each customer: `customer_id`, and for each method `…_position`, that of the segment
 */
export function MethodDots(rows: readonly Row[], {width, document}: DrawOptions): Element {
  const places = rows.flatMap((row) =>
    Object.entries(methods).map(([method, name]) => ({
      customer: String(row.customer_id).slice(0, 7),
      name,
      position: Number(row[`${method}_position`]),
    })),
  );
  return Plot.plot({
    document,
    width: Math.min(width, 520),
    height: rows.length * 24 + 60,
    marginLeft: width < 500 ? 76 : 84,
    marginTop: 46,
    marginBottom: 4,
    style: {fontSize: width < 500 ? "12px" : "13px"},
    x: {
      axis: "top",
      label: "Method",
      labelAnchor: "center",
      labelArrow: "none",
      labelOffset: 40,
      tickSize: 0,
      domain: Object.values(methods),
    },
    y: {label: "Customer", labelArrow: "none", tickSize: 0, domain: places.map(({customer}) => customer)},
    marks: [
      Plot.ruleY(places, {y: "customer", stroke: "var(--rule)"}),
      Plot.dot(places, {x: "name", y: "customer", r: 6, fill: ({position}) => segmentColor(position)}),
    ],
  });
}
