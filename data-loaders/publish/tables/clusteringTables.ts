import {quantile} from "d3-array";
import {matrixColumn} from "../../../src/lib/statistics/matrices/matrix.js";
import {
  double,
  integer,
  type PublishedTable,
  table,
  text,
  truth,
} from "../../engine/tables/publishedTable.js";
import type {Findings} from "./findings.js";

type LinkageFindings = Pick<Findings, "segments" | "segmentOfCluster"> & {
  analyses: Pick<Findings["analyses"], "linkages">;
  clusters: Pick<Findings["clusters"], "compared">;
};

type ClusteringFindings = LinkageFindings &
  Pick<Findings, "definition"> & {analyses: Pick<Findings["analyses"], "gap" | "stability">};

/** Tables on how firm the segments are: other linkages, the gap statistic, resampled rows. */
export function clusteringTables(findings: ClusteringFindings): PublishedTable[] {
  return [...linkageTables(findings), gapTable(findings), ...stabilityTables(findings)];
}

/** Tables of the trees by each linkage, and of their cuts. */
export function linkageTables({
  analyses,
  clusters: {compared},
  segments,
  segmentOfCluster,
}: LinkageFindings): PublishedTable[] {
  const method = "ward, average, complete or single linkage.";
  const sizes = analyses.linkages.flatMap((linkage) =>
    segments.map(({id}, position) => ({
      method: linkage.method,
      segment: id,
      position: position + 1,
      customers: linkage.labels.reduce((n, label) => n + (segmentOfCluster[label] === position ? 1 : 0), 0),
    })),
  );
  const heights = analyses.linkages.flatMap((linkage) =>
    Array.from(linkage.lastHeights, (height, i) => ({method: linkage.method, clusters: i + 1, height})),
  );
  return [
    table(
      "linkages",
      "Trees by several linkages, cut into the report's number of segments.",
      analyses.linkages,
      [
        text("method", method, (r) => r.method),
        double(
          "cophenetic_correlation",
          "Correlation of distances with the heights at which the tree joins; 1 keeps all distances.",
          (r) => r.copheneticCorrelation,
        ),
        double("silhouette", "Mean silhouette width of the cut.", (r) => r.silhouette),
        double(
          "adjusted_rand",
          "Adjusted Rand index of the cut against the report's segments.",
          (r) => r.adjustedRand,
        ),
      ],
    ),
    table("linkage_segments", "Sizes of the clusters that each linkage gives.", sizes, [
      text("method", method, (r) => r.method),
      text(
        "segment",
        "The report's segment that the cluster is paired with, so that as few customers as possible differ.",
        (r) => r.segment,
      ),
      integer("position", "Display order of the segment.", (r) => r.position),
      integer("customers", "Customers.", (r) => r.customers),
    ]),
    table("linkage_heights", "Heights of the last merges of each tree.", heights, [
      text("method", method, (r) => r.method),
      integer("clusters", "Clusters that the merge leaves: 1 is the last merge.", (r) => r.clusters),
      double("height", "Height, in standardised units.", (r) => r.height),
    ]),
    table(
      "linkage_labels",
      "Cluster of each customer by each linkage, under the number of the segment that it is paired with.",
      analyses.linkages[0].labels,
      [
        integer("row_number", "Position of the row in the input file, from 1.", (_, i) => compared[i] + 1),
        ...analyses.linkages.map((linkage) =>
          integer(
            linkage.method,
            `Cluster by ${linkage.method} linkage.`,
            linkage.labels.map((label) => segmentOfCluster[label] + 1),
          ),
        ),
      ],
    ),
  ];
}

function gapTable({analyses, definition}: ClusteringFindings): PublishedTable {
  const {gap, standardError, logInertia, expectedLogInertia, chosenK} = analyses.gap;
  return table(
    "gap_statistic",
    "How much lower the inertia is than for customers spread evenly over the ranges of the variables.",
    gap,
    [
      integer("k", "Number of clusters.", (_, i) => i + 1),
      double("gap", "Expected logarithm of the inertia minus the logarithm of the inertia.", gap),
      double("standard_error", "Standard error of the gap, from the references.", standardError),
      double("log_inertia", "Natural logarithm of the inertia.", logInertia),
      double("expected_log_inertia", "Its mean over the references without clusters.", expectedLogInertia),
      truth(
        "chosen_by_gap",
        "True for the least k whose gap is not below the next one by more than its standard error.",
        (_, i) => i + 1 === chosenK,
      ),
      truth("chosen", "True for the k of the report.", (_, i) => i + 1 === definition.k),
    ],
  );
}

function stabilityTables({analyses, segments: named}: ClusteringFindings): PublishedTable[] {
  const {jaccard, meanJaccard, adjustedRand} = analyses.stability;
  const segments = named.map(({id, cluster}) => ({
    id,
    mean: meanJaccard[cluster],
    values: matrixColumn(jaccard, cluster),
  }));
  return [
    table(
      "stability",
      "How much of each segment is found again when customers are drawn anew, with replacement.",
      segments,
      [
        text("segment", "Identifier of the segment.", (r) => r.id),
        integer("position", "Display order, from 1.", (_, i) => i + 1),
        double(
          "jaccard",
          "Mean Jaccard index with the most similar new cluster: above 0.85 highly stable.",
          (r) => r.mean,
        ),
        double(
          "jaccard_low",
          "The value that one resample in twenty falls below.",
          (r) => quantile(r.values, 0.05) ?? null,
        ),
        double("jaccard_least", "The least value of all resamples.", (r) =>
          r.values.reduce((a, b) => Math.min(a, b)),
        ),
        integer("resamples", "Resamples.", (r) => r.values.length),
      ],
    ),
    table(
      "bootstrap_agreement",
      "Agreement of each resample's segments with those of the report.",
      adjustedRand,
      [
        integer("resample", "Number of the resample, from 1.", (_, i) => i + 1),
        double("adjusted_rand", "Adjusted Rand index over all customers.", adjustedRand),
      ],
    ),
  ];
}
