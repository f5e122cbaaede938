import {expect, test} from "vitest";
import {adjustedRand} from "../../../../../src/lib/statistics/clustering/adjustedRand.js";
import {matrixFromColumns} from "../../../../../src/lib/statistics/matrices/matrix.js";
import {cutTree} from "../../../../../src/lib/statistics/trees/cutTree.js";
import {linkage} from "../../../../../src/lib/statistics/trees/linkage.js";
import {treeTop} from "../../../../../src/lib/statistics/trees/treeTop.js";

const rows = matrixFromColumns([
  Array.from({length: 40}, (_, i) => Math.sin(i * 12.9898) * 3 + (i % 4) * 5),
  Array.from({length: 40}, (_, i) => Math.cos(i * 78.233) * 3 + (i % 3) * 7),
]);
const ward = linkage(rows, "ward");

test("cutting the top gives the clusters of the whole tree", () => {
  const {tree, leaves} = treeTop(ward, 15);
  for (let k = 1; k <= 15; k++) {
    const ofLeaf = cutTree(tree, k);
    expect(
      adjustedRand(
        cutTree(ward, k),
        leaves.map((leaf) => ofLeaf[leaf]),
      ),
    ).toBe(1);
  }
});

test("heights are those of the last merges, and sizes count leaves", () => {
  const {tree} = treeTop(ward, 15);
  expect([...tree.height]).toEqual([...ward.height.slice(-14)]);
  expect(tree.size[13]).toBe(15);
});

test("a small tree is kept whole", () => {
  expect([...treeTop(ward, 100).tree.height]).toEqual([...ward.height]);
});
