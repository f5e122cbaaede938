import {matrixColumn} from "../../src/lib/matrix.js";
import {binColumn} from "../../src/lib/statistics/binColumn.js";
import {double, integer, type PublishedTable, text} from "./publishedTable.js";
import type {Findings} from "./tables.js";

/** Counts of the customers in classes of each variable, by segment: what a page draws in place of all customers. */
export function distributions({features, clusters, segmentOfCluster}: Findings): PublishedTable {
  const rows = features.names.flatMap((variable, j) => {
    const {scale, bins, indices} = binColumn(matrixColumn(features.values, j));
    const counts = new Int32Array(bins.length * segmentOfCluster.length);
    indices.forEach((bin, row) => {
      counts[bin * segmentOfCluster.length + segmentOfCluster[clusters.chosen.labels[row]]]++;
    });
    return bins.flatMap(({lower, upper}, bin) =>
      Array.from(segmentOfCluster, (_, position) => ({
        variable,
        scale,
        lower,
        upper,
        position,
        customers: counts[bin * segmentOfCluster.length + position],
      })),
    );
  });
  return {
    name: "distributions",
    definition:
      "Histogram of each variable by segment. Skewed amounts are in classes of equal width on a log scale, with the zeros in a class of their own and values below 1 in the lowest class.",
    columns: [
      text(
        "variable",
        "Column of the customers table.",
        rows.map(({variable}) => variable),
      ),
      text(
        "scale",
        "log or linear: how the classes are spaced.",
        rows.map(({scale}) => scale),
      ),
      double(
        "lower",
        "Lower end of the class (inclusive).",
        rows.map(({lower}) => lower),
      ),
      double(
        "upper",
        "Upper end of the class (exclusive, but for the last); equal to the lower end for the class of the zeros.",
        rows.map(({upper}) => upper),
      ),
      integer(
        "position",
        "Display order of the segment, from 1.",
        rows.map(({position}) => position + 1),
      ),
      integer(
        "customers",
        "Customers of the segment in the class.",
        rows.map(({customers}) => customers),
      ),
    ],
  };
}
