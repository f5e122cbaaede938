import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions} from "../../lib/narrative/chartDefinition.js";

/** How an axis of values is drawn. */
export interface ValueAxis {
  /** Label with unit. */
  label: string;
  domain: readonly [number, number];
  /** Places of the ticks, or about how many there are. */
  ticks: number[] | number;
  tickFormat: string;
}

/** Space beside the panels of one variable, so that they stand below each other. */
export const panelMargins = {marginLeft: 48, marginRight: 16} as const;

/**
 * A box plot and, below it on the same axis, the cumulative curve.
 *
 * @param values one for each customer, in any order
 */
export function BoxAndCurve(
  values: readonly number[],
  {label, domain, ticks, tickFormat}: ValueAxis,
  {width, document}: DrawOptions,
): Element[] {
  const shared = {document, width, ...panelMargins, style: {fontSize: "13px"}};
  const sorted = [...values].sort((a, b) => a - b);
  const cumulative = sorted.flatMap((value, i) =>
    value === sorted[i + 1] ? [] : [{value, share: (i + 1) / sorted.length}],
  );
  return [
    Plot.plot({
      ...shared,
      height: 40,
      marginTop: 4,
      marginBottom: 6,
      x: {domain, axis: null},
      marks: [
        Plot.boxX(sorted, {x: (value: number) => value, fill: "currentColor", fillOpacity: 0.2, r: 2.5}),
      ],
    }),
    Plot.plot({
      ...shared,
      height: 158,
      marginTop: 28,
      marginBottom: 40,
      x: {domain, label, labelAnchor: "center", labelArrow: "none", ticks, tickFormat},
      y: {
        domain: [0, 1],
        label: "↑ Share of customers at or below",
        labelArrow: "none",
        grid: true,
        tickFormat: ".0%",
        ticks: 4,
      },
      marks: [
        Plot.lineY(cumulative, {x: "value", y: "share", curve: "step-after", strokeWidth: 1.8}),
        Plot.ruleY([0]),
      ],
    }),
  ];
}
