import {describe, expect, test} from "vitest";
import {suggestChart} from "../../../../src/components/explore/suggestChart.js";

const columns = (...types: string[]) => types.map((type, i) => ({name: `c${i}`, type}));
const rows = (...values: (string | number | null)[][]) =>
  values.map((row) => row.map((value) => (value === null ? null : String(value))));

describe("the chart that suits a result", () => {
  test("is bars for a number of each name", () => {
    expect(suggestChart(columns("VARCHAR", "BIGINT"), rows(["a", 3], ["b", 1]))).toEqual({
      type: "bars",
      across: 0,
      up: 1,
      colour: undefined,
    });
  });

  test("tells apart what names repeat", () => {
    const found = suggestChart(
      columns("VARCHAR", "VARCHAR", "DOUBLE"),
      rows(["x", "a", 1], ["x", "b", 2], ["y", "c", 3]),
    );
    expect(found).toMatchObject({type: "bars", across: 1, up: 2, colour: 0});
  });

  test("is lines over time, and over numbers that rise", () => {
    expect(suggestChart(columns("DOUBLE", "DATE"), rows([1, "2024-01-01"], [2, "2024-02-01"]))).toMatchObject(
      {
        type: "lines",
        across: 1,
        up: 0,
      },
    );
    expect(suggestChart(columns("INTEGER", "DOUBLE"), rows([2, 9], [3, 4], [4, 5]))).toMatchObject({
      type: "lines",
      across: 0,
      up: 1,
    });
  });

  test("is dots for two numbers, and a histogram for one", () => {
    expect(suggestChart(columns("DOUBLE", "DOUBLE"), rows([2, 9], [1, 4], [4, 5]))).toMatchObject({
      type: "dots",
      across: 0,
      up: 1,
    });
    expect(suggestChart(columns("DECIMAL(10,2)"), rows([2], [1]))).toMatchObject({type: "histogram"});
  });

  test("is none without a number, or with a single row", () => {
    expect(suggestChart(columns("VARCHAR"), rows(["a"], ["b"]))).toBeUndefined();
    expect(suggestChart(columns("DOUBLE"), rows([1]))).toBeUndefined();
  });
});
