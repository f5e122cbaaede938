import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../lib/chartDefinition.js";
import {formatFigure} from "../lib/formatFigure.js";

/**
 * Counts of two partitions against each other, as cells shaded by the share of their row.
 *
 * @param rows one for each cell: `row`, `column`, `customers`
 */
export function CrossTable(
  rows: readonly Row[],
  rowLabel: string,
  columnLabel: string,
  {width, document}: DrawOptions,
): Element {
  const totals = new Map<Row[string], number>();
  for (const {row, customers} of rows) totals.set(row, (totals.get(row) ?? 0) + Number(customers));
  const rowNames = [...new Set(rows.map(({row}) => row))];
  const columnNames = [...new Set(rows.map(({column}) => column))];
  const drawnWidth = Math.min(width, 520);
  const marginLeft = Math.max(120, 7 * Math.max(...rowNames.map((name) => String(name).length)) + 30);
  const columnWidth = (drawnWidth - marginLeft) / columnNames.length;
  const isNarrow = columnWidth < 128;
  const isSlanted = columnWidth < 76;
  const share = ({row, customers}: Row) => Number(customers) / (totals.get(row) ?? 1);
  return Plot.plot({
    document,
    width: drawnWidth,
    height: rowNames.length * 52 + (isSlanted ? 106 : isNarrow ? 68 : 54),
    marginLeft,
    marginTop: isSlanted ? 100 : isNarrow ? 62 : 48,
    marginBottom: 6,
    style: {fontSize: "13px"},
    x: {
      axis: "top",
      // slanted names leave no room for it
      label: isSlanted ? null : columnLabel,
      labelAnchor: "center",
      labelArrow: "none",
      labelOffset: isSlanted ? 96 : isNarrow ? 58 : 44,
      tickSize: 0,
      tickRotate: isSlanted ? -45 : 0,
      domain: columnNames,
      tickFormat: (name: string) => (isNarrow && !isSlanted ? name.replace(" ", "\n") : name),
    },
    y: {label: rowLabel, labelOffset: marginLeft - 8, labelArrow: "none", tickSize: 0, domain: rowNames},
    marks: [
      Plot.cell(rows, {
        x: "column",
        y: "row",
        fill: "var(--segment-2)",
        fillOpacity: (row: Row) => 0.06 + 0.8 * share(row),
        inset: 1,
      }),
      Plot.text(rows, {
        x: "column",
        y: "row",
        text: ({customers}: Row) => formatFigure(Number(customers), ",d"),
        fill: (row: Row) => (share(row) > 0.5 ? "var(--on-segment)" : "currentColor"),
        fontWeight: 600,
      }),
    ],
  });
}
