import fc from "fast-check";
import {expect, test} from "vitest";
import {inverseLogit} from "../../../../../src/lib/statistics/regression/inverseLogit.js";

test("is the inverse of the log-odds, symmetric about one half, and ends at 0 and 1", () => {
  fc.assert(
    fc.property(fc.double({min: -20, max: 20, noNaN: true}), (x) => {
      const p = inverseLogit(x);
      expect(Math.log(p / (1 - p))).toBeCloseTo(x, 5);
      expect(p + inverseLogit(-x)).toBeCloseTo(1, 12);
    }),
  );
  expect([inverseLogit(-1e4), inverseLogit(0), inverseLogit(1e4)]).toEqual([0, 0.5, 1]);
});
