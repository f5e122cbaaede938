import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {rowNames} from "./rowNames.js";

/** Width of a character of the columns' names, and room beside the rows' names for what they are. */
const characterWidth = 6.9;
const rowLabelWidth = 22;

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
  const names = [...new Set(rows.map(({row}) => row))];
  const columnNames = [...new Set(rows.map(({column}) => String(column)))];
  const {marginLeft: nameWidth, tickFormat} = rowNames(names, width);
  const marginLeft = nameWidth + rowLabelWidth;
  const drawnWidth = Math.min(width, 520);
  const columnWidth = (drawnWidth - marginLeft) / columnNames.length;
  const widthOf = (text: string) => text.length * characterWidth;
  const isWrapped = columnNames.some((name) => widthOf(name) > columnWidth);
  const isSlanted = columnNames.some((name) => name.split(" ").some((word) => widthOf(word) > columnWidth));
  // a slanted name reaches over the cells at its right
  const marginRight = isSlanted ? Math.max(0, 0.72 * widthOf(columnNames.at(-1) ?? "") - 12) : 0;
  const share = ({row, customers}: Row) => Number(customers) / (totals.get(row) ?? 1);
  return Plot.plot({
    document,
    width: drawnWidth,
    height: names.length * 52 + (isSlanted ? 106 : isWrapped ? 68 : 54),
    marginLeft,
    marginRight,
    marginTop: isSlanted ? 100 : isWrapped ? 62 : 48,
    marginBottom: 6,
    style: {fontSize: "13px"},
    x: {
      axis: "top",
      // slanted names leave no room for it
      label: isSlanted ? null : columnLabel,
      labelAnchor: "center",
      labelArrow: "none",
      labelOffset: isWrapped ? 58 : 44,
      tickSize: 0,
      tickRotate: isSlanted ? -45 : 0,
      domain: columnNames,
      tickFormat: (name: string) => (isWrapped && !isSlanted ? name.replace(" ", "\n") : name),
    },
    y: {
      label: rowLabel,
      labelOffset: marginLeft - 6,
      labelArrow: "none",
      tickSize: 0,
      tickFormat,
      domain: names,
    },
    marks: [
      Plot.cell(rows, {
        x: "column",
        y: "row",
        fill: "var(--segment-2)",
        // never so dark that the number would need another colour
        fillOpacity: (row: Row) => 0.06 + 0.44 * share(row),
        inset: 1,
      }),
      Plot.text(rows, {
        x: "column",
        y: "row",
        text: ({customers}: Row) => formatFigure(Number(customers), ",d"),
        fill: "currentColor",
        fontWeight: 600,
        fontSize: columnWidth < 60 ? 12 : undefined,
      }),
    ],
  });
}
