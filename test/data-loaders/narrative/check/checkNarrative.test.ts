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

  test("does not follow a link of a block that readers do not get", () => {
    const [figure] = gathered.figures;
    const page = `# Lists\n\n<div data-needs="${figure.id}">\n\n[The list](./nowhere.csv)\n\n</div>\n`;
    const errors = (value: number | null) =>
      checkNarrative(
        new Map([["src/lists.md", page]]),
        {...gathered, figures: [{...figure, value}]},
        [],
      ).problems.filter(({level}) => level === "error");
    expect(printed(errors(1))).toContain("link to no page: ./nowhere.csv");
    expect(errors(0)).toEqual([]);
    expect(errors(null)).toEqual([]);
  });
});
