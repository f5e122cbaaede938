import {expect, test} from "vitest";
import type {LabClaim} from "../../../../src/lib/lab/labAnswers.js";
import {ledgerCounts, sentenceState} from "../../../../src/lib/lab/ledgerCounts.js";

const claim = (after: LabClaim["after"], tested: LabClaim["tested"] = "again"): LabClaim => ({
  id: after + tested,
  before: "holds",
  after,
  tested,
});

test("a sentence falls with any of its claims, and is open where one is not tested and none falls", () => {
  expect(sentenceState([claim("holds"), claim("holds", "untouched")])).toBe("holds");
  expect(sentenceState([claim("holds"), claim("fails")])).toBe("fails");
  expect(sentenceState([claim("holds"), claim("untestable")])).toBe("untestable");
  expect(sentenceState([claim("holds"), claim("holds", "not here")])).toBe("not-here");
  expect(sentenceState([claim("fails"), claim("holds", "not here")])).toBe("fails");
  expect(sentenceState([claim("holds"), claim("holds", "not asked")])).toBe("not-asked");
  expect(sentenceState([claim("fails"), claim("holds", "not asked")])).toBe("fails");
});

test("what did not hold before the change is no result of it", () => {
  const before = (verdict: LabClaim["before"], after: LabClaim["after"]) => ({
    ...claim(after),
    before: verdict,
  });
  expect(sentenceState([before("fails", "fails"), claim("holds")])).toBe("as-before");
  expect(sentenceState([before("untestable", "untestable")])).toBe("as-before");
  expect(sentenceState([before("fails", "untestable")])).toBe("untestable");
  expect(sentenceState([before("fails", "fails"), claim("untestable")])).toBe("untestable");
  expect(sentenceState([before("fails", "holds")])).toBe("holds");
  expect(ledgerCounts([before("fails", "fails"), claim("fails"), claim("holds")])).toMatchObject({
    holds: 1,
    fails: 1,
    asBefore: 1,
  });
});

test("a claim that is not tested counts as neither held nor fallen", () => {
  const claims = [
    claim("holds"),
    claim("fails"),
    claim("untestable"),
    claim("holds", "not here"),
    claim("holds", "not asked"),
  ];
  expect(ledgerCounts(claims)).toEqual({
    holds: 1,
    fails: 1,
    untestable: 1,
    asBefore: 0,
    notHere: 1,
    notAsked: 1,
    moved: 2,
  });
});
