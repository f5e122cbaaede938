import {clusterMeans} from "../../src/lib/statistics/clusterMeans.js";
import {clusterSizes} from "../../src/lib/statistics/clusterSizes.js";
import type {Clusters} from "../cluster/clusterCustomers.js";
import {double, integer, type PublishedTable, text} from "./publishedTable.js";
import type {Findings} from "./tables.js";

/** How far each random start came, for each k. */
export function kmeansRestarts({sweep}: Clusters): PublishedTable {
  const rows = sweep.flatMap(({k, restartInertias}) =>
    Array.from(restartInertias, (inertia, start) => ({k, start, inertia})),
  );
  return {
    name: "kmeans_restarts",
    definition: "Every random start of k-means: the lowest inertia of a k is its solution.",
    columns: [
      integer(
        "k",
        "Number of clusters.",
        rows.map(({k}) => k),
      ),
      integer(
        "start",
        "Start, from 1.",
        rows.map(({start}) => start + 1),
      ),
      double(
        "inertia",
        "Sum of squared distances of customers to their centroid at its end, in standardised units.",
        rows.map(({inertia}) => inertia),
      ),
    ],
  };
}

interface KCluster {
  k: number;
  cluster: number;
  customers: number;
  silhouette: number;
  /** Members by position of their segment, from 0. */
  fromSegment: number[];
}

function describeClusters({clusters, segmentOfCluster}: Findings): KCluster[] {
  const positions = clusters.chosen.labels.map((label) => segmentOfCluster[label]);
  return clusters.sweep.flatMap(({k, labels, silhouettes}) => {
    const found = Array.from(clusterSizes(labels, labels.length), (customers, cluster) => ({
      k,
      cluster,
      customers,
      silhouette: 0,
      fromSegment: Array.from(segmentOfCluster, () => 0),
    }));
    labels.forEach((label, row) => {
      found[label].silhouette += silhouettes[row] / found[label].customers;
      found[label].fromSegment[positions[row]]++;
    });
    return found;
  });
}

/** The clusters of every k, so that a reader can compare other numbers of groups with the chosen one. */
export function kClusters(findings: Findings): PublishedTable {
  const rows = describeClusters(findings);
  const {segments} = findings.definition;
  return {
    name: "k_clusters",
    definition: "The clusters of the best k-means solution for each k.",
    columns: [
      integer(
        "k",
        "Number of clusters.",
        rows.map(({k}) => k),
      ),
      integer(
        "cluster",
        "Cluster, from 1, by falling size.",
        rows.map(({cluster}) => cluster + 1),
      ),
      integer(
        "customers",
        "Customers in it.",
        rows.map(({customers}) => customers),
      ),
      double(
        "silhouette",
        "Mean silhouette width of its customers.",
        rows.map(({silhouette}) => silhouette),
      ),
      text(
        "segment",
        "Segment of the report that most of its customers belong to.",
        rows.map(({fromSegment}) => segments[fromSegment.indexOf(Math.max(...fromSegment))].id),
      ),
    ],
  };
}

/** What the clusters of every k are like. */
export function kProfiles({clusters, features}: Findings): PublishedTable {
  const rows = clusters.sweep.flatMap(({k, labels}) => {
    const {means} = clusterMeans(features.values, labels);
    const {means: centroids} = clusterMeans(features.z, labels);
    return Array.from({length: k}, (_, cluster) =>
      features.names.map((variable, j) => ({
        k,
        cluster,
        variable,
        mean: means.values[cluster * means.cols + j],
        centroid: centroids.values[cluster * means.cols + j],
      })),
    ).flat();
  });
  return {
    name: "k_profiles",
    definition: "Means of the clusters of every k: one row for each k, cluster and variable.",
    columns: [
      integer(
        "k",
        "Number of clusters.",
        rows.map(({k}) => k),
      ),
      integer(
        "cluster",
        "Cluster, from 1, by falling size.",
        rows.map(({cluster}) => cluster + 1),
      ),
      text(
        "variable",
        "Column of the customers table.",
        rows.map(({variable}) => variable),
      ),
      double(
        "mean",
        "Mean in the variable's unit.",
        rows.map(({mean}) => mean),
      ),
      double(
        "centroid",
        "Standard deviations above the average customer.",
        rows.map(({centroid}) => centroid),
      ),
    ],
  };
}

/** Where the members of the segments go when k is another. */
export function kFlows(findings: Findings): PublishedTable {
  const {segments} = findings.definition;
  const rows = describeClusters(findings).flatMap(({k, cluster, fromSegment}) =>
    fromSegment.map((customers, position) => ({k, cluster, customers, position})),
  );
  return {
    name: "k_flows",
    definition: "Cross-table of the segments against the clusters of every k.",
    columns: [
      integer(
        "k",
        "Number of clusters.",
        rows.map(({k}) => k),
      ),
      integer(
        "cluster",
        "Cluster at that k, from 1, by falling size.",
        rows.map(({cluster}) => cluster + 1),
      ),
      text(
        "segment",
        "Segment of the report.",
        rows.map(({position}) => segments[position].id),
      ),
      integer(
        "position",
        "Display order of the segment, from 1.",
        rows.map(({position}) => position + 1),
      ),
      integer(
        "customers",
        "Customers in both.",
        rows.map(({customers}) => customers),
      ),
    ],
  };
}
