import {describe, expect, test} from "vitest";
import type {SegmentRule} from "../../../../data-loaders/datasets/dataset.js";
import {assignNames} from "../../../../data-loaders/model/cluster/assignNames.js";
import {nameSegments, positionsOfClusters} from "../../../../data-loaders/model/cluster/nameSegments.js";
import {matrixFromColumns} from "../../../../src/lib/statistics/matrices/matrix.js";

const declared = [
  {name: "limit", label: "Credit limit"},
  {name: "visits", label: "Branch visits"},
  {name: "calls", label: "Calls"},
  {name: "logins", label: "Logins"},
];
const names = declared.map(({name}) => name);
const rules: SegmentRule[] = [
  {
    id: "premium",
    name: "Premium online",
    variable: "limit",
    extreme: "highest",
    also: [{variable: "logins", extreme: "highest"}],
  },
  {id: "branch", name: "Branch visitors", variable: "visits", extreme: "highest"},
  {id: "phone", name: "Phone callers", variable: "calls", extreme: "highest"},
];

/** Three groups of ten: high limits and logins, many visits, many calls. */
const labels = Int32Array.from({length: 30}, (_, i) => i % 3);
function columns(): number[][] {
  const values = (high: number, base: number, step: number) =>
    Array.from(labels, (label, i) => (label === high ? base + i : 1 + (i % 7)) * step);
  return [values(0, 100, 1000), values(1, 20, 1), values(2, 20, 1), values(0, 20, 1)];
}

function named(data: number[][], given = rules) {
  const matrix = matrixFromColumns(data.map((column) => Float64Array.from(column)));
  return nameSegments(matrix, labels, names, {rules: given, declared});
}

test("a single group is all customers, whatever names are declared", () => {
  const matrix = matrixFromColumns(columns().map((column) => Float64Array.from(column)));
  const [segment, ...others] = nameSegments(matrix, new Int32Array(30), names, {rules, declared});
  expect(others).toEqual([]);
  // not "all", which tables call the whole file beside its groups
  expect(segment).toMatchObject({id: "all-customers", name: "All customers", fits: true});
});

describe("names", () => {
  test("are given where each group is as its name says", () => {
    const segments = named(columns());
    expect(segments.map(({id, cluster, fits}) => ({id, cluster, fits}))).toEqual([
      {id: "premium", cluster: 0, fits: true},
      {id: "branch", cluster: 1, fits: true},
      {id: "phone", cluster: 2, fits: true},
    ]);
    // ten rows above all others rank from 21 to 30 of 30
    expect(segments[1].fit).toBeCloseTo((25.5 - 0.5) / 30, 12);
    expect(Array.from(positionsOfClusters(segments))).toEqual([0, 1, 2]);
  });

  test.each([
    ["a limit", 0],
    ["a number of visits", 1],
    ["a number of calls", 2],
  ])("do not move with one extreme value: %s", (_, column) => {
    const data = columns();
    // a customer of another group
    data[column][column === 0 ? 1 : 0] = 999_000_000;
    expect(named(data).map(({id, cluster}) => [id, cluster])).toEqual([
      ["premium", 0],
      ["branch", 1],
      ["phone", 2],
    ]);
  });

  test("are not given to fewer than five customers: a name is that of a kind", () => {
    const segments = (few: number) => {
      // of the group of many calls, all but a few are of another
      const moved = labels.map((label, i) => (label === 2 && i >= 3 * few ? 1 : label));
      const matrix = matrixFromColumns(columns().map((column) => Float64Array.from(column)));
      return nameSegments(matrix, moved, names, {rules, declared});
    };
    expect(segments(5)[2]).toMatchObject({id: "phone", fits: true});
    expect(segments(4)[2]).toMatchObject({
      id: "unnamed-3",
      fits: false,
      name: "High calls, low branch visits",
    });
  });

  test("are given together, not one after the other", () => {
    // the first rule alone would take the group that the second one needs
    const fit = [
      [0.9, 0.8],
      [0.8, 0.1],
    ];
    const {nameOf, margins} = assignNames(fit);
    expect(Array.from(nameOf)).toEqual([1, 0]);
    expect(margins[0]).toBeCloseTo(0.6, 12);
  });

  test("have a margin: what the next best naming lacks", () => {
    const fit = [
      [0.9, 0.5, 0.2],
      [0.4, 0.8, 0.7],
      [0.1, 0.6, 0.7],
    ];
    const {nameOf, margins} = assignNames(fit);
    expect(Array.from(nameOf)).toEqual([0, 1, 2]);
    // all six ways: 2.4, 2.2 (the second and the third exchanged), 1.6, 1.3, 1.2, 1.1
    expect(margins[1]).toBeCloseTo(2.4 - 2.2, 12);
    expect(margins[2]).toBeCloseTo(2.4 - 2.2, 12);
    expect(margins[0]).toBeCloseTo(2.4 - 1.6, 12);
    expect(assignNames([[0.3]]).margins[0]).toBe(Number.POSITIVE_INFINITY);
  });

  test("are refused where the group is not as the name says: it is called by what sets it apart", () => {
    const data = columns();
    data[3] = data[3].map((_, i) => (i * 7) % 30);
    const [premium, ...others] = named(data);
    expect(premium).toMatchObject({
      id: "unnamed-1",
      name: "High credit limit, low branch visits",
      fits: false,
    });
    expect(others.map(({fits}) => fits)).toEqual([true, true]);
  });

  test("are refused where exchanging two fits nearly as well", () => {
    const data = columns();
    data[2] = [...data[1]];
    const segments = named(data);
    expect(segments.map(({fits}) => fits)).toEqual([true, false, false]);
    expect(segments[2].margin).toBeCloseTo(0, 12);
  });

  test("of groups alike are told apart by number", () => {
    const same = Array.from(labels, () => 0).map((_, i) => Math.floor(i / 3));
    const segments = named([same, same, same, same]);
    expect(segments.map(({id, name}) => [id, name])).toEqual([
      ["unnamed-1", "Near the middle (1)"],
      ["unnamed-2", "Near the middle (2)"],
      ["unnamed-3", "Near the middle (3)"],
    ]);
  });

  test("of an unknown variable are an error; a variable that does not vary tells no groups apart", () => {
    const unknown = [{...rules[0], variable: "age"}, ...rules.slice(1)];
    expect(() => named(columns(), unknown)).toThrow("unknown variable in a segment rule: age");
    const matrix = matrixFromColumns(
      columns()
        .slice(0, 3)
        .map((column) => Float64Array.from(column)),
    );
    const segments = nameSegments(matrix, labels, names.slice(0, 3), {rules, declared});
    expect(segments.map(({fits}) => fits)).toEqual([false, true, true]);
  });
});
