import {expect, test} from "vitest";
import {
  double,
  integer,
  rowCount,
  table,
  text,
  truth,
} from "../../../../data-loaders/engine/tables/publishedTable.js";

const rows = [
  {name: "a", share: 0.25},
  {name: "b", share: null},
];

test("columns read their values from the rows and their positions, or bring them", () => {
  const found = table("shares", "Shares.", rows, [
    integer("position", "From 1.", (_, index) => index + 1),
    text("name", "Name.", (r) => r.name),
    double("share", "Share.", (r) => r.share),
    truth("known", "Whether it is known.", [true, false]),
  ]);
  expect(found.columns.map(({name, type, values}) => [name, type, values])).toEqual([
    ["position", "INTEGER", [1, 2]],
    ["name", "VARCHAR", ["a", "b"]],
    ["share", "DOUBLE", [0.25, null]],
    ["known", "BOOLEAN", [true, false]],
  ]);
  expect(rowCount(found)).toBe(2);
});

test("a column's values are of its type, and its rows' fields are known", () => {
  const found = table("shares", "Shares.", rows, [
    // @ts-expect-error: text is no number
    integer("position", "From 1.", (r) => r.name),
    // @ts-expect-error: no such field
    text("label", "Label.", (r) => r.label),
  ]);
  expect(found.columns[1].values).toEqual([undefined, undefined]);
});
