import {clusterMeans} from "../../../src/lib/statistics/clustering/clusterMeans.js";
import {clusterSizes} from "../../../src/lib/statistics/clustering/clusterSizes.js";
import {
  double,
  integer,
  type PublishedTable,
  table,
  text,
  truth,
} from "../../engine/tables/publishedTable.js";
import {type Findings, segmentPositions} from "./findings.js";

type SearchFindings = Pick<
  Findings,
  "clusters" | "definition" | "features" | "segments" | "segmentOfCluster"
>;

/** Tables of k-means for every k, so that a reader can compare other numbers of groups with the chosen one. */
export function kTables(findings: SearchFindings): PublishedTable[] {
  const clusters = describeClusters(findings);
  return [
    kmeansSweep(findings),
    kmeansRestarts(findings),
    kClusters(findings, clusters),
    kProfiles(findings),
    kFlows(findings, clusters),
  ];
}

function kmeansSweep({clusters, definition}: SearchFindings): PublishedTable {
  return table(
    "kmeans_sweep",
    "The search for the number of clusters: best k-means solution for each k.",
    clusters.sweep,
    [
      integer("k", "Number of clusters.", (r) => r.k),
      double(
        "inertia",
        "Sum of squared distances of customers to their centroid, in standardised units.",
        (r) => r.inertia,
      ),
      double("silhouette", "Mean silhouette width; higher is better separated.", (r) => r.silhouette),
      double("davies_bouldin", "Davies–Bouldin index; lower is better separated.", (r) => r.daviesBouldin),
      double(
        "calinski_harabasz",
        "Calinski–Harabasz index; higher is better separated.",
        (r) => r.calinskiHarabasz,
      ),
      integer("restarts", "Random starts tried.", (r) => r.restarts),
      integer(
        "restarts_at_best",
        "Starts that came within 1e-4 (relative) of the lowest inertia.",
        (r) => r.restartsAtBest,
      ),
      integer("iterations", "Rounds of the best start.", (r) => r.iterations),
      truth("chosen", "True for the k of the report.", (r) => r.k === definition.k),
    ],
  );
}

/** How far each random start came, for each k. */
function kmeansRestarts({clusters}: SearchFindings): PublishedTable {
  const starts = clusters.sweep.flatMap(({k, restartInertias}) =>
    Array.from(restartInertias, (inertia, start) => ({k, start, inertia})),
  );
  return table(
    "kmeans_restarts",
    "Every random start of k-means: the lowest inertia of a k is its solution.",
    starts,
    [
      integer("k", "Number of clusters.", (r) => r.k),
      integer("start", "Start, from 1.", (r) => r.start + 1),
      double(
        "inertia",
        "Sum of squared distances of customers to their centroid at its end, in standardised units.",
        (r) => r.inertia,
      ),
    ],
  );
}

interface KCluster {
  k: number;
  cluster: number;
  customers: number;
  silhouette: number;
  /** Members by position of their segment, from 0. */
  fromSegment: number[];
}

function describeClusters(findings: SearchFindings): KCluster[] {
  const {clusters, segmentOfCluster} = findings;
  const positions = segmentPositions(findings);
  return clusters.sweep.flatMap(({k, labels, silhouettes}) => {
    const found = Array.from(clusterSizes(labels, labels.length), (customers, cluster) => ({
      k,
      cluster,
      customers,
      silhouette: 0,
      compared: 0,
      fromSegment: Array.from(segmentOfCluster, () => 0),
    }));
    labels.forEach((label, row) => {
      if (!Number.isNaN(silhouettes[row])) {
        found[label].silhouette += silhouettes[row];
        found[label].compared++;
      }
      found[label].fromSegment[positions[row]]++;
    });
    return found.map(({silhouette, compared, ...cluster}) => ({
      ...cluster,
      silhouette: silhouette / compared,
    }));
  });
}

function kClusters({segments}: SearchFindings, clusters: readonly KCluster[]): PublishedTable {
  return table("k_clusters", "The clusters of the best k-means solution for each k.", clusters, [
    integer("k", "Number of clusters.", (r) => r.k),
    integer("cluster", "Cluster, from 1, by falling size.", (r) => r.cluster + 1),
    integer("customers", "Customers in it.", (r) => r.customers),
    double("silhouette", "Mean silhouette width of its customers.", (r) => r.silhouette),
    text(
      "segment",
      "Segment of the report that most of its customers belong to.",
      (r) => segments[r.fromSegment.indexOf(Math.max(...r.fromSegment))].id,
    ),
  ]);
}

/** What the clusters of every k are like. */
function kProfiles({clusters, features}: SearchFindings): PublishedTable {
  const rows = clusters.sweep.flatMap(({k, labels}) => {
    const {means} = clusterMeans(features.values, labels);
    const {means: centroids} = clusterMeans(features.z, labels);
    return Array.from(means.values, (mean, cell) => ({
      k,
      cluster: Math.floor(cell / means.cols),
      variable: features.names[cell % means.cols],
      mean,
      centroid: centroids.values[cell],
    }));
  });
  return table(
    "k_profiles",
    "Means of the clusters of every k: one row for each k, cluster and variable.",
    rows,
    [
      integer("k", "Number of clusters.", (r) => r.k),
      integer("cluster", "Cluster, from 1, by falling size.", (r) => r.cluster + 1),
      text("variable", "Column of the customers table.", (r) => r.variable),
      double("mean", "Mean in the variable's unit.", (r) => r.mean),
      double("centroid", "Standard deviations above the average customer.", (r) => r.centroid),
    ],
  );
}

/** Where the members of the segments go when k is another. */
function kFlows({segments}: SearchFindings, clusters: readonly KCluster[]): PublishedTable {
  const flows = clusters.flatMap(({k, cluster, fromSegment}) =>
    fromSegment.map((customers, position) => ({k, cluster, customers, position})),
  );
  return table("k_flows", "Cross-table of the segments against the clusters of every k.", flows, [
    integer("k", "Number of clusters.", (r) => r.k),
    integer("cluster", "Cluster at that k, from 1, by falling size.", (r) => r.cluster + 1),
    text("segment", "Segment of the report.", (r) => segments[r.position].id),
    integer("position", "Display order of the segment, from 1.", (r) => r.position + 1),
    integer("customers", "Customers in both.", (r) => r.customers),
  ]);
}
