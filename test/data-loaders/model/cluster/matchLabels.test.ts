import {expect, test} from "vitest";
import {matchLabels} from "../../../../data-loaders/model/cluster/matchLabels.js";

test("the same partition under other numbers takes the names of the reference", () => {
  const reference = Int32Array.of(0, 0, 1, 1, 2);
  expect(matchLabels(Int32Array.of(2, 2, 0, 0, 1), reference, 3)).toEqual(reference);
});

test("as few rows as possible differ, even where the largest overlap is then not a pair", () => {
  // cross-table [[5, 4], [4, 0]]: the largest pair first would leave 5 rows alike, the other pairing 8
  const cells = [
    [0, 0, 5],
    [0, 1, 4],
    [1, 0, 4],
  ];
  const rows = cells.flatMap(([label, name, count]) => Array.from({length: count}, () => [label, name]));
  const reference = Int32Array.from(rows, ([, name]) => name);
  const matched = matchLabels(
    Int32Array.from(rows, ([label]) => label),
    reference,
    2,
  );
  expect(matched.filter((name, i) => name === reference[i])).toHaveLength(8);
});
