import {describe, expect, test} from "vitest";
import type {Changes} from "../../../../data-loaders/edition/changes/compareEditions.js";
import {describeChanges} from "../../../../data-loaders/edition/changes/describeChanges.js";

const page = {
  references: [
    {kind: "claim" as const, id: "bank.rising", line: 4, column: 1, sentence: "Limits rise"},
    {kind: "claim" as const, id: "bank.other", line: 5, column: 1, sentence: "Something else"},
  ],
  problems: [],
  failing: {contradicted: 0, untestable: 0, withheld: 0},
};
const check = {pages: new Map([["src/bank.md", page]]), problems: []};

const figure = (index: number): Changes["figures"][number] => ({
  id: `bank.figure-${index}`,
  old: {value: 1, text: "1"},
  new: {value: 2, text: "2"},
  difference: "+1",
});

function changes(figures: Changes["figures"]): Changes {
  return {
    earlier: {
      evidenceKey: "0123456789abcdef",
      inputs: [
        {dataset: "bank", name: "bank.csv", bytes: 1, sha256: "", rows: 1, synthetic: true},
        {dataset: "shop", name: "shop.csv", bytes: 1, sha256: "", rows: 1, synthetic: true},
      ],
    },
    figures,
    claims: [{id: "bank.rising", old: "holds", new: "fails"}],
    datasets: [],
  };
}

const since = "changes since edition 0123456789ab, made from bank.csv and shop.csv:";

describe("what changed since the earlier edition", () => {
  test("is told in a line each, with the sentences of a claim", () => {
    expect(describeChanges(changes([figure(1), {...figure(2), old: null, difference: ""}]), check)).toEqual([
      since,
      "figure bank.figure-1: 1 -> 2 (+1)",
      "figure bank.figure-2: not there -> 2",
      "claim bank.rising: holds -> does not hold",
      "  src/bank.md:4: Limits rise",
    ]);
  });

  test("is listed up to twenty lines, and counted beyond", () => {
    const figures = (count: number) => Array.from({length: count}, (_, index) => figure(index));
    expect(describeChanges(changes(figures(18)), check)).toHaveLength(21);
    const unseen = {...figure(19), new: {value: 1.0001, text: "1"}, difference: "+0"};
    expect(describeChanges(changes([...figures(18), unseen]), check)).toEqual([
      since,
      "  figures: 19, of which 18 print another text",
      "  claims: 1",
      "  segments, customers, variables and coefficients: 0 lines",
      "  npm run check -- --json lists them, and so does the page review/changes after a build",
    ]);
  });

  test("is nothing without an earlier edition", () => {
    expect(describeChanges(null, check)).toEqual([
      "changes: there is no earlier edition of other content to compare with",
    ]);
  });
});
