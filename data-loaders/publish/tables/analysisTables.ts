import {double, integer, type PublishedTable, table, text} from "../../engine/tables/publishedTable.js";
import {clusteringTables} from "./clusteringTables.js";
import {componentTables} from "./componentTables.js";
import type {Findings} from "./findings.js";

/** Tables of the analyses beside the segments: variables, and how firm the segments are. */
export function analysisTables(findings: Findings): PublishedTable[] {
  return [
    ...variableTables(findings),
    ...clusteringTables(findings),
    ...componentTables(findings),
    segmentTests(findings),
    ...grouplessTables(findings),
  ];
}

/** Tables of the variables over all customers. */
export function variableTables(
  findings: Pick<Findings, "definition" | "features"> & FromAnalyses<"description">,
): PublishedTable[] {
  return [variableSummary(findings), correlations(findings), categoryBands(findings)];
}

/** The silhouettes of data without groups, where the definition asks for them. */
export function grouplessTables(findings: FromAnalyses<"groupless">): PublishedTable[] {
  return findings.analyses.groupless.length === 0 ? [] : [groupless(findings)];
}

/** Some of the analyses. */
interface FromAnalyses<Name extends keyof Findings["analyses"]> {
  analyses: Pick<Findings["analyses"], Name>;
}

function groupless({analyses}: FromAnalyses<"groupless">): PublishedTable {
  return table(
    "silhouette_without_groups",
    "The mean silhouette for each number of groups, and what it is in data without groups: as many customers drawn from one normal distribution with the same correlations. At most 1,000 customers.",
    analyses.groupless,
    [
      integer("k", "Number of groups.", (r) => r.k),
      double("silhouette", "Mean silhouette of the customers compared.", (r) => r.observed),
      double("mean_without_groups", "Mean over the data sets without groups.", (r) => r.mean),
      double("sd_without_groups", "Standard deviation over them.", (r) => r.sd),
      double(
        "bound_without_groups",
        "What none of them reaches at any number of groups: the mean plus so many standard deviations as the farthest of all is above its mean, and two hundredths more.",
        (r) => r.bound,
      ),
    ],
  );
}

function variableSummary({analyses}: FromAnalyses<"description">): PublishedTable {
  return table("variable_summary", "Each variable over all customers.", analyses.description.summaries, [
    text("variable", "Column of the customers table.", (r) => r.variable),
    integer("count", "Values.", (r) => r.count),
    integer("imputed", "Missing values, imputed.", (r) => r.imputed),
    double("mean", "Mean.", (r) => r.mean),
    double("sd", "Standard deviation (n − 1).", (r) => r.sd),
    double("min", "Smallest value.", (r) => r.min),
    double("q25", "Lower quartile (R-7).", (r) => r.q25),
    double("median", "Median.", (r) => r.median),
    double("q75", "Upper quartile (R-7).", (r) => r.q75),
    double("max", "Largest value.", (r) => r.max),
    double(
      "skewness",
      "Adjusted skewness: 0 is symmetric, above 1 has a long tail to the right.",
      (r) => r.skewness,
    ),
    double("lower_fence", "Lower quartile − 1.5 × interquartile range.", (r) => r.lowerFence),
    double("upper_fence", "Upper quartile + 1.5 × interquartile range.", (r) => r.upperFence),
    integer("beyond_fences", "Values beyond the fences.", (r) => r.beyondFences),
    integer(
      "beyond_robust_z",
      "Values with a robust z-score beyond 3.5 in absolute value.",
      (r) => r.beyondRobust,
    ),
  ]);
}

function correlations({analyses}: FromAnalyses<"description">): PublishedTable {
  return table(
    "correlations",
    "Correlation of each ordered pair of variables, missing values as imputed; row_number is the position in the file, no property of the customer.",
    analyses.description.correlations,
    [
      text("method", "pearson or spearman.", (r) => r.method),
      text("first_variable", "One variable.", (r) => r.first),
      text("second_variable", "The other.", (r) => r.second),
      double(
        "coefficient",
        "Correlation, from −1 to 1; NULL where one of them does not vary.",
        (r) => r.coefficient,
      ),
      double(
        "lower",
        "Lower end of the 95% interval (Fisher's z; Bonett & Wright for Spearman).",
        (r) => r.lower,
      ),
      double("upper", "Upper end of it.", (r) => r.upper),
    ],
  );
}

function categoryBands({definition, features}: Pick<Findings, "definition" | "features">): PublishedTable {
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
  return table("category_bands", "The bands that categories of customers are cut into.", rows, [
    text("category", "Column of the customers table.", (r) => r.category),
    text("variable", "The variable that is cut.", (r) => r.variable),
    text("band", "Name of the band.", (r) => r.band),
    integer("position", "Order from low to high, from 1.", (r) => r.position),
    double("from_value", "Smallest value in the band; NULL for no limit.", (r) => r.from),
    double("below", "The band ends below this; NULL for no limit.", (r) => r.below),
    integer("customers", "Customers in the band.", (r) => r.customers),
  ]);
}

/** How much the segments differ in each variable. */
export function segmentTests({analyses}: FromAnalyses<"differences">): PublishedTable {
  return table(
    "segment_tests",
    "Kruskal–Wallis test of each variable for differences between the segments. The segments were made from these variables: the test says how much, not whether by chance.",
    analyses.differences,
    [
      text("variable", "Column of the customers table.", (r) => r.variable),
      double("statistic", "H, corrected for ties.", (r) => r.statistic),
      integer("degrees_of_freedom", "Segments − 1.", (r) => r.degreesOfFreedom),
      double(
        "p_value",
        "Chance of such an H without differences; 0 where too small for a number.",
        (r) => r.pValue,
      ),
      double(
        "adjusted_p_value",
        "The same, corrected for the number of variables (Holm).",
        (r) => r.adjustedPValue,
      ),
      double(
        "epsilon_squared",
        "Effect size: share of the variation of ranks that lies between segments, from 0 to 1.",
        (r) => r.epsilonSquared,
      ),
    ],
  );
}
