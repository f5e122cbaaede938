import {type PublishedTable, tableFromRows} from "./publishedTable.js";
import type {Findings} from "./tables.js";

/** How much the segments depend on what is done to the data before clustering. */
export function preparationFits({preparations, definition}: Findings): PublishedTable {
  return tableFromRows(
    "preparations",
    "k-means after other preparations of the same data, at the chosen k and one below. The preparation report is that of the report.",
    preparations,
    [
      {
        name: "preparation",
        type: "VARCHAR",
        definition: "Identifier of the preparation.",
        value: (r) => r.preparation.id,
      },
      {
        name: "label",
        type: "VARCHAR",
        definition: "Name of the preparation.",
        value: (r) => r.preparation.label,
      },
      {
        name: "definition",
        type: "VARCHAR",
        definition: "What it does.",
        value: (r) => r.preparation.definition,
      },
      {name: "k", type: "INTEGER", definition: "Number of clusters.", value: (r) => r.k},
      {
        name: "chosen",
        type: "BOOLEAN",
        definition: "True for the k of the report.",
        value: (r) => r.k === definition.k,
      },
      {
        name: "outlying",
        type: "INTEGER",
        definition:
          "Customers with at least one value beyond the limits that it sets; NULL where it sets none.",
        value: (r) => r.preparation.outlying ?? null,
      },
      {
        name: "customers",
        type: "INTEGER",
        definition: "Customers that it keeps.",
        value: (r) => r.customers,
      },
      {
        name: "moved",
        type: "INTEGER",
        definition:
          "Customers, of those kept, in another cluster than in the report's solution at the same k.",
        value: (r) => r.moved,
      },
      {
        name: "variables",
        type: "INTEGER",
        definition: "Dimensions in which distances are taken.",
        value: (r) => r.variables,
      },
      {
        name: "explained",
        type: "DOUBLE",
        definition:
          "Share of the sum of squares that lies between the clusters, from 0 to 1; not comparable between preparations of different dimensions.",
        value: (r) => r.explained,
      },
      {
        name: "silhouette",
        type: "DOUBLE",
        definition:
          "Mean silhouette width in the preparation's own distances, over 1,500 customers drawn by lot or all where there are fewer.",
        value: (r) => r.silhouette,
      },
      {
        name: "adjusted_rand",
        type: "DOUBLE",
        definition:
          "Agreement with the report's solution at the same k, over the customers kept: 1 is the same partition, 0 is chance.",
        value: (r) => r.adjustedRand,
      },
    ],
  );
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
  return tableFromRows(
    "preparation_sizes",
    "Customers in each cluster after each preparation, at the chosen k, under the segment that the cluster shares most members with.",
    rows,
    [
      {
        name: "preparation",
        type: "VARCHAR",
        definition: "Identifier of the preparation.",
        value: (r) => r.preparation,
      },
      {
        name: "position",
        type: "INTEGER",
        definition: "Display order of the segment, from 1.",
        value: (r) => r.position,
      },
      {
        name: "customers",
        type: "INTEGER",
        definition: "Customers in the cluster.",
        value: (r) => r.customers,
      },
    ],
  );
}
