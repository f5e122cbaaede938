import {binColumn} from "../../../src/lib/statistics/description/binColumn.js";
import {matrixColumn} from "../../../src/lib/statistics/matrices/matrix.js";
import {double, integer, type PublishedTable, table, text} from "../../engine/tables/publishedTable.js";
import {type Findings, segmentPositions} from "./findings.js";

/** Counts of the customers in classes of each variable, by segment: what a page draws in place of all customers. */
export function distributions(
  findings: Pick<Findings, "features" | "segmentOfCluster"> & {
    clusters: Pick<Findings["clusters"], "chosen">;
  },
): PublishedTable {
  const {features} = findings;
  const positions = segmentPositions(findings);
  const segments = findings.segmentOfCluster.length;
  const rows = features.names.flatMap((variable, j) => {
    const {scale, bins, indices} = binColumn(matrixColumn(features.values, j));
    const counts = new Int32Array(bins.length * segments);
    indices.forEach((bin, row) => {
      counts[bin * segments + positions[row]]++;
    });
    return bins.flatMap(({lower, upper}, bin) =>
      Array.from({length: segments}, (_, position) => ({
        variable,
        scale,
        lower,
        upper,
        position,
        customers: counts[bin * segments + position],
      })),
    );
  });
  return table(
    "distributions",
    "Histogram of each variable by segment. Skewed amounts are in classes of equal width on a log scale, with the zeros in a class of their own and values below 1 in the lowest class.",
    rows,
    [
      text("variable", "Column of the customers table.", (r) => r.variable),
      text("scale", "log or linear: how the classes are spaced.", (r) => r.scale),
      double("lower", "Lower end of the class (inclusive).", (r) => r.lower),
      double(
        "upper",
        "Upper end of the class (exclusive, but for the last); equal to the lower end for the class of the zeros.",
        (r) => r.upper,
      ),
      integer("position", "Display order of the segment, from 1.", (r) => r.position + 1),
      integer("customers", "Customers of the segment in the class.", (r) => r.customers),
    ],
  );
}
