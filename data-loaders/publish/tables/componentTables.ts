import {matrixColumn} from "../../../src/lib/statistics/matrices/matrix.js";
import {double, integer, type PublishedTable, table, text} from "../../engine/tables/publishedTable.js";
import type {Findings} from "./findings.js";

/** Components that customers are placed in. */
const placed = 2;

/** Tables of the principal components: how much each explains, its weights, and the customers' places. */
export function componentTables({
  analyses,
  features,
}: Pick<Findings, "features"> & {analyses: Pick<Findings["analyses"], "components">}): PublishedTable[] {
  const {loadings, explainedRatio, explainedVariance, scores} = analyses.components;
  const components = Array.from(explainedRatio.keys());
  const cells = components.flatMap((component) =>
    features.names.map((variable, j) => ({
      component,
      variable,
      weight: loadings.values[j * loadings.cols + component],
    })),
  );
  const places = components.slice(0, placed).map((c) => matrixColumn(scores, c));
  return [
    table("components", "Principal components of the standardised variables.", components, [
      integer("component", "Component, from 1.", (c) => c + 1),
      double("variance", "Its variance (n − 1), in squared standard deviations.", explainedVariance),
      double("share", "Its share of the total variance.", explainedRatio),
      double("cumulative_share", "Share of this component and those before it.", (c) =>
        explainedRatio.slice(0, c + 1).reduce((sum, share) => sum + share, 0),
      ),
    ]),
    table("component_loadings", "Weights of the variables in the principal components.", cells, [
      integer("component", "Component, from 1.", (r) => r.component + 1),
      text("variable", "Column of the customers table.", (r) => r.variable),
      double("weight", "Weight, from −1 to 1.", (r) => r.weight),
      double(
        "correlation",
        "Correlation of the variable with the component.",
        (r) => r.weight * Math.sqrt((explainedVariance[r.component] * (scores.rows - 1)) / scores.rows),
      ),
    ]),
    table(
      "component_scores",
      `Places of the customers in the first ${placed} principal components.`,
      places[0],
      [
        integer("row_number", "Position of the row in the input file, from 1.", (_, row) => row + 1),
        ...places.map((values, c) =>
          double(
            `component_${c + 1}`,
            `Place in component ${c + 1}, in standard deviations of the average variable.`,
            values,
          ),
        ),
      ],
    ),
  ];
}
