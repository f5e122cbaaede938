import {type PublishedTable, tableFromRows} from "./publishedTable.js";
import type {Findings} from "./tables.js";

/** Components that customers are placed in. */
const placed = 2;

/** Tables of the principal components: how much each explains, its weights, and the customers' places. */
export function componentTables({analyses, features}: Findings): PublishedTable[] {
  const {loadings, explainedRatio, explainedVariance, scores} = analyses.components;
  const components = Array.from(explainedRatio.keys());
  const cells = components.flatMap((component) =>
    features.names.map((variable, j) => ({
      component,
      variable,
      weight: loadings.values[j * loadings.cols + component],
    })),
  );
  const rows = Array.from({length: scores.rows}, (_, row) => row);
  return [
    tableFromRows("components", "Principal components of the standardised variables.", components, [
      {name: "component", type: "INTEGER", definition: "Component, from 1.", value: (c) => c + 1},
      {
        name: "variance",
        type: "DOUBLE",
        definition: "Its variance (n − 1), in squared standard deviations.",
        value: (c) => explainedVariance[c],
      },
      {
        name: "share",
        type: "DOUBLE",
        definition: "Its share of the total variance.",
        value: (c) => explainedRatio[c],
      },
      {
        name: "cumulative_share",
        type: "DOUBLE",
        definition: "Share of this component and those before it.",
        value: (c) => explainedRatio.slice(0, c + 1).reduce((sum, share) => sum + share, 0),
      },
    ]),
    tableFromRows("component_loadings", "Weights of the variables in the principal components.", cells, [
      {name: "component", type: "INTEGER", definition: "Component, from 1.", value: (r) => r.component + 1},
      {
        name: "variable",
        type: "VARCHAR",
        definition: "Column of the customers table.",
        value: (r) => r.variable,
      },
      {name: "weight", type: "DOUBLE", definition: "Weight, from −1 to 1.", value: (r) => r.weight},
      {
        name: "correlation",
        type: "DOUBLE",
        definition: "Correlation of the variable with the component.",
        value: (r) =>
          r.weight * Math.sqrt((explainedVariance[r.component] * (scores.rows - 1)) / scores.rows),
      },
    ]),
    tableFromRows(
      "component_scores",
      `Places of the customers in the first ${placed} principal components.`,
      rows,
      [
        {
          name: "row_number",
          type: "INTEGER",
          definition: "Position of the row in the input file, from 1.",
          value: (row) => row + 1,
        },
        ...components.slice(0, placed).map((c) => ({
          name: `component_${c + 1}`,
          type: "DOUBLE" as const,
          definition: `Place in component ${c + 1}, in standard deviations of the average variable.`,
          value: (row: number) => scores.values[row * scores.cols + c],
        })),
      ],
    ),
  ];
}
