import {expect, test} from "vitest";
import {customersToPay, rankActions, worthPerDay} from "../../../../src/lib/actions/rankActions.js";

test("the best worth per day of work comes first, and of equals the earlier one", () => {
  const actions = [
    {id: "large", worth: 1000, effortDays: 100},
    {id: "loss", worth: -10, effortDays: 1},
    {id: "quick", worth: 200, effortDays: 5},
    {id: "same as large", worth: 10, effortDays: 1},
  ];
  expect(rankActions(actions).map(({id}) => id)).toEqual(["quick", "large", "same as large", "loss"]);
  expect(worthPerDay(actions[2])).toBe(40);
});

test("worth grows with the number of customers, days of work do not", () => {
  const trials = [
    {worth: 1000, effortDays: 10},
    {worth: 500, effortDays: 5},
  ];
  // 15 days cost 6,000; each of 600 customers brings 2.50
  expect(customersToPay(trials, 600, 400)).toBe(2400);
  expect(customersToPay([{worth: 7, effortDays: 1}], 3, 10)).toBe(5);
});

test("what brings nothing pays with no number of customers", () => {
  expect(customersToPay([{worth: 0, effortDays: 1}], 600, 400)).toBeNull();
  expect(customersToPay([{worth: -5, effortDays: 1}], 600, 400)).toBeNull();
});
