import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {rowNames} from "./rowNames.js";

export interface DotRowsOptions extends DrawOptions {
  /** Label of the axis, with unit. */
  label: string;
  domain: readonly [number, number];
}

/**
 * Two numbers for each of several things, as dots in rows: filled for the first series, open for the second, which
 * stands a little lower. A key names them.
 *
 * @param rows `label`, `series`, `value`
 */
export function DotRows(rows: readonly Row[], {width, document, label, domain}: DotRowsOptions): Element {
  const labels = [...new Set(rows.map((row) => row.label))];
  const series = [...new Set(rows.map((row) => row.series))];
  const {marginLeft, tickFormat} = rowNames(labels, width);
  return Plot.plot({
    document,
    width,
    height: labels.length * 32 + 94,
    marginLeft,
    marginRight: 20,
    marginTop: 36,
    marginBottom: 44,
    style: {fontSize: "13px"},
    x: {
      label,
      labelAnchor: width < 500 ? "right" : "center",
      labelArrow: "none",
      grid: true,
      domain: [...domain],
      ticks: width < 500 ? 3 : 6,
    },
    y: {label: null, domain: labels, tickSize: 0, tickFormat},
    marks: series.flatMap((name, i) => {
      const dot = {
        r: 5,
        fill: i === 0 ? "var(--segment-2)" : "var(--theme-background)",
        stroke: "var(--segment-2)",
        strokeWidth: 2,
      };
      const key = {frameAnchor: "top-left", dy: -24} as const;
      const keyLeft = 8 - marginLeft + i * 140;
      return [
        Plot.dot(
          rows.filter((row) => row.series === name),
          {...dot, x: "value", y: "label", dy: i === 0 ? -5 : 5},
        ),
        Plot.dot([name], {...dot, ...key, dx: keyLeft}),
        Plot.text([name], {
          ...key,
          text: (shown) => String(shown),
          textAnchor: "start",
          lineAnchor: "middle",
          dx: keyLeft + 11,
          fontWeight: 600,
        }),
      ];
    }),
  });
}
