import type {Finding, Place} from "./finding.js";
import {listLines} from "./lines.js";

/** Places of a kind that a message names. */
const PLACES = 3;

/** Problems that differ only in line and value are of one kind; the kinds are in the order of their first problems. */
export function problemKinds<Problem extends Finding>(problems: readonly Problem[]): Problem[][] {
  const kinds = new Map<string, Problem[]>();
  for (const problem of problems) {
    const {line, column, found, expected, remedy} = problem;
    const kind = JSON.stringify([column, expected, remedy, line === null ? found : ""]);
    const alike = kinds.get(kind);
    if (alike === undefined) kinds.set(kind, [problem]);
    else alike.push(problem);
  }
  return [...kinds.values()];
}

/** What is wrong, as a sentence: the first of a kind, and how many more there are. */
export function kindSentence(kind: readonly Finding[]): string {
  const [{found, expected, remedy}] = kind;
  const more =
    kind.length === 1 ? "" : `, and ${(kind.length - 1).toLocaleString("en-US")} more of this kind`;
  return `found ${found}${more}; expected ${expected}. ${remedy}`;
}

/** Where a kind is: `line 3`, or `lines 3, 5, 9 and 12 more`; empty where the whole file is meant. */
export function kindPlaces(kind: readonly Finding[], place: Place): string {
  const lines = [...new Set(kind.flatMap(({line}) => line ?? []))];
  if (lines.length === 0) return "";
  if (lines.length <= PLACES) return listLines(lines, place);
  const rest = (lines.length - PLACES).toLocaleString("en-US");
  return `${place}s ${lines.slice(0, PLACES).join(", ")} and ${rest} more`;
}
