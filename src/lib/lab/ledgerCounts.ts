import {verdictOfAll} from "../narrative/verdict.js";
import type {LabClaim} from "./labAnswers.js";

/** How a sentence stands in the reader's analysis. */
export type SentenceState = "holds" | "fails" | "untestable" | "not-here" | "not-asked";

/** The state of a sentence that rests on claims: it cannot be told where one of them is not tested and none fails. */
export function sentenceState(claims: readonly LabClaim[]): SentenceState {
  const tested = claims.filter(({tested: how}) => how === "again" || how === "untouched");
  const verdict = verdictOfAll(tested.map(({after}) => after));
  if (tested.length === claims.length || verdict !== "holds") return verdict;
  return claims.some(({tested: how}) => how === "not asked") ? "not-asked" : "not-here";
}

/** The claims of a chapter by their state in the reader's analysis. */
export interface LedgerCounts {
  holds: number;
  fails: number;
  untestable: number;
  notHere: number;
  notAsked: number;
  /** Of the claims that were asked again, those with another verdict than before. */
  moved: number;
}

export function ledgerCounts(claims: readonly LabClaim[]): LedgerCounts {
  const states = claims.map((claim) => sentenceState([claim]));
  const count = (wanted: SentenceState) => states.filter((state) => state === wanted).length;
  return {
    holds: count("holds"),
    fails: count("fails"),
    untestable: count("untestable"),
    notHere: count("not-here"),
    notAsked: count("not-asked"),
    moved: claims.filter(({before, after}) => before !== after).length,
  };
}
