import {expect, test} from "vitest";
import {cardUsage} from "../../data-loaders/datasets/card-usage.js";
import {integer, text} from "../../data-loaders/publish/publishedTable.js";
import {selectTargets} from "../../data-loaders/publish/targets.js";

const customers = {
  name: "customers",
  definition: "",
  columns: [
    text("customer_id", "", ["a", "b", "c", "d"]),
    integer("row_number", "", [1, 2, 3, 4]),
    text("segment", "", ["one", "two", "two", "two"]),
    integer("purchases", "", [10, 20, 40, 5]),
  ],
};

test("a rule picks its customers, with constants by name, in the order of the file", async () => {
  const {table, lists} = await selectTargets(
    {
      ...cardUsage,
      constants: {line: {value: 6, definition: ""}},
      targets: [
        {
          id: "some",
          title: "Some",
          rule: "segment = 'two' AND purchases > $line",
          basis: "purchases",
          response: 0.5,
          change: 0.1,
          margin: 1,
          marginMeaning: "",
          cost: 1,
        },
      ],
    },
    customers,
  );
  expect(lists.get("some")).toBe("customer_id,segment,purchases\nb,two,20\nc,two,40\n");
  const value = (name: string) => table.columns.find((column) => column.name === name)?.values[0];
  expect(value("customers")).toBe(2);
  expect(value("share")).toBe(0.5);
  expect(value("mean")).toBe(30);
  expect(value("worth")).toBeCloseTo(2 * (0.5 * 30 * 0.1 - 1), 12);
  expect(value("rule")).toBe("segment = 'two' AND purchases > 6");
});
