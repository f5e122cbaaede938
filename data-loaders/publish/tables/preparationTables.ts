import {
  double,
  integer,
  type PublishedTable,
  table,
  text,
  truth,
} from "../../engine/tables/publishedTable.js";
import type {Findings} from "./findings.js";

type PreparationFindings = Pick<Findings, "preparations" | "segmentOfCluster" | "definition">;

/** Tables on how much the segments depend on what is done to the data before clustering. */
export function preparationTables(findings: PreparationFindings): PublishedTable[] {
  return [preparationFits(findings), preparationSizes(findings)];
}

function preparationFits({preparations, definition}: PreparationFindings): PublishedTable {
  return table(
    "preparations",
    "k-means after other preparations of the same data, at the chosen k and one below. The preparation report is that of the report.",
    preparations,
    [
      text("preparation", "Identifier of the preparation.", (r) => r.preparation.id),
      text("label", "Name of the preparation.", (r) => r.preparation.label),
      text("definition", "What it does.", (r) => r.preparation.definition),
      integer("k", "Number of clusters.", (r) => r.k),
      truth("chosen", "True for the k of the report.", (r) => r.k === definition.k),
      integer(
        "outlying",
        "Customers with at least one value beyond the limits that it sets; NULL where it sets none.",
        (r) => r.preparation.outlying ?? null,
      ),
      integer("customers", "Customers that it keeps.", (r) => r.customers),
      integer(
        "moved",
        "Customers, of those kept, in another cluster than in the report's solution at the same k, the clusters paired so that they are fewest.",
        (r) => r.moved,
      ),
      integer("variables", "Dimensions in which distances are taken.", (r) => r.variables),
      double(
        "explained",
        "Share of the sum of squares that lies between the clusters, from 0 to 1; not comparable between preparations of different dimensions.",
        (r) => r.explained,
      ),
      double(
        "silhouette",
        "Mean silhouette width in the preparation's own distances, over 1,500 customers chosen at random, or all where there are fewer.",
        (r) => r.silhouette,
      ),
      double(
        "adjusted_rand",
        "Agreement with the report's solution at the same k, over the customers kept: 1 is the same partition, 0 is chance.",
        (r) => r.adjustedRand,
      ),
    ],
  );
}

function preparationSizes({preparations, segmentOfCluster, definition}: PreparationFindings): PublishedTable {
  const sizes = preparations
    .filter(({k}) => k === definition.k)
    .flatMap(({preparation, sizes: found}) =>
      Array.from(found, (customers, cluster) => ({
        preparation: preparation.id,
        position: segmentOfCluster[cluster] + 1,
        customers,
      })),
    )
    .sort((a, b) => a.position - b.position);
  return table(
    "preparation_sizes",
    "Customers in each cluster after each preparation, at the chosen k, under the segment that the cluster is paired with.",
    sizes,
    [
      text("preparation", "Identifier of the preparation.", (r) => r.preparation),
      integer("position", "Display order of the segment, from 1.", (r) => r.position),
      integer("customers", "Customers in the cluster.", (r) => r.customers),
    ],
  );
}
