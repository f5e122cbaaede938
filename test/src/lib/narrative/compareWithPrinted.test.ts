import {describe, expect, it} from "vitest";
import {compareVerdicts, compareWithPrinted} from "../../../../src/lib/narrative/compareWithPrinted.js";
import type {EvidenceQuery} from "../../../../src/lib/narrative/evidenceFile.js";

const share: EvidenceQuery = {
  kind: "figure",
  label: "Share",
  headers: {format: ".1%"},
  sql: "SELECT …",
  value: 0.07575757575757576,
  text: "7.6%",
  tables: [],
  figures: [],
  file: "src/bank/figures.sql",
  line: 1,
};

describe("a figure recomputed in the browser", () => {
  it("agrees where value and text are the same", () => {
    expect(compareWithPrinted(share, [[0.07575757575757576]])).toEqual({
      agrees: true,
      verdict: "Agrees: your browser computes 7.6% (exactly 0.07575757575757576).",
    });
  });

  it("agrees that there is no value where one engine gives NULL and the other a number that is not finite", () => {
    const none = {...share, value: null, text: "no value"};
    for (const value of [null, Number.NaN, Number.POSITIVE_INFINITY])
      expect(compareWithPrinted(none, [[value]])).toMatchObject({agrees: true});
    expect(compareWithPrinted(share, [[Number.NaN]]).agrees).toBe(false);
  });

  it("agrees where two engines add in another order", () => {
    expect(compareWithPrinted(share, [[0.07575757575757577]]).agrees).toBe(true);
  });

  it("is compared in the format of the page", () => {
    expect(compareWithPrinted(share, [[share.value]], "8%", ".0%").agrees).toBe(true);
    expect(compareWithPrinted(share, [[share.value]], "7%", ".0%").agrees).toBe(false);
  });

  it("differs by so much where the value is another", () => {
    expect(compareWithPrinted(share, [[0.08]]).verdict).toBe(
      "Differs by +0.00424242: your browser computes 8.0% (exactly 0.08), the page prints 7.6%.",
    );
  });

  it("differs where the text is the same and the value is not", () => {
    expect(compareWithPrinted(share, [[0.0758]]).agrees).toBe(false);
  });

  it.each([[[]], [[[null]]], [[[1], [2]]]])("differs where the query gives no single value: %j", (rows) => {
    expect(compareWithPrinted(share, rows).agrees).toBe(false);
  });

  it.each([[[]], [[[null]]]])("agrees where neither the build nor the browser finds a value: %j", (rows) => {
    expect(compareWithPrinted({...share, value: null, text: "no value"}, rows)).toEqual({
      agrees: true,
      verdict: "Agrees: your browser computes no value.",
    });
  });
});

describe("a claim or statement recomputed in the browser", () => {
  const claim: EvidenceQuery = {...share, kind: "claim", value: "holds", text: "holds"};
  const other: EvidenceQuery = {...claim, value: "untestable", text: "nothing to test"};
  const statement: EvidenceQuery = {...share, kind: "statement", value: false, text: "from 1 to 10"};

  it("agrees with the same verdict", () => {
    expect(compareVerdicts([claim], ["holds"])).toEqual({
      agrees: true,
      verdict: "Agrees: in your browser the statement holds.",
    });
    expect(compareVerdicts([claim], ["fails"]).verdict).toBe(
      "Differs: in your browser the statement does not hold.",
    );
    expect(compareVerdicts([claim], ["untestable"]).verdict).toBe(
      "Differs: in your browser there is nothing to test in these data.",
    );
  });

  it("agrees on a conclusion where it agrees on every premise", () => {
    expect(compareVerdicts([claim, other], ["holds", "untestable"])).toEqual({
      agrees: true,
      verdict: "Agrees: in your browser there is nothing to test in these data.",
    });
    expect(compareVerdicts([claim, other], ["untestable", "holds"]).agrees).toBe(false);
  });

  it("agrees with the same verdict and the same evidence", () => {
    expect(compareWithPrinted(statement, [[false, "from 1 to 10"]]).agrees).toBe(true);
    expect(compareWithPrinted(statement, [[false, "from 1 to 9"]]).agrees).toBe(false);
  });
});

describe("a query whose exact rows are not published", () => {
  const query: EvidenceQuery = {
    kind: "figure",
    label: "Mean",
    headers: {format: ".1f"},
    sql: "",
    value: 12.34,
    text: "12.3",
    published: {value: 12.61, text: "12.6"},
    tables: [],
    figures: [],
    file: "",
    line: 1,
  };

  it("is consistent where the browser gets what the build got on the published rows", () => {
    const outcome = compareWithPrinted(query, [[12.61]]);
    expect(outcome).toMatchObject({agrees: false, isOfPublishedRows: true});
    expect(outcome.verdict).toBe(
      "Consistent: on the published rows your browser computes 12.6, as the build did on them. The page has 12.3, computed on the exact rows, which are not published.",
    );
  });

  it("says so where the published customers are a sample, and how far a share in it may be off", () => {
    const sampled = {
      ...query,
      published: {value: 12.61, text: "12.6", sample: {rows: 12_000, of: 1_000_000}},
    };
    const {verdict} = compareWithPrinted(sampled, [[12.61]]);
    expect(verdict).toContain(
      "on the published customers, a sample of 12,000 of 1,000,000, your browser computes 12.6",
    );
    expect(verdict).toContain("The page has 12.3, computed over all 1,000,000.");
    expect(verdict).toContain("right to 0.9 percentage points");
  });

  it("differs where it gets anything else, the exact value too", () => {
    for (const value of [12.34, 12.7, null]) {
      const outcome = compareWithPrinted(query, [[value]]);
      expect(outcome.isOfPublishedRows).toBeUndefined();
      expect(outcome.verdict).toMatch(/^Differs: on the published rows/);
    }
  });

  it("a claim is judged in the same way", () => {
    const claim: EvidenceQuery = {
      ...query,
      kind: "claim",
      value: "holds",
      published: {value: "fails", text: ""},
    };
    expect(compareVerdicts([claim], ["fails"])).toMatchObject({agrees: false, isOfPublishedRows: true});
    expect(compareVerdicts([claim], ["holds"]).verdict).toMatch(/^Differs/);
  });
});
