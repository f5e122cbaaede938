import * as Plot from "npm:@observablehq/plot";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {rowNames} from "./rowNames.js";

/** A row of the published table `k_profiles`. */
export interface ClusterMean {
  k: number;
  cluster: number;
  variable: string;
  mean: number;
  centroid: number;
}

export interface ClusterCellsOptions {
  width: number;
  /** The numbers of clusters to compare, side by side. */
  ks: readonly number[];
  /** Label of each variable, in the order of display. */
  labels: ReadonlyMap<string, string>;
  /** Customers in a cluster. */
  size: (k: number, cluster: number) => number;
}

/** Cells narrower than this hold no number. */
const roomForNumber = 26;

/**
 * The clusters of several k as columns, their means as cells: how far each lies from the average customer.
 *
 * @param rows of these k
 */
export function ClusterCells(
  rows: readonly ClusterMean[],
  {width, ks, labels, size}: ClusterCellsOptions,
): Element {
  const drawn = ks.flatMap((k, place) =>
    rows.filter((row) => row.k === k).map((row) => ({...row, column: `${place}-${row.cluster}`, place})),
  );
  const columns = ks.flatMap((k, place) => [
    ...Array.from({length: k}, (_, i) => ({column: `${place}-${i + 1}`, text: short(size(k, i + 1))})),
    ...(place < ks.length - 1 ? [{column: `gap ${place}`, text: ""}] : []),
  ]);
  const {marginLeft, tickFormat} = rowNames([...labels.values()], width);
  const cell = (width - marginLeft) / columns.length;
  const name = ({variable}: ClusterMean) => labels.get(variable) ?? variable;
  return Plot.plot({
    width,
    height: labels.size * 25 + 44,
    marginLeft,
    marginTop: 40,
    marginBottom: 4,
    marginRight: 0,
    style: {fontSize: width < 500 ? "10px" : "12px"},
    x: {
      axis: "top",
      type: "band",
      label: "Customers in the group",
      labelAnchor: "center",
      labelArrow: "none",
      labelOffset: 34,
      tickSize: 0,
      tickFormat: (column: string) => columns.find((one) => one.column === column)?.text ?? "",
      domain: columns.map(({column}) => column),
    },
    y: {label: null, domain: [...labels.values()], tickSize: 0, tickFormat},
    color: {type: "diverging", domain: [-2, 2], clamp: true, scheme: "PuOr", reverse: true},
    marks: [
      Plot.cell(drawn, {x: "column", y: name, fill: "centroid", inset: 0.5}),
      Plot.text(cell < roomForNumber ? [] : drawn, {
        x: "column",
        y: name,
        text: ({centroid}: ClusterMean) => formatFigure(centroid, "+.1f").replace(/^[+−]0\.0$/, "0.0"),
        fill: ({centroid}: ClusterMean) => (Math.abs(centroid) > 1.2 ? "white" : "black"),
      }),
    ],
  });
}

/** A count in the room of a narrow column. */
function short(count: number): string {
  return count < 1_000 ? String(count) : `${Number((count / 1_000).toPrecision(2))}k`;
}
