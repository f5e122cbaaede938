import {clusteringTables} from "./clusteringTables.js";
import {componentTables} from "./componentTables.js";
import {type PublishedTable, tableFromRows} from "./publishedTable.js";
import type {Findings} from "./tables.js";

/** Tables of the analyses beside the segments: variables, and how firm the segments are. */
export function analysisTables(findings: Findings): PublishedTable[] {
  return [
    variableSummary(findings),
    correlations(findings),
    categoryBands(findings),
    ...clusteringTables(findings),
    ...componentTables(findings),
    segmentTests(findings),
  ];
}

function variableSummary({analyses}: Findings): PublishedTable {
  return tableFromRows(
    "variable_summary",
    "Each variable over all customers.",
    analyses.description.summaries,
    [
      {
        name: "variable",
        type: "VARCHAR",
        definition: "Column of the customers table.",
        value: (r) => r.variable,
      },
      {name: "count", type: "INTEGER", definition: "Values.", value: (r) => r.count},
      {name: "imputed", type: "INTEGER", definition: "Missing values, imputed.", value: (r) => r.imputed},
      {name: "mean", type: "DOUBLE", definition: "Mean.", value: (r) => r.mean},
      {name: "sd", type: "DOUBLE", definition: "Standard deviation (n − 1).", value: (r) => r.sd},
      {name: "min", type: "DOUBLE", definition: "Smallest value.", value: (r) => r.min},
      {name: "q25", type: "DOUBLE", definition: "Lower quartile (R-7).", value: (r) => r.q25},
      {name: "median", type: "DOUBLE", definition: "Median.", value: (r) => r.median},
      {name: "q75", type: "DOUBLE", definition: "Upper quartile (R-7).", value: (r) => r.q75},
      {name: "max", type: "DOUBLE", definition: "Largest value.", value: (r) => r.max},
      {
        name: "skewness",
        type: "DOUBLE",
        definition: "Adjusted skewness: 0 is symmetric, above 1 has a long tail to the right.",
        value: (r) => r.skewness,
      },
      {
        name: "lower_fence",
        type: "DOUBLE",
        definition: "Lower quartile − 1.5 × interquartile range.",
        value: (r) => r.lowerFence,
      },
      {
        name: "upper_fence",
        type: "DOUBLE",
        definition: "Upper quartile + 1.5 × interquartile range.",
        value: (r) => r.upperFence,
      },
      {
        name: "beyond_fences",
        type: "INTEGER",
        definition: "Values beyond the fences.",
        value: (r) => r.beyondFences,
      },
      {
        name: "beyond_robust_z",
        type: "INTEGER",
        definition: "Values with a robust z-score beyond 3.5 in absolute value.",
        value: (r) => r.beyondRobust,
      },
    ],
  );
}

function correlations({analyses}: Findings): PublishedTable {
  return tableFromRows(
    "correlations",
    "Correlation of each ordered pair of variables that vary; row_number is the position in the file, no property of the customer.",
    analyses.description.correlations,
    [
      {name: "method", type: "VARCHAR", definition: "pearson or spearman.", value: (r) => r.method},
      {name: "first_variable", type: "VARCHAR", definition: "One variable.", value: (r) => r.first},
      {name: "second_variable", type: "VARCHAR", definition: "The other.", value: (r) => r.second},
      {
        name: "coefficient",
        type: "DOUBLE",
        definition: "Correlation, from −1 to 1.",
        value: (r) => r.coefficient,
      },
      {
        name: "lower",
        type: "DOUBLE",
        definition: "Lower end of the 95 % interval (Fisher's z; Bonett & Wright for Spearman).",
        value: (r) => r.lower,
      },
      {name: "upper", type: "DOUBLE", definition: "Upper end of it.", value: (r) => r.upper},
    ],
  );
}

function categoryBands({definition, features}: Findings): PublishedTable {
  const rows = definition.categories.flatMap(({name, variable, bands}) =>
    bands.map((band, i) => ({
      category: name,
      variable,
      band: band.name,
      position: i + 1,
      from: i === 0 ? null : (bands[i - 1].below ?? null),
      below: band.below ?? null,
      customers: features.categories[name].filter((value) => value === band.name).length,
    })),
  );
  return tableFromRows("category_bands", "The bands that categories of customers are cut into.", rows, [
    {
      name: "category",
      type: "VARCHAR",
      definition: "Column of the customers table.",
      value: (r) => r.category,
    },
    {name: "variable", type: "VARCHAR", definition: "The variable that is cut.", value: (r) => r.variable},
    {name: "band", type: "VARCHAR", definition: "Name of the band.", value: (r) => r.band},
    {
      name: "position",
      type: "INTEGER",
      definition: "Order from low to high, from 1.",
      value: (r) => r.position,
    },
    {
      name: "from_value",
      type: "DOUBLE",
      definition: "Smallest value in the band; NULL for no limit.",
      value: (r) => r.from,
    },
    {
      name: "below",
      type: "DOUBLE",
      definition: "The band ends below this; NULL for no limit.",
      value: (r) => r.below,
    },
    {name: "customers", type: "INTEGER", definition: "Customers in the band.", value: (r) => r.customers},
  ]);
}

function segmentTests({analyses}: Findings): PublishedTable {
  return tableFromRows(
    "segment_tests",
    "Kruskal–Wallis test of each variable for differences between the segments. The segments were made from these variables: the test says how much, not whether by chance.",
    analyses.differences,
    [
      {
        name: "variable",
        type: "VARCHAR",
        definition: "Column of the customers table.",
        value: (r) => r.variable,
      },
      {name: "statistic", type: "DOUBLE", definition: "H, corrected for ties.", value: (r) => r.statistic},
      {
        name: "degrees_of_freedom",
        type: "INTEGER",
        definition: "Segments − 1.",
        value: (r) => r.degreesOfFreedom,
      },
      {
        name: "p_value",
        type: "DOUBLE",
        definition: "Chance of such an H without differences; 0 where too small for a number.",
        value: (r) => r.pValue,
      },
      {
        name: "adjusted_p_value",
        type: "DOUBLE",
        definition: "The same, corrected for the number of variables (Holm).",
        value: (r) => r.adjustedPValue,
      },
      {
        name: "epsilon_squared",
        type: "DOUBLE",
        definition: "Effect size: share of the variation of ranks that lies between segments, from 0 to 1.",
        value: (r) => r.epsilonSquared,
      },
    ],
  );
}
