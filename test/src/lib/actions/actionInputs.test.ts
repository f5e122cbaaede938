import {expect, test} from "vitest";
import {type ActionRow, assessActions, inputsOf} from "../../../../src/lib/actions/actionInputs.js";

const slider = (name: string, value: number | null) => ({
  [name]: value,
  [`${name}_min`]: 0,
  [`${name}_max`]: 1000,
  [`${name}_step`]: 0.01,
  [`${name}_meaning`]: "Assumed",
});

function row(values: Partial<ActionRow>): ActionRow {
  const assumptions = ["response", "change", "unit_value", "cost_per_customer", "day_cost"].map((name) =>
    slider(name, name === "change" ? null : 0),
  );
  return {
    position: 1,
    action: "offer",
    title: "Offer",
    rule: "true",
    customers: 200,
    units: 200,
    unit: "customers",
    period: "a year",
    effort_days: 10,
    outcome: "share",
    wanted: "rise",
    outcome_mean: 0.05,
    outcome_sd: 0.2,
    ...Object.assign({}, ...assumptions),
    ...values,
  };
}

const offer = row({response: 0.1, unit_value: 20, cost_per_customer: 1});

test("an action counts on the published assumptions, but for those that a reader has set", () => {
  expect(inputsOf(offer)).toEqual({
    customers: 200,
    units: 200,
    response: 0.1,
    change: null,
    unitValue: 20,
    costPerCustomer: 1,
  });
  expect(inputsOf(offer, {response: 0.3})).toMatchObject({response: 0.3, unitValue: 20});
});

test("order, worth and what a trial can show follow the assumptions", () => {
  const calls = row({
    action: "calls",
    units: 1000,
    response: 0.2,
    change: 0.5,
    unit_value: 6,
    effort_days: 20,
    outcome: "calls",
    outcome_mean: 5,
    outcome_sd: 2.3,
    wanted: "fall",
  });
  const assess = (set: Parameters<typeof inputsOf>[1]) =>
    assessActions([
      {row: offer, inputs: inputsOf(offer)},
      {row: calls, inputs: inputsOf(calls, set)},
    ]).map(({row: {action}, worth, testable}) => ({action, worth, testable}));
  // 0.05 against 0.15 needs 141 in each half (R 4.2.2 power.prop.test); a fall by 0.5 of 5 calls 333
  expect(assess({})).toEqual([
    {action: "calls", worth: 600, testable: false},
    {action: "offer", worth: 200, testable: false},
  ]);
  expect(assess({response: 0.6})[0]).toEqual({action: "calls", worth: 1800, testable: true});
  expect(assess({response: 0.01})[0].action).toBe("offer");
});

test("no trial can show a change of nothing, and the file cannot size one by weeks", () => {
  const weeks = row({outcome: "weeks", outcome_mean: null, outcome_sd: null});
  const still = assessActions([
    {row: offer, inputs: inputsOf(offer, {response: 0})},
    {row: weeks, inputs: inputsOf(weeks)},
  ]);
  expect(still.map(({testable}) => testable)).toEqual([null, false]);
});
