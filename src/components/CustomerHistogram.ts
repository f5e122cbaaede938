import * as Plot from "npm:@observablehq/plot";
import {segmentColor} from "./segmentColor.js";

export interface CustomerHistogramOptions {
  width: number;
  /** Label of the axis, with unit. */
  label: string;
}

/**
 * Histogram of one variable over some of the customers, divided among the segments; the axis is that of all customers.
 *
 * @param values of all customers
 * @param positions display position of each customer's segment, from 1
 * @param rows the customers shown, from 0
 */
export function CustomerHistogram(
  values: readonly number[],
  positions: readonly number[],
  rows: readonly number[],
  {width, label}: CustomerHistogramOptions,
): Element {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = high - low > 100 ? (high - low) / 20 : 1;
  const start = step === 1 ? low - 0.5 : low;
  const classes = Math.ceil((high + (step === 1 ? 0.5 : 0) - start) / step);
  const thresholds = Array.from({length: classes + 1}, (_, i) => start + i * step);
  return Plot.plot({
    width,
    height: 150,
    marginLeft: 36,
    marginBottom: 38,
    style: {fontSize: "12px"},
    x: {
      label,
      labelAnchor: "center",
      labelArrow: "none",
      domain: [thresholds[0], thresholds[classes]],
      tickFormat: "~s",
      ticks: 6,
    },
    y: {label: "↑ Customers", labelArrow: "none", grid: true, ticks: 3},
    marks: [
      Plot.rectY(
        rows,
        Plot.binX<Plot.RectYOptions>(
          {y: "count"},
          {
            x: {value: (row: number) => values[row], thresholds},
            fill: (row: number) => segmentColor(positions[row]),
            order: (row: number) => positions[row],
            inset: 0.5,
          },
        ),
      ),
      Plot.ruleY([0]),
    ],
  });
}
