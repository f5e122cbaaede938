import {expect, test} from "vitest";
import type {ColumnRule, EngineeredVariable} from "../../../../data-loaders/datasets/dataset.js";
import {variableType} from "../../../../data-loaders/publish/tables/variableType.js";

const count: ColumnRule = {
  name: "calls",
  header: "Calls",
  type: "integer",
  role: "feature",
  min: 0,
  max: 10_000,
  missing: "fail",
  label: "Calls",
  unit: "calls",
  definition: "Calls in a year.",
};

function sumOf(...parts: string[]): EngineeredVariable {
  return {name: "total", label: "Total", unit: "", definition: "", sumOf: parts};
}

test.each([
  ["a whole number with a range", {}, "INTEGER"],
  ["a number", {type: "number"}, "DOUBLE"],
  ["a whole number that may be imputed by a median", {missing: "median"}, "DOUBLE"],
  ["a whole number without an upper end", {max: undefined}, "DOUBLE"],
  ["a whole number beyond 32 bits", {max: 2 ** 31}, "DOUBLE"],
  ["the greatest that 32 bits hold", {max: 2 ** 31 - 1}, "INTEGER"],
] as const)("%s", (_, change, type) => {
  expect(variableType("calls", {columns: [{...count, ...change}]}, [])).toBe(type);
});

test("a sum is whole where its parts are, and where their ranges together fit", () => {
  const columns = [count, {...count, name: "visits"}];
  expect(variableType("total", {columns}, [sumOf("calls", "visits")])).toBe("INTEGER");
  const large = columns.map((column) => ({...column, max: 2 ** 30}));
  expect(variableType("total", {columns: large}, [sumOf("calls", "visits")])).toBe("DOUBLE");
});

test("a variable that the contract does not have is an error", () => {
  expect(() => variableType("visits", {columns: [count]}, [])).toThrow("no variable visits");
});
