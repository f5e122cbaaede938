import {expect, test} from "vitest";
import {breakEvenResponse, worthOf} from "../../../../src/lib/actions/worthOf.js";

const loyalty = {
  customers: 400,
  units: 3_200_000,
  response: 0.3,
  change: 0.1,
  unitValue: 0.02,
  costPerCustomer: 2,
};

test("the worth is what responders bring, less the cost of asking everybody", () => {
  expect(worthOf(loyalty)).toBeCloseTo(400 * 0.3 * 16 - 800, 9);
});

test("without a relative change, all units of one who responds change", () => {
  expect(worthOf({...loyalty, change: null})).toBeCloseTo(worthOf({...loyalty, change: 1}), 9);
});

test("the worth is below nothing where the customers cost more than the units bring", () => {
  const costly = {customers: 10, units: 10, response: 0.1, change: null, unitValue: 5, costPerCustomer: 1};
  expect(worthOf(costly)).toBe(-5);
});

test("at the break-even response the worth is nothing", () => {
  expect(breakEvenResponse(loyalty)).toBe(0.125);
  expect(worthOf({...loyalty, response: breakEvenResponse(loyalty)})).toBeCloseTo(0, 9);
});

test("what brings nothing never pays for itself", () => {
  expect(breakEvenResponse({...loyalty, change: 0})).toBe(Number.POSITIVE_INFINITY);
});
