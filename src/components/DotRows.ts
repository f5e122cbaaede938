import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../lib/chartDefinition.js";

export interface DotRowsOptions extends DrawOptions {
  /** Label of the axis, with unit. */
  label: string;
  domain: readonly [number, number];
}

/**
 * One number for each of several things, as dots in rows; a second series stands as open dots.
 *
 * @param rows `label`, `series`, `value`; the first series is filled
 */
export function DotRows(rows: readonly Row[], {width, document, label, domain}: DotRowsOptions): Element {
  const labels = [...new Set(rows.map((row) => row.label))];
  const series = [...new Set(rows.map((row) => row.series))];
  const isFirst = (row: Row) => row.series === series[0];
  return Plot.plot({
    document,
    width,
    height: labels.length * 32 + 66,
    marginLeft: 206,
    marginRight: 20,
    marginBottom: 44,
    style: {fontSize: "13px"},
    x: {
      label,
      labelAnchor: "center",
      labelArrow: "none",
      grid: true,
      domain: [...domain],
      ticks: width < 500 ? 3 : 6,
    },
    y: {label: null, domain: labels, tickSize: 0},
    marks: [
      Plot.dot(rows, {
        x: "value",
        y: "label",
        r: 6,
        fill: (row: Row) => (isFirst(row) ? "var(--segment-2)" : "var(--theme-background)"),
        stroke: "var(--segment-2)",
        strokeWidth: 2,
      }),
      ...series.map((name, i) =>
        series.length < 2
          ? null
          : Plot.text(
              rows.filter(({label, series: of}) => label === labels[0] && of === name),
              {x: "value", y: "label", text: "series", dy: i === 0 ? -15 : 16, fontWeight: 600},
            ),
      ),
    ],
  });
}
