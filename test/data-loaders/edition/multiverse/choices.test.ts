import {describe, expect, test} from "vitest";
import {otherPreparations} from "../../../../data-loaders/edition/multiverse/choices.js";
import {keptRows} from "../../../../data-loaders/edition/multiverse/keptCustomers.js";
import {matrixFromColumns} from "../../../../src/lib/statistics/matrices/matrix.js";

const even = Float64Array.from({length: 40}, (_, i) => i);
const skewed = even.map((x) => (x === 39 ? 10_000 : x % 3));
const search = {from: 2, to: 10, restarts: 10, seed: 1};

const features = (columns: Float64Array[], logs = columns.map(() => false)) => ({
  names: columns.map((_, j) => `v${j}`),
  values: matrixFromColumns(columns),
  logs,
});

describe("other analyses", () => {
  test("are every treatment on every scale, with one group fewer and one more, but the report's own", () => {
    const all = otherPreparations({k: 3, search}, features([even, even, even]));
    const onAll = all.filter(({leftOut, leftOutFifth}) => leftOut.length === 0 && leftOutFifth === null);
    expect(onAll.map(({outliers, scale, ks}) => `${outliers} ${scale} ${ks}`)).toEqual([
      "kept report 2,4",
      "fences report 2,3,4",
      "tails report 2,3,4",
      "kept range 2,3,4",
      "fences range 2,3,4",
      "tails range 2,3,4",
      "robust report 2,3,4",
      "kept robust 2,3,4",
    ]);
  });

  test("take logarithms of what is skewed, and do without where the report takes them", () => {
    const scales = (logs: boolean[]) =>
      new Set(otherPreparations({k: 3, search}, features([even, skewed], logs)).map(({scale}) => scale));
    expect(scales([false, false])).toEqual(new Set(["report", "log", "range", "robust"]));
    expect(scales([false, true])).toEqual(new Set(["report", "linear", "range", "robust"]));
  });

  test("do not leave the numbers of groups that are searched", () => {
    const ks = otherPreparations({k: 2, search}, features([even, even])).flatMap(({ks}) => ks);
    expect(new Set(ks)).toEqual(new Set([2, 3]));
  });

  test("leave out a variable in turn, but not of two, and two, but not of three", () => {
    const leftOut = (count: number) =>
      otherPreparations({k: 3, search}, features(Array.from({length: count}, () => even))).flatMap(
        ({leftOut: names}) => (names.length === 0 ? [] : names.join()),
      );
    expect(leftOut(2)).toEqual([]);
    expect(leftOut(3)).toEqual(["v0", "v1", "v2"]);
    expect(leftOut(4).toSorted()).toEqual(
      ["v0", "v1", "v2", "v3", "v0,v1", "v0,v2", "v0,v3", "v1,v2", "v1,v3", "v2,v3"].toSorted(),
    );
    expect(leftOut(12)).toHaveLength(12);
    expect(new Set(leftOut(12)).size).toBe(12);
  });

  test("are not what the definition's treatment does already, and none of a tree", () => {
    const prepared = otherPreparations(
      {k: 3, search, treatment: {outliers: "fences", scaling: "range"}},
      features([even, even, even]),
    );
    expect(prepared.filter(({outliers, scale}) => outliers === "fences" || scale === "range")).toEqual([]);
    expect(prepared.filter(({outliers}) => outliers === "tails").length).toBeGreaterThan(0);
    expect(otherPreparations({k: 3, search, method: "ward"}, features([even, even, even]))).toEqual([]);
  });
});

test.each([[[0, 1, 2, 3, 4]], [[5, 6, 7, 8, 9]]])(
  "each customer is left out in one fifth of a division: %s",
  (fifths) => {
    const left = fifths.flatMap((fifth) => {
      const kept = new Set(keptRows(103, fifth, 1));
      return Array.from({length: 103}, (_, row) => row).filter((row) => !kept.has(row));
    });
    expect(left.toSorted((a, b) => a - b)).toEqual(Array.from({length: 103}, (_, row) => row));
    expect(keptRows(103, 2, 1)).toEqual(keptRows(103, 2, 1));
    expect(keptRows(103, 2, 1)).not.toEqual(keptRows(103, 2, 2));
    expect(keptRows(103, 2, 1)).not.toEqual(keptRows(103, 7, 1));
  },
);

test("of many customers a sample is analysed", () => {
  expect(keptRows(25_000, null, 1)).toHaveLength(10_000);
  expect(keptRows(25_000, 0, 1)).toHaveLength(8_000);
});
