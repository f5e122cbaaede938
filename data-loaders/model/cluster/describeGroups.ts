import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import {spoken} from "./spokenLabel.js";

/** Distance from 0.5 from which a mean rank sets a group apart. */
const APART = 0.1;

/** Variables that a description names at most. */
const NAMED = 2;

/**
 * Calls each group by what sets it apart from all customers: the variables in which its mean rank is furthest from the middle.
 *
 * @param ranks k × d mean ranks, from 0 to 1
 * @param labels the variables for people; English unless one has a letter that English does not have
 * @returns `High calls, low credit limit`; `Near the middle` where nothing sets the group apart; numbered where two are alike
 */
export function describeGroups(ranks: Matrix, labels: readonly string[]): string[] {
  // nouns of another language keep their capitals
  const isEnglish = labels.every((label) => !/[^\p{ASCII}\p{Sc}\p{P}]/u.test(label));
  const texts = Array.from({length: ranks.rows}, (_, group) =>
    describeGroup(
      ranks,
      group,
      labels.map((label) => spoken(label, isEnglish)),
    ),
  );
  return texts.map((text, group) => {
    const isAlone = texts.indexOf(text) === texts.lastIndexOf(text);
    return isAlone ? text : `${text} (${texts.slice(0, group + 1).filter((each) => each === text).length})`;
  });
}

function describeGroup(ranks: Matrix, group: number, labels: readonly string[]): string {
  const parts = labels
    .map((label, j) => ({label, from: ranks.values[group * ranks.cols + j] - 0.5}))
    .filter(({from}) => Math.abs(from) >= APART)
    .sort((a, b) => Math.abs(b.from) - Math.abs(a.from))
    .slice(0, NAMED)
    .map(({label, from}) => `${from > 0 ? "high" : "low"} ${label}`);
  const text = parts.length === 0 ? "near the middle" : parts.join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
