import {describe, expect, it} from "vitest";
import {findTargets} from "../../data-loaders/actions/findTargets.js";
import type {Action} from "../../data-loaders/datasets/action.js";
import {integer, text} from "../../data-loaders/publish/publishedTable.js";
import {worthOfAction} from "../../src/lib/worthOfAction.js";

const customers = {
  name: "customers",
  definition: "",
  columns: [
    integer("row_number", "", [1, 2, 3, 4, 5, 6]),
    text("segment", "", ["a", "a", "a", "a", "b", "b"]),
    integer("calls", "", [6, 8, 2, 10, 9, 0]),
  ],
};

const assumption = (value: number) => ({value, min: 0, max: 100, step: 1});
const action: Action = {
  id: "call",
  team: "Operations",
  title: "Call back",
  rule: "segment = 'a' AND calls >= $line",
  units: "sum(calls)",
  unit: "calls a year",
  effect: assumption(0.25),
  unitValue: assumption(10),
  costPerCustomer: assumption(2),
  effortDays: 5,
  outcome: {kind: "mean", variable: "calls"},
};
const constants = {line: {value: 5, definition: "Calls a year"}};

describe("findTargets", () => {
  it("names the customers of a rule, and reckons the worth from their contacts", async () => {
    const [found] = await findTargets(customers, [action], constants);
    expect(found.rule).toBe("segment = 'a' AND calls >= 5");
    expect(found.rows).toEqual([1, 2, 4]);
    expect(found.units).toBe(24);
    expect(found.worth).toBe(24 * 0.25 * 10 - 3 * 2);
    expect(found.outcomeMean).toBe(8);
    expect(found.expectedChange).toBe(-2);
  });

  it("needs no trial where nobody is named, and says so with NaN", async () => {
    const [found] = await findTargets(customers, [{...action, rule: "calls > 99"}], constants);
    expect(found.rows).toEqual([]);
    expect(found.units).toBe(0);
    expect(found.detectableChange).toBeNaN();
    expect(found.neededEach).toBeNaN();
  });

  it("sizes a trial of shares by their assumed baseline: 0.02 against 0.05 needs 588 each (R 4.2.2)", async () => {
    const offer: Action = {
      ...action,
      units: "count(*)",
      effect: assumption(0.03),
      outcome: {kind: "share", baseline: 0.02},
    };
    const [found] = await findTargets(customers, [offer], constants);
    expect(found.neededEach).toBe(588);
  });

  it("refuses a rule with a constant that is not declared", async () => {
    await expect(findTargets(customers, [{...action, rule: "calls >= $lines"}], constants)).rejects.toThrow(
      "$lines",
    );
  });
});

describe("worthOfAction", () => {
  it("is below zero where the customers cost more than the units bring", () => {
    const inputs = {customers: 10, units: 10, effect: 0.1, unitValue: 5, costPerCustomer: 1};
    expect(worthOfAction(inputs)).toBe(-5);
  });
});
