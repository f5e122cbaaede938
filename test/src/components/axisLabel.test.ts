import {describe, expect, test} from "vitest";
import {axisLabel} from "../../../src/components/plots/axisLabel.js";

describe("axisLabel", () => {
  test.each([
    ["Credit limit", "$", "Credit limit ($)"],
    ["Credit cards", "cards", "Credit cards"],
    ["Branch visits", "visits a year", "Branch visits a year"],
    ["Calls", "calls a year", "Calls a year"],
    ["Engagement score", "contacts a year", "Engagement score (contacts a year)"],
    ["Balance frequency", "", "Balance frequency"],
  ])("names %s in %j as %s", (label, unit, expected) => {
    expect(axisLabel({label, unit})).toBe(expected);
  });
});
