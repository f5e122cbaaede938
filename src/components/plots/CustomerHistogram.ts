import * as Plot from "npm:@observablehq/plot";
import {BoxAndCurve, panelMargins} from "./BoxAndCurve.js";
import {segmentColor} from "./segmentColor.js";
import {wholeNumbers} from "./VariableDistribution.js";

export interface CustomerHistogramOptions {
  width: number;
  /** Label of the axis, with unit. */
  label: string;
}

/**
 * One variable over some of the customers: histogram, divided among the segments, box plot and cumulative curve. The
 * axis is that of all customers.
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
  const domain = [thresholds[0], thresholds[classes]] as const;
  const histogram = Plot.plot({
    width,
    height: 128,
    ...panelMargins,
    marginTop: 28,
    marginBottom: 6,
    style: {fontSize: "13px"},
    x: {domain, axis: null},
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
  const chosen = rows.map((row) => values[row]);
  const ticks = step === 1 ? wholeNumbers([low, high], 8) : 5;
  const root = document.createElement("div");
  root.append(histogram, ...BoxAndCurve(chosen, {label, domain, ticks, tickFormat: "~s"}, {width}));
  return root;
}
