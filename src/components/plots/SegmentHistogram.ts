import * as Plot from "npm:@observablehq/plot";
import {segmentColor} from "./segmentColor.js";

/** A class of a variable's histogram for one segment: a row of the published table `distributions`. */
export interface DistributionRow {
  variable: string;
  scale: "log" | "linear";
  lower: number;
  upper: number;
  position: number;
  customers: number;
}

export interface SegmentHistogramOptions {
  width: number;
  /** Label of the axis, with unit. */
  label: string;
  /** True to draw shares of each class in place of customers. */
  asShares: boolean;
}

/**
 * Histogram of one variable, divided among the segments.
 *
 * @param rows of one variable
 */
export function SegmentHistogram(
  rows: readonly DistributionRow[],
  {width, label, asShares}: SegmentHistogramOptions,
): Element {
  const classes = [...new Map(rows.map(({lower, upper}) => [`${lower} ${upper}`, {lower, upper}])).values()];
  const name = ({lower, upper}: {lower: number; upper: number}) => (upper === lower ? "zero" : short(lower));
  const every = Math.ceil(classes.length / (width < 500 ? 6 : 12));
  return Plot.plot({
    width,
    height: 280,
    marginLeft: 52,
    marginBottom: 44,
    style: {fontSize: "13px"},
    x: {
      type: "band",
      domain: classes.map(name),
      ticks: classes.map(name).filter((_, i) => i % every === 0),
      label: `${label}: lower end of the class`,
      labelAnchor: "center",
      labelArrow: "none",
      padding: 0.08,
    },
    y: {
      label: asShares ? "↑ Share of the class (%)" : "↑ Customers",
      labelArrow: "none",
      grid: true,
      percent: asShares,
      tickFormat: asShares ? "d" : "~s",
    },
    marks: [
      Plot.barY(
        rows,
        Plot.stackY({
          x: name,
          y: "customers",
          offset: asShares ? "normalize" : undefined,
          order: "position",
          fill: ({position}: DistributionRow) => segmentColor(position),
        }),
      ),
      Plot.ruleY([0]),
    ],
  });
}

function short(value: number): string {
  if (value >= 1_000) return `${Number((value / 1_000).toPrecision(2))}k`;
  return String(Number(value.toPrecision(2)));
}
