import {expect, test} from "vitest";
import {datasets} from "../../../../data-loaders/datasets/datasets.js";
import type {Choices} from "../../../../data-loaders/edition/multiverse/choices.js";
import {firmnessOf} from "../../../../data-loaders/edition/multiverse/firmness.js";
import {firmnessSentence, firmnessShort} from "../../../../src/lib/narrative/claimFirmness.js";
import type {Verdict} from "../../../../src/lib/narrative/verdict.js";

const definition = datasets()[0];
const claim = {id: "c", sql: "SELECT max(calls) > 1 FROM alllife.customers", about: []};

function firmness(...found: [Partial<Choices>, Verdict?][]) {
  const analyses = found.map(([choices, verdict]) => ({
    choices: {
      outliers: "kept" as const,
      scale: "report" as const,
      leftOut: [],
      leftOutFifth: null,
      k: definition.k,
      ...choices,
    },
    customers: 1,
    agreement: 1,
    verdicts: Object.fromEntries(verdict === undefined ? [] : [["c", verdict]]),
  }));
  const result = firmnessOf([claim], analyses, definition, new Set(["customers"])).get("c");
  if (result === undefined) throw new Error("no firmness");
  return result;
}

test("a claim that fails whenever one choice is made hangs on it", () => {
  const found = firmness(
    [{k: 4}, "fails"],
    [{k: 4, scale: "log"}, "fails"],
    [{scale: "log"}, "holds"],
    [{k: 2}, "untestable"],
    [{outliers: "tails"}, "holds"],
  );
  expect(firmnessShort(found)).toBe("2 of 4");
  expect(firmnessSentence(found)).toBe(
    "Holds in 2 of 4 other reasonable analyses, and fails in every analysis with 4 groups. In 1 more there is nothing to test.",
  );
});

test("failures that no choice explains are counted beside it", () => {
  const found = firmness(
    [{leftOut: ["calls"]}, "fails"],
    [{leftOutFifth: 0}, "fails"],
    [{leftOutFifth: 1}, "holds"],
    [{scale: "log"}, undefined],
  );
  expect(firmnessSentence(found)).toBe(
    "Holds in 1 of 3 other reasonable analyses, and fails in every analysis without “Calls”, and in 1 other.",
  );
});

test("a claim that no analysis changes does not depend on them", () => {
  expect(firmnessShort(firmness([{k: 4}, undefined]))).toBe("not affected");
  expect(firmnessSentence(firmness([{k: 4}, "fails"]))).toBe(
    "Fails in each of the 1 other reasonable analysis that can test it.",
  );
});
