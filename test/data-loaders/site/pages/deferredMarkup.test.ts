import {expect, test} from "vitest";
import {deferMarkup, insertMarkup} from "../../../../data-loaders/site/pages/deferredMarkup.js";
import type {PageEvidence} from "../../../../data-loaders/site/pages/pageEvidence.js";

const list = '<p>All.</p><section><h2 id="a">A</h2><table></table><h3>b</h3><p>$1 $&</p></section>';
const evidence: PageEvidence = {
  figures: new Map(),
  claims: new Map(),
  charts: new Map([["bank.shares", {id: "bank.shares", file: "charts.ts", html: "<svg>$1</svg>"}]]),
  reviews: new Map([["statements", list]]),
  failures: new Map(),
  inputs: [],
  failing: {contradicted: 0, untestable: 0, withheld: 0},
};

test("of a list Framework sees the headings, and of a chart nothing", () => {
  const {reviews, charts} = deferMarkup(evidence);
  const seen = `${reviews.get("statements")}${charts.get("bank.shares")?.html}`;
  expect(seen.replaceAll(/<!--.*?-->/g, "")).toBe('<h2 id="a">A</h2><h3>b</h3>');
});

test("what was left out is put in again as it was", () => {
  const {reviews, charts} = deferMarkup(evidence);
  const page = `${reviews.get("statements")}${charts.get("bank.shares")?.html}`;
  expect(insertMarkup(page, evidence)).toBe(`${list}<svg>$1</svg>`);
});
