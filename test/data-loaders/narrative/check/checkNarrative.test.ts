import {describe, expect, test} from "vitest";
import {checkNarrative} from "../../../../data-loaders/narrative/check/checkNarrative.js";
import type {GatheredEvidence} from "../../../../data-loaders/narrative/evidence/gatherEvidence.js";
import {evidence, printed} from "../evidence.js";

const gathered: GatheredEvidence = {
  figures: [...evidence.figures.values()],
  claims: [],
  statements: [],
  benchmarks: [],
  charts: [],
  onPublished: {},
  problems: [],
};

describe("the check of all pages", () => {
  test("knows the lists of the review by itself: they are part of its code", () => {
    const page = "# Review\n\n![What changed](review:changes)\n\n![Chances](review:chances)\n";
    const {problems} = checkNarrative(new Map([["src/review.md", page]]), gathered, []);
    expect(printed(problems.filter(({level}) => level === "error"))).toBe(
      "src/review.md:5:12: error: no review chances; did you mean changes?",
    );
  });
});
