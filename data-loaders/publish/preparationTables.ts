import {double, integer, type PublishedTable, text} from "./publishedTable.js";
import type {Findings} from "./tables.js";

/** How much the segments depend on what is done to the data before clustering. */
export function preparationFits({preparations}: Findings): PublishedTable {
  return {
    name: "preparations",
    definition:
      "k-means after other preparations of the same data, at the chosen k and one below. The preparation report is that of the report.",
    columns: [
      text(
        "preparation",
        "Identifier of the preparation.",
        preparations.map(({preparation}) => preparation.id),
      ),
      text(
        "label",
        "Name of the preparation.",
        preparations.map(({preparation}) => preparation.label),
      ),
      text(
        "definition",
        "What it does.",
        preparations.map(({preparation}) => preparation.definition),
      ),
      integer(
        "k",
        "Number of clusters.",
        preparations.map(({k}) => k),
      ),
      integer(
        "customers",
        "Customers that it keeps.",
        preparations.map(({customers}) => customers),
      ),
      integer(
        "variables",
        "Dimensions in which distances are taken.",
        preparations.map(({variables}) => variables),
      ),
      double(
        "explained",
        "Share of the sum of squares that lies between the clusters, from 0 to 1; not comparable between preparations of different dimensions.",
        preparations.map(({explained}) => explained),
      ),
      double(
        "silhouette",
        "Mean silhouette width of 1,500 customers drawn by lot, in the preparation's own distances.",
        preparations.map(({silhouette}) => silhouette),
      ),
      double(
        "adjusted_rand",
        "Agreement with the report's solution at the same k: 1 is the same partition, 0 is chance.",
        preparations.map(({adjustedRand}) => adjustedRand),
      ),
    ],
  };
}

/** Sizes of the segments after each preparation, at the chosen k. */
export function preparationSizes({preparations, segmentOfCluster, definition}: Findings): PublishedTable {
  const rows = preparations
    .filter(({k}) => k === definition.k)
    .flatMap(({preparation, sizes}) =>
      Array.from(sizes, (customers, cluster) => ({
        preparation: preparation.id,
        position: segmentOfCluster[cluster] + 1,
        customers,
      })),
    )
    .sort((a, b) => a.position - b.position);
  return {
    name: "preparation_sizes",
    definition:
      "Customers in each cluster after each preparation, at the chosen k, under the segment that the cluster shares most members with.",
    columns: [
      text(
        "preparation",
        "Identifier of the preparation.",
        rows.map(({preparation}) => preparation),
      ),
      integer(
        "position",
        "Display order of the segment, from 1.",
        rows.map(({position}) => position),
      ),
      integer(
        "customers",
        "Customers in the cluster.",
        rows.map(({customers}) => customers),
      ),
    ],
  };
}
