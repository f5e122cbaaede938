import {expect, test} from "vitest";
import {breakEvenResponse, worthOf} from "../../src/lib/worthOf.js";

const target = {customers: 400, mean: 8_000, response: 0.3, change: 0.1, margin: 0.02, cost: 2};

test("the worth is what responders bring, less the cost of asking everybody", () => {
  expect(worthOf(target)).toBeCloseTo(400 * 0.3 * 16 - 800, 9);
});

test("at the break-even response the worth is nothing", () => {
  expect(breakEvenResponse(target)).toBe(0.125);
  expect(worthOf({...target, response: breakEvenResponse(target)})).toBeCloseTo(0, 9);
});

test("what brings nothing never pays for itself", () => {
  expect(breakEvenResponse({...target, change: 0})).toBe(Number.POSITIVE_INFINITY);
});
