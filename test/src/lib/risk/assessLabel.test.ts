import {describe, expect, it} from "vitest";
import {assessLabel} from "../../../../src/lib/risk/assessLabel.js";
import {labelByRule} from "../../../../src/lib/risk/labelByRule.js";
import {raw} from "../statistics/smallReference.js";

const columns = Object.fromEntries(
  ["a", "b", "c", "d"].map((name, j) => [
    name,
    Float64Array.from({length: raw.rows}, (_, i) => raw.values[i * raw.cols + j]),
  ]),
);

describe("labelByRule", () => {
  it("holds where all conditions do, and for everybody where there are none", () => {
    const table = {limit: [1, 2, 3, 4], calls: [9, 9, 0, 9]};
    const rule = [
      {variable: "limit", comparison: "below", value: 4},
      {variable: "calls", comparison: "at least", value: 9},
    ] as const;
    expect([...labelByRule(table, 4, rule)]).toEqual([1, 1, 0, 0]);
    expect([...labelByRule(table, 4, [])]).toEqual([1, 1, 1, 1]);
    expect(() => labelByRule(table, 4, [{variable: "none", comparison: "below", value: 1}])).toThrow(
      "unknown variable in a rule: none",
    );
  });
});

describe("assessLabel", () => {
  it("leaves out what defines the label from one model, and shows the separation of the other", () => {
    const y = labelByRule(columns, raw.rows, [{variable: "a", comparison: "below", value: 0}]);
    const assessment = assessLabel(columns, ["a", "b", "c", "d"], y, ["a"]);
    expect(assessment?.honest?.predictors).toEqual(["b", "c", "d"]);
    expect(assessment?.leaking.separation).toBe("complete");
    expect(assessment?.leaking.l2).toBe(1);
    expect(assessment?.leaking.terms.every(({coefficient}) => Number.isFinite(coefficient))).toBe(true);
  });

  it("has no honest model where all variables define the label, and none where it holds for one customer", () => {
    const y = labelByRule(columns, raw.rows, [{variable: "a", comparison: "below", value: 0}]);
    expect(assessLabel(columns, ["a", "b"], y, ["a", "b"])?.honest).toBeUndefined();
    expect(assessLabel(columns, ["a"], new Uint8Array(raw.rows).fill(1), [])).toBeUndefined();
    expect(
      assessLabel(
        columns,
        ["a"],
        Uint8Array.from({length: raw.rows}, (_, i) => (i === 0 ? 1 : 0)),
        [],
      ),
    ).toBeUndefined();
  });
});
