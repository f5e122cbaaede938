import * as Plot from "npm:@observablehq/plot";

/** A row of the published table `k_profiles`. */
export interface ClusterMean {
  cluster: number;
  variable: string;
  mean: number;
  centroid: number;
}

export interface ClusterCellsOptions {
  width: number;
  /** Label of each variable, in the order of display. */
  labels: ReadonlyMap<string, string>;
  /** Heading of each cluster. */
  heading: (cluster: number) => string;
}

/**
 * The clusters of one k as columns, their means as cells: how far each lies from the average customer.
 *
 * @param rows of one k
 */
export function ClusterCells(
  rows: readonly ClusterMean[],
  {width, labels, heading}: ClusterCellsOptions,
): Element {
  return Plot.plot({
    width,
    height: labels.size * 24 + 70,
    marginLeft: 188,
    marginTop: 60,
    marginBottom: 4,
    marginRight: 0,
    style: {fontSize: "12px"},
    x: {
      axis: "top",
      type: "band",
      label: null,
      tickSize: 0,
      tickFormat: heading,
      domain: [...new Set(rows.map(({cluster}) => cluster))],
    },
    y: {label: null, domain: [...labels.values()], tickSize: 0},
    color: {type: "diverging", domain: [-2, 2], clamp: true, scheme: "PuOr", reverse: true},
    marks: [
      Plot.cell(rows, {
        x: "cluster",
        y: ({variable}: ClusterMean) => labels.get(variable),
        fill: "centroid",
        inset: 0.5,
      }),
      Plot.text(rows, {
        x: "cluster",
        y: ({variable}: ClusterMean) => labels.get(variable),
        text: ({centroid}: ClusterMean) => `${centroid < 0 ? "−" : "+"}${Math.abs(centroid).toFixed(1)}`,
        fill: ({centroid}: ClusterMean) => (Math.abs(centroid) > 1.2 ? "white" : "black"),
      }),
    ],
  });
}
