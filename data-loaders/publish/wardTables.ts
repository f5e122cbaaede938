import type {MergeTree} from "../../src/lib/statistics/mergeTree.js";
import {treeTop} from "../../src/lib/statistics/treeTop.js";
import {double, integer, type PublishedTable} from "./publishedTable.js";
import type {Findings} from "./tables.js";

/** Leaves of the tree that pages draw: more could not be told apart on a screen. */
const drawnLeaves = 61;

/** The last merges of Ward's tree, small enough for a page whatever the number of customers. */
export function wardTop(ward: MergeTree): PublishedTable {
  const {tree} = treeTop(ward, drawnLeaves);
  return {
    name: "ward_top",
    definition:
      "The last merges of Ward's tree. Numbers below the number of rows of ward_leaves are its leaves (from 0), the cluster of merge t is that number plus t.",
    columns: [
      integer(
        "step",
        "Merge, from 0, by rising height.",
        Array.from(tree.height, (_, t) => t),
      ),
      integer("left_cluster", "First of the two clusters that join.", tree.left),
      integer("right_cluster", "Second of the two clusters that join.", tree.right),
      double("height", "Ward distance at which they join, in standardised units.", tree.height),
      integer("size", "Leaves in the joined cluster.", tree.size),
      integer("customers", "Customers in the joined cluster.", ward.size.slice(-tree.size.length)),
    ],
  };
}

/** The leaves of `ward_top`: what each small cluster holds. */
export function wardLeaves({clusters, segmentOfCluster}: Findings): PublishedTable {
  const {leaves, tree} = treeTop(clusters.ward, drawnLeaves);
  const segments = segmentOfCluster.length;
  const counts = Array.from({length: tree.rows}, () => new Int32Array(segments));
  leaves.forEach((leaf, row) => {
    counts[leaf][segmentOfCluster[clusters.chosen.labels[row]]]++;
  });
  return {
    name: "ward_leaves",
    definition: "The clusters at the foot of ward_top.",
    columns: [
      integer(
        "leaf",
        "Leaf, from 0.",
        counts.map((_, leaf) => leaf),
      ),
      integer(
        "customers",
        "Customers in it.",
        counts.map((count) => count.reduce((sum, members) => sum + members, 0)),
      ),
      integer(
        "position",
        "Display position, from 1, of the segment that most of its customers belong to.",
        counts.map((count) => count.indexOf(Math.max(...count)) + 1),
      ),
    ],
  };
}
