import {expect, test} from "vitest";
import {spoken} from "../../../../data-loaders/model/cluster/spokenLabel.js";

test.each([
  ["Annual Income", "annual income"],
  ["Purchases per Month", "purchases per month"],
  ["Avg credit limit", "avg credit limit"],
  ["Balance held at Barclays", "balance held at Barclays"],
  ["PIN Changes", "PIN changes"],
  ["Product C spend", "product C spend"],
  ["V39", "V39"],
  ["Оборот", "оборот"],
])("%s is spoken of as %s", (label, said) => {
  expect(spoken(label)).toBe(said);
});

test("labels of other languages stay", () => {
  expect(spoken("Größe des Guthabens", false)).toBe("Größe des Guthabens");
});
