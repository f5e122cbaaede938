import {expect, test} from "vitest";
import {rowOrder} from "../../../../data-loaders/source/warehouse/rowOrder.js";

test("rows are in the order of their columns: missing first, numbers by size, text by code unit", () => {
  const numbers = {values: ["10", "9", null, "9"], numeric: true};
  const text = {values: ["a", "b", "c", "Z"], numeric: false};
  expect(rowOrder(4, [numbers, text])).toEqual([2, 3, 1, 0]);
  expect(rowOrder(4, [text])).toEqual([3, 0, 1, 2]);
  expect(rowOrder(4, [{...numbers, numeric: false}])).toEqual([2, 0, 1, 3]);
});

test("whole numbers that differ only beyond a double's digits have an order", () => {
  const big = {values: ["9007199254740993", "9007199254740992"], numeric: true};
  expect(rowOrder(2, [big])).toEqual([1, 0]);
});
