import {quantile} from "d3-array";
import {matrixColumn} from "../../src/lib/matrix.js";
import {type PublishedTable, tableFromRows} from "./publishedTable.js";
import type {Findings} from "./tables.js";

/** Tables on how firm the segments are: other linkages, the gap statistic, resampled rows. */
export function clusteringTables(findings: Findings): PublishedTable[] {
  return [...linkageTables(findings), gapTable(findings), ...stabilityTables(findings)];
}

function linkageTables({analyses, definition, segmentOfCluster}: Findings): PublishedTable[] {
  const method = "ward, average, complete or single linkage.";
  const sizes = analyses.linkages.flatMap((linkage) =>
    definition.segments.map(({id}, position) => ({
      method: linkage.method,
      segment: id,
      position: position + 1,
      customers: linkage.labels.reduce((n, label) => n + (segmentOfCluster[label] === position ? 1 : 0), 0),
    })),
  );
  const heights = analyses.linkages.flatMap((linkage) =>
    Array.from(linkage.lastHeights, (height, i) => ({method: linkage.method, clusters: i + 1, height})),
  );
  const rows = Array.from(analyses.linkages[0].labels.keys());
  return [
    tableFromRows(
      "linkages",
      "Trees by several linkages, cut into the report's number of segments.",
      analyses.linkages,
      [
        {name: "method", type: "VARCHAR", definition: method, value: (r) => r.method},
        {
          name: "cophenetic_correlation",
          type: "DOUBLE",
          definition:
            "Correlation of distances with the heights at which the tree joins; 1 keeps all distances.",
          value: (r) => r.copheneticCorrelation,
        },
        {
          name: "silhouette",
          type: "DOUBLE",
          definition: "Mean silhouette width of the cut.",
          value: (r) => r.silhouette,
        },
        {
          name: "adjusted_rand",
          type: "DOUBLE",
          definition: "Adjusted Rand index of the cut against the report's segments.",
          value: (r) => r.adjustedRand,
        },
      ],
    ),
    tableFromRows("linkage_segments", "Sizes of the clusters that each linkage gives.", sizes, [
      {name: "method", type: "VARCHAR", definition: method, value: (r) => r.method},
      {
        name: "segment",
        type: "VARCHAR",
        definition: "The report's segment that shares most members with the cluster.",
        value: (r) => r.segment,
      },
      {
        name: "position",
        type: "INTEGER",
        definition: "Display order of the segment.",
        value: (r) => r.position,
      },
      {name: "customers", type: "INTEGER", definition: "Customers.", value: (r) => r.customers},
    ]),
    tableFromRows("linkage_heights", "Heights of the last merges of each tree.", heights, [
      {name: "method", type: "VARCHAR", definition: method, value: (r) => r.method},
      {
        name: "clusters",
        type: "INTEGER",
        definition: "Clusters that the merge leaves: 1 is the last merge.",
        value: (r) => r.clusters,
      },
      {name: "height", type: "DOUBLE", definition: "Height, in standardised units.", value: (r) => r.height},
    ]),
    tableFromRows(
      "linkage_labels",
      "Cluster of each customer by each linkage, under the number of the segment that it shares most members with.",
      rows,
      [
        {
          name: "row_number",
          type: "INTEGER",
          definition: "Position of the row in the input file, from 1.",
          value: (row) => row + 1,
        },
        ...analyses.linkages.map((linkage) => ({
          name: linkage.method,
          type: "INTEGER" as const,
          definition: `Cluster by ${linkage.method} linkage.`,
          value: (row: number) => segmentOfCluster[linkage.labels[row]] + 1,
        })),
      ],
    ),
  ];
}

function gapTable({analyses, definition}: Findings): PublishedTable {
  const {gap, standardError, logInertia, expectedLogInertia, chosenK} = analyses.gap;
  return tableFromRows(
    "gap_statistic",
    "How much lower the inertia is than for customers spread evenly over the ranges of the variables.",
    Array.from(gap.keys()),
    [
      {name: "k", type: "INTEGER", definition: "Number of clusters.", value: (i) => i + 1},
      {
        name: "gap",
        type: "DOUBLE",
        definition: "Expected logarithm of the inertia minus the logarithm of the inertia.",
        value: (i) => gap[i],
      },
      {
        name: "standard_error",
        type: "DOUBLE",
        definition: "Standard error of the gap, from the references.",
        value: (i) => standardError[i],
      },
      {
        name: "log_inertia",
        type: "DOUBLE",
        definition: "Natural logarithm of the inertia.",
        value: (i) => logInertia[i],
      },
      {
        name: "expected_log_inertia",
        type: "DOUBLE",
        definition: "Its mean over the references without clusters.",
        value: (i) => expectedLogInertia[i],
      },
      {
        name: "chosen_by_gap",
        type: "BOOLEAN",
        definition:
          "True for the least k whose gap is not below the next one by more than its standard error.",
        value: (i) => i + 1 === chosenK,
      },
      {
        name: "chosen",
        type: "BOOLEAN",
        definition: "True for the k of the report.",
        value: (i) => i + 1 === definition.k,
      },
    ],
  );
}

function stabilityTables({analyses, definition, segmentOfCluster}: Findings): PublishedTable[] {
  const {jaccard, meanJaccard, adjustedRand} = analyses.stability;
  const segments = definition.segments.map(({id}, position) => {
    const values = matrixColumn(jaccard, segmentOfCluster.indexOf(position));
    return {id, position, mean: meanJaccard[segmentOfCluster.indexOf(position)], values};
  });
  return [
    tableFromRows(
      "stability",
      "How much of each segment is found again when customers are drawn anew, with replacement.",
      segments,
      [
        {name: "segment", type: "VARCHAR", definition: "Identifier of the segment.", value: (r) => r.id},
        {
          name: "position",
          type: "INTEGER",
          definition: "Display order, from 1.",
          value: (r) => r.position + 1,
        },
        {
          name: "jaccard",
          type: "DOUBLE",
          definition: "Mean Jaccard index with the most similar new cluster: above 0.85 highly stable.",
          value: (r) => r.mean,
        },
        {
          name: "jaccard_low",
          type: "DOUBLE",
          definition: "The value that one resample in twenty falls below.",
          value: (r) => quantile(r.values, 0.05) ?? null,
        },
        {
          name: "jaccard_least",
          type: "DOUBLE",
          definition: "The least value of all resamples.",
          value: (r) => r.values.reduce((a, b) => Math.min(a, b)),
        },
        {name: "resamples", type: "INTEGER", definition: "Resamples.", value: (r) => r.values.length},
      ],
    ),
    tableFromRows(
      "bootstrap_agreement",
      "Agreement of each resample's segments with those of the report.",
      Array.from(adjustedRand.keys()),
      [
        {
          name: "resample",
          type: "INTEGER",
          definition: "Number of the resample, from 1.",
          value: (i) => i + 1,
        },
        {
          name: "adjusted_rand",
          type: "DOUBLE",
          definition: "Adjusted Rand index over all customers.",
          value: (i) => adjustedRand[i],
        },
      ],
    ),
  ];
}
