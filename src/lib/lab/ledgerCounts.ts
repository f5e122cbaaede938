import {verdictOfAll} from "../narrative/verdict.js";
import type {LabClaim} from "./labAnswers.js";

/** How a sentence stands in the reader's analysis. */
export type SentenceState = "holds" | "fails" | "untestable" | "as-before" | "not-here" | "not-asked";

/**
 * The state of a sentence that rests on claims: it cannot be told where one of them is not tested and none fails. What does not
 * hold with the published settings either says nothing of the reader's change, and has a state of its own.
 */
export function sentenceState(claims: readonly LabClaim[]): SentenceState {
  const tested = claims.filter(({tested: how}) => how === "again" || how === "untouched");
  const notHolding = tested.filter(({after}) => after !== "holds");
  const moved = notHolding.filter(({before, after}) => before !== after);
  if (moved.length > 0) return verdictOfAll(moved.map(({after}) => after));
  if (notHolding.length > 0) return "as-before";
  if (tested.length === claims.length) return "holds";
  return claims.some(({tested: how}) => how === "not asked") ? "not-asked" : "not-here";
}

/** The claims of a chapter by their state in the reader's analysis. */
export interface LedgerCounts {
  holds: number;
  fails: number;
  untestable: number;
  /** Not holding, and not with the published settings either. */
  asBefore: number;
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
    asBefore: count("as-before"),
    notHere: count("not-here"),
    notAsked: count("not-asked"),
    moved: claims.filter(({before, after}) => before !== after).length,
  };
}
