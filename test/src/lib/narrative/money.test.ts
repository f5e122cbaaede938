import {expect, test} from "vitest";
import {money} from "../../../../src/lib/narrative/money.js";

test("money stands behind its sign, and letters keep apart from it", () => {
  expect(money("$")(1234.5, ",.2f")).toBe("$1,234.50");
  expect(money("€")(-1234, ",d")).toBe("−€1,234");
  expect(money("CHF")(12, ",d")).toBe("CHF\u00a012");
  expect(money("kr.")(-0.5, ",.2f")).toBe("−kr.\u00a00.50");
});
