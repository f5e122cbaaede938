import {expect, test} from "vitest";
import {money, withSign, withUnit} from "../../../../src/lib/narrative/money.js";

test("money stands behind its sign, and letters keep apart from it", () => {
  expect(money("$")(1234.5, ",.2f")).toBe("$1,234.50");
  expect(money("€")(-1234, ",d")).toBe("−€1,234");
  expect(money("CHF")(12, ",d")).toBe("CHF\u00a012");
  expect(money("kr.")(-0.5, ",.2f")).toBe("−kr.\u00a00.50");
});

test("an amount has its sign before it, any other value its unit behind it", () => {
  expect(withUnit("$")(18_000, ",d")).toBe("$18,000");
  expect(withUnit("calls a year")(1_200, ",d")).toBe("1,200 calls a year");
  expect(withUnit("")(12, ",d")).toBe("12");
});

test("where a label names the unit, only the sign of a currency is written", () => {
  expect(withSign("$")(18_000, ",d")).toBe("$18,000");
  expect(withSign("calls a year")(1_200, ",d")).toBe("1,200");
});
