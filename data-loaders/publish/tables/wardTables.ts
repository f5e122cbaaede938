import type {MergeTree} from "../../../src/lib/statistics/trees/mergeTree.js";
import {type TreeTop, treeTop} from "../../../src/lib/statistics/trees/treeTop.js";
import {
  double,
  integer,
  type PublishedColumn,
  type PublishedTable,
  table,
} from "../../engine/tables/publishedTable.js";
import {ofRows} from "../../model/cluster/clusterCustomers.js";
import {type Findings, segmentPositions} from "./findings.js";

/** Leaves of the tree that pages draw: more could not be told apart on a screen. */
const drawnLeaves = 61;

type WardFindings = Pick<Findings, "clusters" | "segmentOfCluster" | "segments">;

/** Tables of Ward's tree: all of it, the part that pages draw, and its cut against k-means. */
export function wardTables(findings: WardFindings): PublishedTable[] {
  const {ward} = findings.clusters;
  const top = treeTop(ward, drawnLeaves);
  return [wardMerges(ward), wardTop(ward, top), wardLeaves(findings, top), clusterAgreement(findings)];
}

function wardMerges(ward: MergeTree): PublishedTable {
  return table(
    "ward_merges",
    "Ward's tree, one merge a row in order of height. Numbers below n are rows (from 0), n + t is the cluster of merge t.",
    ward.height,
    [
      integer("step", "Merge, from 0.", (_, t) => t),
      ...mergeColumns(ward),
      integer("size", "Customers in the joined cluster.", ward.size),
    ],
  );
}

/** The last merges of the tree, small enough for a page whatever the number of customers. */
function wardTop(ward: MergeTree, {tree}: TreeTop): PublishedTable {
  return table(
    "ward_top",
    "The last merges of Ward's tree. Numbers below the number of rows of ward_leaves are its leaves (from 0), the cluster of merge t is that number plus t.",
    tree.height,
    [
      integer("step", "Merge, from 0, by rising height.", (_, t) => t),
      ...mergeColumns(tree),
      integer("size", "Leaves in the joined cluster.", tree.size),
      integer("customers", "Customers in the joined cluster.", ward.size.slice(-tree.size.length)),
    ],
  );
}

function mergeColumns({left, right, height}: MergeTree): PublishedColumn[] {
  return [
    integer("left_cluster", "First of the two clusters that join.", left),
    integer("right_cluster", "Second of the two clusters that join.", right),
    double("height", "Ward distance at which they join, in standardised units.", height),
  ];
}

/** The leaves of `ward_top`: what each small cluster holds. */
function wardLeaves(findings: WardFindings, {tree, leaves}: TreeTop): PublishedTable {
  const positions = ofRows(segmentPositions(findings), findings.clusters.compared);
  const segments = findings.segmentOfCluster.length;
  const counts = Array.from({length: tree.rows}, () => new Int32Array(segments));
  leaves.forEach((leaf, row) => {
    counts[leaf][positions[row]]++;
  });
  return table("ward_leaves", "The clusters at the foot of ward_top.", counts, [
    integer("leaf", "Leaf, from 0.", (_, leaf) => leaf),
    integer("customers", "Customers in it.", (count) => count.reduce((sum, members) => sum + members, 0)),
    integer(
      "position",
      "Display position, from 1, of the segment that most of its customers belong to.",
      (count) => count.indexOf(Math.max(...count)) + 1,
    ),
  ]);
}

function clusterAgreement(findings: WardFindings): PublishedTable {
  const {clusters, segmentOfCluster, segments} = findings;
  const kmeansOf = ofRows(segmentPositions(findings), clusters.compared);

  const wardOf = clusters.wardLabels.map((label) => segmentOfCluster[label]);
  const positions = Array.from(segments.keys());
  const cells = positions.flatMap((kmeans) => positions.map((ward) => ({kmeans, ward})));
  return table("cluster_agreement", "Cross-table of k-means against Ward at the chosen k.", cells, [
    integer("kmeans_cluster", "Cluster of k-means.", (r) => r.kmeans + 1),
    integer("ward_cluster", "Cluster of Ward's tree.", (r) => r.ward + 1),
    integer("customers", "Customers in both.", ({kmeans, ward}) =>
      kmeansOf.reduce((n, position, row) => n + (position === kmeans && wardOf[row] === ward ? 1 : 0), 0),
    ),
  ]);
}
