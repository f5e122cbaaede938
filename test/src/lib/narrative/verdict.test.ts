import {describe, expect, test} from "vitest";
import {premisesOf, verdictOf, verdictOfAll} from "../../../../src/lib/narrative/verdict.js";

describe("the verdict on a claim", () => {
  test.each([
    [[3], true, "holds"],
    [[3], false, "fails"],
    [[], true, "holds"],
    [[3], null, "untestable"],
    [[0], true, "untestable"],
    [[5, 0], false, "untestable"],
  ] as const)("about %j rows whose query gives %s is %s", (populations, value, verdict) => {
    expect(verdictOf(populations, value)).toBe(verdict);
  });
});

describe("the verdict on a conclusion", () => {
  test.each([
    [["holds", "holds"], "holds"],
    [["holds", "untestable"], "untestable"],
    [["untestable", "fails", "holds"], "fails"],
  ] as const)("from %j is %s", (premises, verdict) => {
    expect(verdictOfAll(premises)).toBe(verdict);
  });

  test("rests on the claims that it names, with commas between", () => {
    expect(premisesOf("bank.a,bank.b")).toEqual(["bank.a", "bank.b"]);
  });
});
